import type { Family } from '../archetype.ts';
import { dark, light } from '../colour.ts';
import { el, li, op, pa, rc, times } from '../shapes.ts';

const WOODS = ['#b98655', '#7a5138', '#d3aa76'];

export const FURNITURE: Family = {
  armchair: {
    scene: 'livingroom',
    with: ['floorlamp', 'sidetable'],
    focus: [340, 420, 1.5],
    draw: (p) => {
      const form = p.pick(3);
      const wood = WOODS[p.seed % 3]!;
      const leg = (x: number, lean: number): string => pa(`M${x} 590h26l${lean + -6} 76h-12z`, p.face(wood));
      const c = p.main;
      const fabric = p.weave(c, 7);
      const both = (d: string, fill: string): string => pa(d, fill) + pa(d, fabric);
      const back = [
        'M238 250Q240 178 320 174H480Q560 178 562 250V470H238Z',
        'M226 180Q250 130 310 140Q400 120 490 140Q550 130 574 180Q596 240 566 330V480H234V330Q204 240 226 180Z',
        'M180 330Q180 190 400 190T620 330V500H180Z',
      ][form]!;
      return (
        p.ground(404, 668, 236, 1, 0.12) +
        leg(228, 14) +
        leg(546, -2) +
        leg(290, 4).replace('590', '596') +
        leg(486, 0).replace('590', '596') +
        both(back, p.face(dark(c, 0.06))) +
        (form === 0
          ? li('M322 190Q316 330 322 450M478 190Q484 330 478 450', dark(c, 0.35), 3, op(0.5))
          : form === 1
            ? [0, 1, 2]
                .map((r) =>
                  times(3 - (r % 2), (i) =>
                    el(330 + i * 70 + (r % 2) * 35, 230 + r * 62, 6, 6, dark(c, 0.4)),
                  ),
                )
                .join('')
            : times(11, (i) =>
                li(`M${210 + i * 38} ${230 + Math.abs(i - 5) * 14}V480`, dark(c, 0.3), 3, op(0.45)),
              )) +
        (form === 2
          ? both('M160 380Q150 330 196 330Q240 334 244 400V600H176Q160 596 160 570Z', p.face(c)) +
            both('M640 380Q650 330 604 330Q560 334 556 400V600H624Q640 596 640 570Z', p.face(dark(c, 0.14)))
          : both('M176 420Q170 368 214 366Q258 368 258 420V600H188Q176 598 176 584Z', p.face(c)) +
            both(
              'M624 420Q630 368 586 366Q542 368 542 420V600H612Q624 598 624 584Z',
              p.face(dark(c, 0.16)),
            )) +
        both('M250 560H550V604Q400 616 250 604Z', p.down(dark(c, 0.16))) +
        both(
          'M244 470Q246 446 276 444H524Q554 446 556 470V540Q552 566 522 566H278Q248 566 244 540Z',
          p.down(light(c, 0.06)),
        ) +
        pa('M252 476Q254 454 280 452H520Q545 454 548 474Q400 462 252 476Z', '#fff', op(0.3)) +
        li('M250 548Q400 566 550 548', dark(c, 0.35), 3, op(0.6)) +
        pa('M244 440H556V462Q400 440 244 462Z', dark(c, 0.7), op(0.22))
      );
    },
  },
  sofa: {
    scene: 'livingroom',
    with: ['sidetable', 'floorlamp'],
    focus: [300, 460, 1.5],
    draw: (p) => {
      const form = p.pick(3);
      const wood = WOODS[p.seed % 3]!;
      const c = p.main;
      const fabric = p.weave(c, 7);
      const soft = (x: number, y: number, w: number, h: number, r: number, fill: string): string =>
        rc(x, y, w, h, r, fill) + rc(x, y, w, h, r, fabric);
      const seats = form === 0 ? 2 : 3;
      const w = 520 / seats;
      return (
        p.ground(404, 660, 340, 1, 0.09) +
        [110, 660].map((x) => pa(`M${x} 610h26l-4 48h-16z`, p.face(wood))).join('') +
        [200, 580].map((x) => rc(x, 616, 16, 34, 3, dark(wood, 0.4))).join('') +
        soft(96, 300, 608, 270, 34, p.face(dark(c, 0.1))) +
        times(
          seats,
          (i) =>
            soft(138 + i * w, 316, w - 6, 186, 30, p.face(c)) +
            rc(150 + i * w, 322, w - 30, 18, 9, '#fff', op(0.22)) +
            (form === 1 ? el(138 + i * w + w / 2, 400, 6, 6, dark(c, 0.45)) : ''),
        ) +
        rc(130, 470, 540, 30, 0, p.fade(dark(c, 0.75), 0, 0.5, 0, 0, 0, 1)) +
        times(
          seats,
          (i) =>
            soft(138 + i * w, 478, w - 5, 84, 20, p.down(light(c, 0.05))) +
            rc(148 + i * w, 483, w - 26, 14, 7, '#fff', op(0.26)),
        ) +
        soft(112, 556, 576, 62, 12, p.down(dark(c, 0.12))) +
        (form === 2
          ? soft(70, 384, 74, 236, 8, p.face(c)) + soft(656, 384, 74, 236, 8, p.face(dark(c, 0.16)))
          : soft(66, 376, 84, 244, 38, p.face(c)) + soft(650, 376, 84, 244, 38, p.face(dark(c, 0.16)))) +
        rc(74, 382, 60, 20, 10, '#fff', op(0.25)) +
        (p.seed % 2
          ? pa('M170 392L262 380L276 476L178 486Q160 440 170 392Z', p.face(p.accent)) +
            pa('M170 392L262 380L276 476L178 486Q160 440 170 392Z', p.weave(p.accent, 6))
          : '') +
        (p.seed % 3
          ? pa(
              'M560 376h70v200l-14 -8l-14 10l-14 -10l-14 10l-14 -8z',
              p.face(light(p.accent, 0.2)),
              op(0.95),
            ) + times(6, (i) => li(`M${564 + i * 12} 560v26`, light(p.accent, 0.1), 3))
          : '')
      );
    },
  },
  sidetable: {
    scene: 'livingroom',
    with: ['armchair', 'vase'],
    focus: [400, 380, 1.5],
    draw: (p) => {
      const form = p.pick(3);
      const c = p.main;
      const top = (x: number, y: number, r: number): string =>
        pa(`M${x - r} ${y}v20a${r} ${r * 0.2} 0 0 0 ${r * 2} 0v-20z`, p.cyl(dark(c, 0.1))) +
        el(x, y, r, r * 0.2, p.face(light(c, 0.12))) +
        p.clip(
          `M${x - r} ${y}a${r} ${r * 0.2} 0 0 0 ${r * 2} 0a${r} ${r * 0.2} 0 0 0 ${-r * 2} 0`,
          p.grain(x - r, y - r * 0.2, r * 2, r * 0.4, c, 9),
        );
      const legs = (x: number, y: number, r: number, foot: number): string =>
        [-0.2, 0.86, -0.86]
          .map(
            (f) =>
              li(
                `M${x + r * f * 0.7} ${y + 10}L${x + r * f} ${foot}`,
                dark(c, f === -0.2 ? 0.35 : 0.15),
                14,
              ) +
              li(`M${x + r * f * 0.7 - 3} ${y + 10}L${x + r * f - 3} ${foot}`, light(c, 0.25), 3, op(0.6)),
          )
          .join('');
      const still = (x: number, y: number): string =>
        rc(x - 78, y - 22, 96, 16, 3, p.accent) +
        rc(x - 72, y - 36, 86, 14, 3, '#e9e1d2') +
        rc(x + 40, y - 44, 36, 42, 7, p.cyl('#e7d9c4')) +
        el(x + 58, y - 44, 18, 4, '#59351f');
      if (form === 1)
        return (
          p.ground(400, 662, 210, 0.7) +
          legs(480, 380, 140, 654) +
          top(480, 370, 150) +
          legs(330, 470, 120, 668) +
          top(330, 460, 134) +
          still(320, 462)
        );
      if (form === 2)
        return (
          p.ground(400, 662, 170, 0.7) +
          [252, 526].map((x) => pa(`M${x} 520h22l-2 144h-16z`, p.face(c))).join('') +
          rc(240, 380, 320, 150, 6, p.face(c)) +
          p.clip('M240 380h320v150h-320z', p.grain(240, 380, 320, 150, c, 12)) +
          rc(256, 408, 288, 104, 4, p.face(light(c, 0.08))) +
          rc(256, 408, 288, 104, 4, 'none', `stroke="${dark(c, 0.45)}" stroke-width="3"`) +
          el(400, 460, 13, 13, p.ball('#d2b06a')) +
          pa('M226 366h348l14 16v12H212v-12z', p.down(light(c, 0.12))) +
          still(400, 370)
        );
      return p.ground(400, 662, 170, 0.7) + legs(400, 380, 160, 662) + top(400, 370, 200) + still(400, 372);
    },
  },
  cattree: {
    scene: 'livingroom',
    with: ['petbed'],
    focus: [400, 300, 1.5],
    draw: (p) => {
      const rope = (x: number, y: number, h: number): string =>
        rc(x - 22, y, 44, h, 4, p.cyl('#cfae7d')) +
        times(Math.floor(h / 9), (i) => li(`M${x - 22} ${y + 6 + i * 9}q22 7 44 0`, '#9a7848', 2, op(0.6)));
      const deck = (x: number, y: number, w: number): string =>
        pa(`M${x - w} ${y}v14a${w} ${w * 0.16} 0 0 0 ${w * 2} 0v-14z`, p.cyl(dark(p.main, 0.1))) +
        el(x, y, w, w * 0.16, p.face(light(p.main, 0.12))) +
        el(x, y - 3, w * 0.84, w * 0.12, '#efe6d8');
      return (
        p.ground(400, 664, 220, 1, 0.12) +
        pa('M190 640a210 34 0 0 0 420 0v18a210 34 0 0 1 -420 0z', p.cyl(dark(p.main, 0.12))) +
        el(400, 640, 210, 34, p.face(p.main)) +
        rope(310, 250, 392) +
        rope(500, 380, 262) +
        rc(370, 452, 216, 160, 40, p.face(p.main)) +
        p.clip(
          'M410 452h136q40 0 40 40v80q0 40 -40 40h-136q-40 0 -40 -40v-80q0 -40 40 -40z',
          p.grain(370, 452, 216, 160, p.main, 10),
        ) +
        el(470, 534, 58, 58, '#2a2226') +
        el(470, 580, 50, 12, '#efe6d8') +
        deck(500, 384, 112) +
        deck(310, 250, 124) +
        (p.pick(3) === 0
          ? pa('M252 250Q240 180 310 178T370 250Q310 268 252 250Z', '#5b5f67') +
            pa('M262 204l-8 -44l34 24zM322 184l34 -24l-4 46z', '#5b5f67') +
            el(290, 214, 5, 8, '#d8e06f') +
            el(320, 214, 5, 8, '#d8e06f') +
            pa('M301 228l9 0l-4.500 6z', '#e3a6a0') +
            li('M366 240Q430 250 410 320', '#5b5f67', 13)
          : '') +
        li('M560 400q6 40 0 64', '#b9a27d', 3) +
        el(560, 476, 16, 16, p.ball(p.accent))
      );
    },
  },
};

import type { Family } from '../archetype.ts';
import { dark, light } from '../colour.ts';
import { ellipse, opacity, path, rect, stroke, times } from '../shapes.ts';

const WOODS = ['#b98655', '#7a5138', '#d3aa76'];

export const FURNITURE: Family = {
  armchair: {
    scene: 'livingroom',
    with: ['floorlamp', 'sidetable'],
    focus: [340, 420, 1.5],
    draw: (pen) => {
      const form = pen.pick(3);
      const wood = WOODS[pen.seed % 3]!;
      const leg = (x: number, lean: number): string =>
        path(`M${x} 590h26l${lean + -6} 76h-12z`, pen.face(wood));
      const c = pen.main;
      const fabric = pen.weave(c, 7);
      const both = (d: string, fill: string): string => path(d, fill) + path(d, fabric);
      const back = [
        'M238 250Q240 178 320 174H480Q560 178 562 250V470H238Z',
        'M226 180Q250 130 310 140Q400 120 490 140Q550 130 574 180Q596 240 566 330V480H234V330Q204 240 226 180Z',
        'M180 330Q180 190 400 190T620 330V500H180Z',
      ][form]!;
      return (
        pen.ground(404, 668, 236, 1, 0.12) +
        leg(228, 14) +
        leg(546, -2) +
        leg(290, 4).replace('590', '596') +
        leg(486, 0).replace('590', '596') +
        both(back, pen.face(dark(c, 0.06))) +
        (form === 0
          ? stroke('M322 190Q316 330 322 450M478 190Q484 330 478 450', dark(c, 0.35), 3, opacity(0.5))
          : form === 1
            ? [0, 1, 2]
                .map((r) =>
                  times(3 - (r % 2), (i) =>
                    ellipse(330 + i * 70 + (r % 2) * 35, 230 + r * 62, 6, 6, dark(c, 0.4)),
                  ),
                )
                .join('')
            : times(11, (i) =>
                stroke(`M${210 + i * 38} ${230 + Math.abs(i - 5) * 14}V480`, dark(c, 0.3), 3, opacity(0.45)),
              )) +
        (form === 2
          ? both('M160 380Q150 330 196 330Q240 334 244 400V600H176Q160 596 160 570Z', pen.face(c)) +
            both('M640 380Q650 330 604 330Q560 334 556 400V600H624Q640 596 640 570Z', pen.face(dark(c, 0.14)))
          : both('M176 420Q170 368 214 366Q258 368 258 420V600H188Q176 598 176 584Z', pen.face(c)) +
            both(
              'M624 420Q630 368 586 366Q542 368 542 420V600H612Q624 598 624 584Z',
              pen.face(dark(c, 0.16)),
            )) +
        both('M250 560H550V604Q400 616 250 604Z', pen.down(dark(c, 0.16))) +
        both(
          'M244 470Q246 446 276 444H524Q554 446 556 470V540Q552 566 522 566H278Q248 566 244 540Z',
          pen.down(light(c, 0.06)),
        ) +
        path('M252 476Q254 454 280 452H520Q545 454 548 474Q400 462 252 476Z', '#fff', opacity(0.3)) +
        stroke('M250 548Q400 566 550 548', dark(c, 0.35), 3, opacity(0.6)) +
        path('M244 440H556V462Q400 440 244 462Z', dark(c, 0.7), opacity(0.22))
      );
    },
  },
  sofa: {
    scene: 'livingroom',
    with: ['sidetable', 'floorlamp'],
    focus: [300, 460, 1.5],
    draw: (pen) => {
      const form = pen.pick(3);
      const wood = WOODS[pen.seed % 3]!;
      const c = pen.main;
      const fabric = pen.weave(c, 7);
      const soft = (x: number, y: number, w: number, h: number, r: number, fill: string): string =>
        rect(x, y, w, h, r, fill) + rect(x, y, w, h, r, fabric);
      const seats = form === 0 ? 2 : 3;
      const w = 520 / seats;
      return (
        pen.ground(404, 660, 340, 1, 0.09) +
        [110, 660].map((x) => path(`M${x} 610h26l-4 48h-16z`, pen.face(wood))).join('') +
        [200, 580].map((x) => rect(x, 616, 16, 34, 3, dark(wood, 0.4))).join('') +
        soft(96, 300, 608, 270, 34, pen.face(dark(c, 0.1))) +
        times(
          seats,
          (i) =>
            soft(138 + i * w, 316, w - 6, 186, 30, pen.face(c)) +
            rect(150 + i * w, 322, w - 30, 18, 9, '#fff', opacity(0.22)) +
            (form === 1 ? ellipse(138 + i * w + w / 2, 400, 6, 6, dark(c, 0.45)) : ''),
        ) +
        rect(130, 470, 540, 30, 0, pen.fade(dark(c, 0.75), 0, 0.5, 0, 0, 0, 1)) +
        times(
          seats,
          (i) =>
            soft(138 + i * w, 478, w - 5, 84, 20, pen.down(light(c, 0.05))) +
            rect(148 + i * w, 483, w - 26, 14, 7, '#fff', opacity(0.26)),
        ) +
        soft(112, 556, 576, 62, 12, pen.down(dark(c, 0.12))) +
        (form === 2
          ? soft(70, 384, 74, 236, 8, pen.face(c)) + soft(656, 384, 74, 236, 8, pen.face(dark(c, 0.16)))
          : soft(66, 376, 84, 244, 38, pen.face(c)) + soft(650, 376, 84, 244, 38, pen.face(dark(c, 0.16)))) +
        rect(74, 382, 60, 20, 10, '#fff', opacity(0.25)) +
        (pen.seed % 2
          ? path('M170 392L262 380L276 476L178 486Q160 440 170 392Z', pen.face(pen.accent)) +
            path('M170 392L262 380L276 476L178 486Q160 440 170 392Z', pen.weave(pen.accent, 6))
          : '') +
        (pen.seed % 3
          ? path(
              'M560 376h70v200l-14 -8l-14 10l-14 -10l-14 10l-14 -8z',
              pen.face(light(pen.accent, 0.2)),
              opacity(0.95),
            ) + times(6, (i) => stroke(`M${564 + i * 12} 560v26`, light(pen.accent, 0.1), 3))
          : '')
      );
    },
  },
  sidetable: {
    scene: 'livingroom',
    with: ['armchair', 'vase'],
    focus: [400, 380, 1.5],
    draw: (pen) => {
      const form = pen.pick(3);
      const c = pen.main;
      const top = (x: number, y: number, r: number): string =>
        path(`M${x - r} ${y}v20a${r} ${r * 0.2} 0 0 0 ${r * 2} 0v-20z`, pen.cylinder(dark(c, 0.1))) +
        ellipse(x, y, r, r * 0.2, pen.face(light(c, 0.12))) +
        pen.clip(
          `M${x - r} ${y}a${r} ${r * 0.2} 0 0 0 ${r * 2} 0a${r} ${r * 0.2} 0 0 0 ${-r * 2} 0`,
          pen.grain(x - r, y - r * 0.2, r * 2, r * 0.4, c, 9),
        );
      const legs = (x: number, y: number, r: number, foot: number): string =>
        [-0.2, 0.86, -0.86]
          .map(
            (f) =>
              stroke(
                `M${x + r * f * 0.7} ${y + 10}L${x + r * f} ${foot}`,
                dark(c, f === -0.2 ? 0.35 : 0.15),
                14,
              ) +
              stroke(
                `M${x + r * f * 0.7 - 3} ${y + 10}L${x + r * f - 3} ${foot}`,
                light(c, 0.25),
                3,
                opacity(0.6),
              ),
          )
          .join('');
      const still = (x: number, y: number): string =>
        rect(x - 78, y - 22, 96, 16, 3, pen.accent) +
        rect(x - 72, y - 36, 86, 14, 3, '#e9e1d2') +
        rect(x + 40, y - 44, 36, 42, 7, pen.cylinder('#e7d9c4')) +
        ellipse(x + 58, y - 44, 18, 4, '#59351f');
      if (form === 1)
        return (
          pen.ground(400, 662, 210, 0.7) +
          legs(480, 380, 140, 654) +
          top(480, 370, 150) +
          legs(330, 470, 120, 668) +
          top(330, 460, 134) +
          still(320, 462)
        );
      if (form === 2)
        return (
          pen.ground(400, 662, 170, 0.7) +
          [252, 526].map((x) => path(`M${x} 520h22l-2 144h-16z`, pen.face(c))).join('') +
          rect(240, 380, 320, 150, 6, pen.face(c)) +
          pen.clip('M240 380h320v150h-320z', pen.grain(240, 380, 320, 150, c, 12)) +
          rect(256, 408, 288, 104, 4, pen.face(light(c, 0.08))) +
          rect(256, 408, 288, 104, 4, 'none', `stroke="${dark(c, 0.45)}" stroke-width="3"`) +
          ellipse(400, 460, 13, 13, pen.ball('#d2b06a')) +
          path('M226 366h348l14 16v12H212v-12z', pen.down(light(c, 0.12))) +
          still(400, 370)
        );
      return pen.ground(400, 662, 170, 0.7) + legs(400, 380, 160, 662) + top(400, 370, 200) + still(400, 372);
    },
  },
  cattree: {
    scene: 'livingroom',
    with: ['petbed'],
    focus: [400, 300, 1.5],
    draw: (pen) => {
      const rope = (x: number, y: number, h: number): string =>
        rect(x - 22, y, 44, h, 4, pen.cylinder('#cfae7d')) +
        times(Math.floor(h / 9), (i) =>
          stroke(`M${x - 22} ${y + 6 + i * 9}q22 7 44 0`, '#9a7848', 2, opacity(0.6)),
        );
      const deck = (x: number, y: number, w: number): string =>
        path(`M${x - w} ${y}v14a${w} ${w * 0.16} 0 0 0 ${w * 2} 0v-14z`, pen.cylinder(dark(pen.main, 0.1))) +
        ellipse(x, y, w, w * 0.16, pen.face(light(pen.main, 0.12))) +
        ellipse(x, y - 3, w * 0.84, w * 0.12, '#efe6d8');
      return (
        pen.ground(400, 664, 220, 1, 0.12) +
        path('M190 640a210 34 0 0 0 420 0v18a210 34 0 0 1 -420 0z', pen.cylinder(dark(pen.main, 0.12))) +
        ellipse(400, 640, 210, 34, pen.face(pen.main)) +
        rope(310, 250, 392) +
        rope(500, 380, 262) +
        rect(370, 452, 216, 160, 40, pen.face(pen.main)) +
        pen.clip(
          'M410 452h136q40 0 40 40v80q0 40 -40 40h-136q-40 0 -40 -40v-80q0 -40 40 -40z',
          pen.grain(370, 452, 216, 160, pen.main, 10),
        ) +
        ellipse(470, 534, 58, 58, '#2a2226') +
        ellipse(470, 580, 50, 12, '#efe6d8') +
        deck(500, 384, 112) +
        deck(310, 250, 124) +
        (pen.pick(3) === 0
          ? path('M252 250Q240 180 310 178T370 250Q310 268 252 250Z', '#5b5f67') +
            path('M262 204l-8 -44l34 24zM322 184l34 -24l-4 46z', '#5b5f67') +
            ellipse(290, 214, 5, 8, '#d8e06f') +
            ellipse(320, 214, 5, 8, '#d8e06f') +
            path('M301 228l9 0l-4.500 6z', '#e3a6a0') +
            stroke('M366 240Q430 250 410 320', '#5b5f67', 13)
          : '') +
        stroke('M560 400q6 40 0 64', '#b9a27d', 3) +
        ellipse(560, 476, 16, 16, pen.ball(pen.accent))
      );
    },
  },
};

import type { Family } from '../archetype.ts';
import { dark, light } from '../colour.ts';
import { el, gr, li, op, pa, rc, times } from '../shapes.ts';

export const AUDIO: Family = {
  headphones: {
    scene: 'desk',
    with: ['phone', 'mug'],
    focus: [300, 500, 1.6],
    draw: (p) => {
      const c = p.main;
      const form = p.pick(3);
      const metal = form === 2 ? '#c9a25b' : '#c3c7cb';
      const cup = (x: number, s: number): string =>
        gr(
          el(18, 0, 62, 108, p.face('#2a2b30')) +
            el(24, 0, 46, 90, '#17181b') +
            el(
              -22,
              0,
              74,
              112,
              p.lin(
                [
                  [0, light(c, 0.25)],
                  [0.5, c],
                  [1, dark(c, 0.45)],
                ],
                0,
                0,
                1,
                1,
              ),
            ) +
            el(-32, -2, 60, 96, p.ball(c)) +
            el(-34, -2, 34, 56, form === 2 ? p.ball('#a9744a') : dark(c, 0.16)) +
            el(-36, -4, 30, 50, p.face(light(c, 0.1))) +
            el(-52, -44, 14, 26, '#fff', `opacity=".45" transform="rotate(14 -52 -44)"`) +
            el(-30, 78, 4, 4, '#9fe09a'),
          `transform="translate(${x} 520) scale(${s} 1)"`,
        );
      return (
        p.ground(400, 644, 230, 0.9, 0.08) +
        li('M214 470C176 110 624 110 586 470', dark(c, 0.55), 44) +
        li('M214 470C176 110 624 110 586 470', c, 34) +
        li('M222 380C230 150 480 150 540 290', light(c, 0.45), 8, op(0.7)) +
        pa('M262 270C320 190 480 190 538 270L524 296C470 226 330 226 276 296Z', dark('#3a3b40', 0.2)) +
        [
          [206, 1],
          [594, -1],
        ]
          .map(([x]) => rc(x! - 11, 370, 22, 110, 10, p.metal(metal)))
          .join('') +
        cup(226, 1) +
        cup(574, -1)
      );
    },
  },
  earbuds: {
    scene: 'desk',
    with: ['phone'],
    focus: [300, 360, 1.7],
    scale: 0.8,
    draw: (p) => {
      const c = p.main;
      const bud = (x: number, y: number, flip: number, angle: number): string =>
        gr(
          rc(-17, 0, 34, 128, 17, p.cyl(c)) +
            rc(-15, 112, 30, 12, 6, p.metal('#c3c7cb')) +
            pa('M-56 -18C-60 -70 20 -84 44 -36C60 0 30 44 -14 40C-44 36 -54 8 -56 -18Z', p.ball(c)) +
            pa('M-50 -20Q-96 -34 -98 0Q-94 36 -48 16Z', p.face('#e9e7e2')) +
            el(-88, 0, 12, 20, '#55575c') +
            el(6, -36, 22, 10, '#fff', `opacity=".6" transform="rotate(-16 6 -36)"`) +
            el(20, 0, 6, 12, '#2a2b30'),
          `transform="translate(${x} ${y}) rotate(${angle}) scale(${flip * 1.12} 1.12)"`,
        );
      return (
        p.ground(400, 650, 210) +
        rc(
          220,
          376,
          360,
          90,
          44,
          p.lin(
            [
              [0, dark(c, 0.4)],
              [1, dark(c, 0.15)],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        bud(300, 260, 1, -8) +
        bud(500, 260, -1, 8) +
        rc(240, 440, 320, 46, 22, dark(c, 0.6)) +
        pa(
          'M204 474Q204 452 230 452H570Q596 452 596 474V560Q590 650 480 650H320Q210 650 204 560Z',
          p.lin(
            [
              [0, light(c, 0.34)],
              [0.3, c],
              [1, dark(c, 0.3)],
            ],
            0,
            0,
            0.8,
            1,
          ),
        ) +
        pa('M224 466H470Q300 476 236 560Q218 520 224 466Z', '#fff', op(0.3)) +
        el(400, 530, 6, 6, '#8be08a') +
        p.text(p.brand, 400, 598, 22, { fill: p.inkOn(c), width: 180, spacing: 1 })
      );
    },
  },
  speaker: {
    scene: 'livingroom',
    with: ['plantpot', 'book'],
    focus: [400, 430, 1.5],
    scale: 0.86,
    draw: (p) => {
      const form = p.pick(3);
      const c = p.main;
      if (form === 1) {
        const one = (x: number, y: number, s: number): string =>
          gr(
            p.ground(0, 222, 130) +
              rc(-124, -232, 248, 456, 10, p.face('#8a5f40')) +
              gr(p.grain(-124, -232, 248, 456, '#8a5f40', 12, true), op(0.7)) +
              rc(-110, -218, 220, 428, 6, p.face(dark(c, 0.1))) +
              [
                [-118, 52],
                [66, 92],
              ]
                .map(
                  ([cy, r]) =>
                    el(0, cy!, r! + 8, r! + 8, '#16171a') +
                    el(0, cy!, r!, r!, p.ball('#3b3e45')) +
                    el(
                      0,
                      cy!,
                      r! * 0.8,
                      r! * 0.8,
                      p.rad([
                        [0, '#1c1d21'],
                        [0.7, '#34373d'],
                        [1, '#54585f'],
                      ]),
                    ) +
                    el(0, cy!, r! * 0.34, r! * 0.34, p.ball('#6a6f77')),
                )
                .join('') +
              p.text(p.brand, 0, 194, 16, { fill: p.inkOn(c), width: 120 }),
            `transform="translate(${x} ${y}) scale(${s})"`,
          );
        return one(272, 420, 0.86) + one(524, 430, 0.98);
      }
      const w = form === 0 ? 150 : 270;
      const h = form === 0 ? 400 : 240;
      const top = 650 - h;
      const mesh = p.pattern(9, 9, el(4.5, 4.5, 2.2, 2.2, dark(c, 0.6), op(0.55)));
      return (
        p.ground(402, 652, w) +
        (form === 2
          ? li(
              `M${400 - w + 40} ${top + 20}C${400 - w + 60} ${top - 80} ${400 + w - 60} ${top - 80} ${400 + w - 40} ${top + 20}`,
              '#a9744a',
              20,
            )
          : '') +
        rc(400 - w, top, w * 2, h, form === 0 ? 70 : 60, p.cyl(c)) +
        rc(400 - w, top, w * 2, h, form === 0 ? 70 : 60, mesh) +
        rc(400 - w + 16, top + 20, 30, h - 80, 15, '#fff', op(0.24)) +
        (form === 0
          ? el(400, top + 34, 116, 24, p.face(light(c, 0.2))) +
            times(3, (i) => el(360 + i * 40, top + 34, 9, 4, dark(c, 0.5)))
          : rc(330, top + 10, 140, 14, 7, light(c, 0.3))) +
        rc(400 - 46, 590, 92, 24, 4, p.metal('#d3d6d9')) +
        p.text(p.brand, 400, 607, 14, { fill: '#34373c', weight: 600, width: 80 })
      );
    },
  },
};

import type { Family } from '../archetype.ts';
import { dark, light } from '../colour.ts';
import { ellipse, group, opacity, path, rect, stroke, times } from '../shapes.ts';

export const AUDIO: Family = {
  headphones: {
    scene: 'desk',
    with: ['phone', 'mug'],
    focus: [300, 500, 1.6],
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      const metal = form === 2 ? '#c9a25b' : '#c3c7cb';
      const cup = (x: number, s: number): string =>
        group(
          ellipse(18, 0, 62, 108, pen.face('#2a2b30')) +
            ellipse(24, 0, 46, 90, '#17181b') +
            ellipse(
              -22,
              0,
              74,
              112,
              pen.linear(
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
            ellipse(-32, -2, 60, 96, pen.ball(c)) +
            ellipse(-34, -2, 34, 56, form === 2 ? pen.ball('#a9744a') : dark(c, 0.16)) +
            ellipse(-36, -4, 30, 50, pen.face(light(c, 0.1))) +
            ellipse(-52, -44, 14, 26, '#fff', `opacity=".45" transform="rotate(14 -52 -44)"`) +
            ellipse(-30, 78, 4, 4, '#9fe09a'),
          `transform="translate(${x} 520) scale(${s} 1)"`,
        );
      return (
        pen.ground(400, 644, 230, 0.9, 0.08) +
        stroke('M214 470C176 110 624 110 586 470', dark(c, 0.55), 44) +
        stroke('M214 470C176 110 624 110 586 470', c, 34) +
        stroke('M222 380C230 150 480 150 540 290', light(c, 0.45), 8, opacity(0.7)) +
        path('M262 270C320 190 480 190 538 270L524 296C470 226 330 226 276 296Z', dark('#3a3b40', 0.2)) +
        [
          [206, 1],
          [594, -1],
        ]
          .map(([x]) => rect(x! - 11, 370, 22, 110, 10, pen.metal(metal)))
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
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      const bud = (x: number, y: number, flip: number, angle: number): string =>
        group(
          (form === 0
            ? rect(-17, 0, 34, 128, 17, pen.cylinder(c)) + rect(-15, 112, 30, 12, 6, pen.metal('#c3c7cb'))
            : form === 1
              ? stroke('M-6 -40C-20 -124 68 -124 62 -30Q58 24 40 74', dark(c, 0.25), 20) +
                stroke('M-8 -44C-20 -122 64 -124 58 -34', light(c, 0.35), 5)
              : rect(4, -30, 44, 64, 20, pen.face(dark(c, 0.1)))) +
            path('M-56 -18C-60 -70 20 -84 44 -36C60 0 30 44 -14 40C-44 36 -54 8 -56 -18Z', pen.ball(c)) +
            path('M-50 -20Q-96 -34 -98 0Q-94 36 -48 16Z', pen.face('#e9e7e2')) +
            ellipse(-88, 0, 12, 20, '#55575c') +
            ellipse(6, -36, 22, 10, '#fff', `opacity=".6" transform="rotate(-16 6 -36)"`) +
            ellipse(20, 0, 6, 12, '#2a2b30'),
          `transform="translate(${x} ${y}) rotate(${angle}) scale(${flip * 1.12} 1.12)"`,
        );
      return (
        pen.ground(400, 650, 210) +
        rect(
          220,
          376,
          360,
          90,
          44,
          pen.linear(
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
        rect(240, 440, 320, 46, 22, dark(c, 0.6)) +
        path(
          'M204 474Q204 452 230 452H570Q596 452 596 474V560Q590 650 480 650H320Q210 650 204 560Z',
          pen.linear(
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
        path('M224 466H470Q300 476 236 560Q218 520 224 466Z', '#fff', opacity(0.3)) +
        ellipse(400, 530, 6, 6, '#8be08a') +
        pen.text(pen.brand, 400, 598, 22, { fill: pen.inkOn(c), width: 180, spacing: 1 })
      );
    },
  },
  speaker: {
    scene: 'livingroom',
    with: ['plantpot', 'book'],
    focus: [400, 430, 1.5],
    scale: 0.86,
    draw: (pen) => {
      const form = pen.pick(3);
      const c = pen.main;
      if (form === 1) {
        const one = (x: number, y: number, s: number): string =>
          group(
            pen.ground(0, 222, 130) +
              rect(-124, -232, 248, 456, 10, pen.face('#8a5f40')) +
              group(pen.grain(-124, -232, 248, 456, '#8a5f40', 12, true), opacity(0.7)) +
              rect(-110, -218, 220, 428, 6, pen.face(dark(c, 0.1))) +
              [
                [-118, 52],
                [66, 92],
              ]
                .map(
                  ([cy, r]) =>
                    ellipse(0, cy!, r! + 8, r! + 8, '#16171a') +
                    ellipse(0, cy!, r!, r!, pen.ball('#3b3e45')) +
                    ellipse(
                      0,
                      cy!,
                      r! * 0.8,
                      r! * 0.8,
                      pen.radial([
                        [0, '#1c1d21'],
                        [0.7, '#34373d'],
                        [1, '#54585f'],
                      ]),
                    ) +
                    ellipse(0, cy!, r! * 0.34, r! * 0.34, pen.ball('#6a6f77')),
                )
                .join('') +
              pen.text(pen.brand, 0, 194, 16, { fill: pen.inkOn(c), width: 120 }),
            `transform="translate(${x} ${y}) scale(${s})"`,
          );
        return one(272, 420, 0.86) + one(524, 430, 0.98);
      }
      const w = form === 0 ? 150 : 270;
      const h = form === 0 ? 400 : 240;
      const top = 650 - h;
      const mesh = pen.pattern(9, 9, ellipse(4.5, 4.5, 2.2, 2.2, dark(c, 0.6), opacity(0.55)));
      return (
        pen.ground(402, 652, w) +
        (form === 2
          ? stroke(
              `M${400 - w + 40} ${top + 20}C${400 - w + 60} ${top - 80} ${400 + w - 60} ${top - 80} ${400 + w - 40} ${top + 20}`,
              '#a9744a',
              20,
            )
          : '') +
        rect(400 - w, top, w * 2, h, form === 0 ? 70 : 60, pen.cylinder(c)) +
        rect(400 - w, top, w * 2, h, form === 0 ? 70 : 60, mesh) +
        rect(400 - w + 16, top + 20, 30, h - 80, 15, '#fff', opacity(0.24)) +
        (form === 0
          ? ellipse(400, top + 34, 116, 24, pen.face(light(c, 0.2))) +
            times(3, (i) => ellipse(360 + i * 40, top + 34, 9, 4, dark(c, 0.5)))
          : rect(330, top + 10, 140, 14, 7, light(c, 0.3))) +
        rect(400 - 46, 590, 92, 24, 4, pen.metal('#d3d6d9')) +
        pen.text(pen.brand, 400, 607, 14, { fill: '#34373c', weight: 600, width: 80 })
      );
    },
  },
};

import type { Family } from '../archetype.ts';
import { dark, light, mix } from '../colour.ts';
import { ellipse, opacity, rect, stroke, tenths, times } from '../shapes.ts';
import { Turned } from '../turned.ts';

const CLEAR = '#dfe9ea';

/** Where the glasses of a set stand, by their number: x, y and size, from back to front. */
const LAID: Record<number, readonly (readonly [x: number, y: number, size: number])[]> = {
  2: [
    [520, 620, 1.16],
    [282, 656, 1.2],
  ],
  3: [
    [232, 600, 1],
    [576, 604, 1],
    [400, 676, 1.24],
  ],
  4: [
    [318, 586, 0.92],
    [556, 588, 0.92],
    [212, 664, 1],
    [444, 668, 1],
  ],
  6: [
    [252, 574, 0.76],
    [432, 574, 0.76],
    [612, 574, 0.76],
    [170, 660, 0.82],
    [358, 664, 0.82],
    [546, 664, 0.82],
  ],
};

export const DRINKWARE: Family = {
  mug: {
    scene: 'kitchen',
    with: ['frenchpress', 'coffeebag'],
    focus: [430, 430, 1.7],
    size: 1.3,
    draw: (pen) => {
      const form = pen.pick(4);
      const body = new Turned(
        [
          [
            [330, 132],
            [330, 132],
            [600, 132],
            [640, 118],
            [650, 96],
          ],
          [
            [330, 140],
            [330, 140],
            [560, 118],
            [640, 104],
            [650, 96],
          ],
          [
            [350, 122],
            [400, 148],
            [500, 158],
            [600, 134],
            [650, 88],
          ],
          [
            [330, 126],
            [330, 126],
            [620, 134],
            [645, 124],
            [650, 104],
          ],
        ][form] as [number, number][],
        380,
      );
      const handle = form === 2 ? 'M520 440C620 410 640 560 512 570' : 'M504 400C622 372 632 590 500 572';
      const clay = '#d9c3a3';
      return (
        pen.ground(384, 652, 134) +
        stroke(handle, dark(pen.main, 0.32), 34) +
        stroke(handle, pen.main, 28) +
        stroke(handle, light(pen.main, 0.35), 8, 'transform="translate(-3 -7)" opacity=".8"') +
        body.body(pen.cylinder(pen.main)) +
        (form === 1
          ? times(9, (i) => {
              const x = 262 + i * 29;
              return stroke(
                `M${x} 356L${tenths(380 + (x - 380) * 0.8)} 620`,
                i < 4 ? light(pen.main, 0.4) : dark(pen.main, 0.4),
                3,
                opacity(0.5),
              );
            })
          : '') +
        (form === 3
          ? body.band(500, 650, pen.cylinder(clay)) +
            pen.clip(body.bandPath(500, 645), pen.speckle(250, 510, 260, 140, '#7b5f43', 50))
          : pen.clip(body.path, pen.speckle(240, 340, 290, 300, dark(pen.main, 0.6), form === 0 ? 70 : 26))) +
        body.band(632, 650, pen.cylinder(clay), opacity(0.9)) +
        body.gloss(pen, -0.78, -0.5, 0.5) +
        body.gloss(pen, 0.66, 0.76, 0.22) +
        body.mouth(
          pen,
          pen.main,
          pen.linear(
            [
              [0, dark(pen.main, 0.5)],
              [1, pen.main],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        (pen.seed % 3 === 0
          ? ''
          : ellipse(380, 340, body.radius(345) - 14, 13, '#4b2c1b') +
            ellipse(356, 338, 60, 6, '#8a5a38', opacity(0.7)))
      );
    },
  },
  glass: {
    scene: 'table',
    with: ['bowl', 'oliveoil'],
    focus: [470, 420, 1.8],
    draw: (pen) => {
      const wine = pen.pick(3) === 2;
      // Tinted bowls stay empty, so that their colour is seen.
      const isFilled = !wine || (pen.main === CLEAR && pen.seed % 2 === 0);
      const one = (cx: number, foot: number, s: number): string => {
        const y = (v: number): number => foot - (650 - v) * s;
        const profile: [number, number][] = wine
          ? [
              [y(250), 78 * s],
              [y(340), 98 * s],
              [y(430), 62 * s],
              [y(468), 12 * s],
              [y(560), 8 * s],
              [y(634), 9 * s],
              [y(641), 40 * s],
              [y(646), 78 * s],
              [y(650), 80 * s],
            ]
          : [
              [y(360), 92 * s],
              [y(360), 92 * s],
              [y(620), 76 * s],
              [y(650), 66 * s],
            ];
        const shape = new Turned(profile, cx);
        const level = y(wine ? 350 : 440);
        return (
          pen.ground(cx, foot, 84 * s, 0.6) +
          (wine && isFilled
            ? shape.band(
                level,
                y(452),
                pen.linear([
                  [0, '#7d1f34', 0.95],
                  [0.4, '#a73350', 0.9],
                  [1, '#5d1426', 0.96],
                ]),
              ) + shape.ring(level, '#b9506a')
            : '') +
          (wine
            ? ''
            : shape.band(
                level,
                y(636),
                pen.linear([
                  [0, '#cfe4e6', 0.8],
                  [0.4, '#f1fafa', 0.55],
                  [1, '#a9c8cf', 0.8],
                ]),
              ) + shape.ring(level, '#eef8f8', opacity(0.9))) +
          (wine
            ? rect(
                cx - 7 * s,
                y(455),
                14 * s,
                186 * s,
                6,
                pen.linear([
                  [0, mix('#8fa3a8', pen.main, 0.5), 0.75],
                  [0.35, '#ffffff', 0.9],
                  [0.6, mix('#c9d6d8', pen.main, 0.5), 0.5],
                  [1, mix('#7d9197', pen.main, 0.5), 0.8],
                ]),
              ) +
              ellipse(
                cx,
                y(646),
                78 * s,
                11 * s,
                pen.linear([
                  [0, '#ffffff', 0.8],
                  [0.5, mix('#b9c9cc', pen.main, 0.5), 0.4],
                  [1, mix('#7d9197', pen.main, 0.5), 0.6],
                ]),
              )
            : '') +
          shape.body(pen.glass(pen.main, wine && pen.main === CLEAR ? 0.9 : wine ? 1.5 : 1.15)) +
          (pen.pick(3) === 1
            ? times(11, (i) => {
                const f = (i - 5) / 5.4;
                return stroke(
                  `M${tenths(cx + 92 * s * f)} ${tenths(y(376))}L${tenths(cx + 72 * s * f)} ${tenths(y(632))}`,
                  '#fff',
                  3 * s,
                  opacity(0.55),
                );
              })
            : '') +
          (wine ? '' : shape.band(y(620), y(650), pen.glass(dark(pen.main, 0.15), 1.3))) +
          shape.gloss(pen, -0.82, -0.62, 0.9, 0.04, wine ? 0.4 : 0.92) +
          shape.gloss(pen, 0.6, 0.8, 0.45, 0.04, wine ? 0.4 : 0.9) +
          shape.ring(profile[0]![0], 'none', `stroke="#fff" stroke-width="${4 * s}" opacity=".9"`) +
          shape.ring(
            profile[0]![0],
            'none',
            `stroke="${dark(pen.main, 0.4)}" stroke-width="1.5" opacity=".5"`,
          )
        );
      };
      return (LAID[pen.piecesOr(3, 6)] ?? LAID[3]!).map(([x, y, s]) => one(x, y, s)).join('');
    },
  },
  bottle: {
    scene: 'studio',
    with: ['yogamat'],
    focus: [400, 250, 1.9],
    draw: (pen) => {
      const form = pen.pick(3);
      const body = new Turned(
        [
          [
            [250, 54],
            [300, 96],
            [360, 104],
            [360, 104],
            [620, 104],
            [646, 96],
            [650, 88],
          ],
          [
            [240, 44],
            [300, 92],
            [380, 92],
            [440, 82],
            [520, 92],
            [620, 96],
            [650, 84],
          ],
          [
            [230, 82],
            [270, 104],
            [300, 108],
            [300, 108],
            [625, 108],
            [650, 98],
          ],
        ][form] as [number, number][],
      );
      const lid = new Turned(
        form === 2
          ? [
              [150, 72],
              [160, 82],
              [160, 82],
              [232, 84],
            ]
          : [
              [170, 40],
              [180, 52],
              [180, 52],
              [250, 56],
            ],
      );
      const capColour = form === 1 ? pen.accent : '#2f3136';
      return (
        pen.ground(400, 652, 112) +
        stroke(
          form === 2 ? 'M340 176C330 96 470 96 460 176' : 'M360 190C350 118 450 118 440 190',
          dark(capColour, 0.2),
          20,
        ) +
        stroke(
          form === 2 ? 'M340 176C330 96 470 96 460 176' : 'M360 190C350 118 450 118 440 190',
          light(capColour, 0.2),
          6,
          'transform="translate(-2 -4)"',
        ) +
        body.body(pen.cylinder(pen.main)) +
        pen.clip(body.path, pen.speckle(290, 260, 220, 390, light(pen.main, 0.5), 60)) +
        body.band(628, 650, pen.metal('#c4c8cc')) +
        body.band(form === 2 ? 230 : 250, form === 2 ? 242 : 262, pen.metal('#c4c8cc')) +
        body.gloss(pen, -0.76, -0.52, 0.55) +
        body.gloss(pen, 0.62, 0.78, 0.2) +
        pen
          .text(pen.brand, 0, 0, 30, { fill: pen.inkOn(pen.main), weight: 600, spacing: 3, width: 240 })
          .replace('<text', '<text transform="translate(412 470) rotate(-90)"') +
        lid.body(pen.cylinder(capColour)) +
        lid.gloss(pen, -0.7, -0.4, 0.45) +
        lid.ring(form === 2 ? 150 : 170, light(capColour, 0.25))
      );
    },
  },
  flask: {
    scene: 'meadow',
    with: ['backpack'],
    focus: [400, 330, 1.7],
    scale: 0.8,
    draw: (pen) => {
      const body = new Turned([
        [290, 84],
        [312, 108],
        [340, 112],
        [340, 112],
        [622, 112],
        [646, 106],
        [650, 98],
      ]);
      const cup = new Turned([
        [150, 70],
        [164, 84],
        [164, 84],
        [290, 92],
      ]);
      const steel = '#c3c6c8';
      return (
        pen.ground(400, 652, 118) +
        (pen.pick(3) === 1
          ? ''
          : stroke('M512 350C600 350 600 560 512 560', dark(pen.main, 0.4), 26) +
            stroke('M512 350C600 350 600 560 512 560', dark(pen.main, 0.1), 18)) +
        body.body(pen.cylinder(pen.main)) +
        body.band(600, 650, pen.metal(steel)) +
        body.band(292, 318, pen.metal(steel)) +
        body.band(430, 438, pen.accent, opacity(0.9)) +
        body.band(446, 450, pen.accent, opacity(0.9)) +
        body.gloss(pen, -0.78, -0.54, 0.5, 0.1) +
        pen.text(pen.brand, 400, 540, 26, { fill: pen.inkOn(pen.main), font: 'serif', width: 150 }) +
        cup.body(pen.metal(steel)) +
        cup.ring(150, light(steel, 0.55)) +
        cup.band(268, 290, pen.metal(dark(steel, 0.2)))
      );
    },
  },
  babybottle: {
    scene: 'nursery',
    with: ['stacker', 'plush'],
    focus: [400, 270, 1.9],
    scale: 0.7,
    draw: (pen) => {
      const body = new Turned([
        [300, 74],
        [330, 96],
        [360, 100],
        [420, pen.pick(2) === 0 ? 92 : 100],
        [520, 98],
        [620, 104],
        [650, 92],
      ]);
      const ring = new Turned([
        [240, 70],
        [246, 86],
        [246, 86],
        [306, 88],
      ]);
      const teat = new Turned([
        [120, 12],
        [140, 20],
        [170, 24],
        [200, 50],
        [242, 66],
      ]);
      return (
        pen.ground(400, 652, 108) +
        body.band(
          400,
          646,
          pen.linear([
            [0, '#e9e2d6'],
            [0.3, '#fffdf8'],
            [1, '#d5ccbd'],
          ]),
        ) +
        body.ring(400, '#fffef9') +
        body.body(pen.glass('#dbe7ea', 0.9)) +
        times(5, (i) => rect(462, 440 + i * 36, i % 2 ? 16 : 26, 3, 1, dark(pen.main, 0.3))) +
        body.band(520, 650, pen.cylinder(pen.main), opacity(0.92)) +
        ellipse(400, 592, 22, 18, light(pen.main, 0.6)) +
        ellipse(384, 574, 10, 10, light(pen.main, 0.6)) +
        ellipse(416, 574, 10, 10, light(pen.main, 0.6)) +
        body.gloss(pen, -0.78, -0.56, 0.75) +
        teat.body(pen.cylinder('#f0dfc3'), opacity(0.96)) +
        teat.gloss(pen, -0.6, -0.3, 0.7) +
        ring.body(pen.cylinder(pen.main)) +
        times(12, (i) => {
          const x = 324 + i * 14;
          return stroke(`M${x} 262V304`, dark(pen.main, 0.3), 2, opacity(0.4));
        }) +
        ring.ring(240, light(pen.main, 0.3)) +
        teat.band(226, 243, pen.cylinder('#f0dfc3'))
      );
    },
  },
};

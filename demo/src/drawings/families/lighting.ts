import type { Family } from '../archetype.ts';
import { dark, light } from '../colour.ts';
import type { Pen } from '../pen.ts';
import { ellipse, group, opacity, path, rect, stroke, times, turn } from '../shapes.ts';
import { Turned } from '../turned.ts';

const linen = (
  pen: Pen,
  x: number,
  y: number,
  top: number,
  low: number,
  h: number,
  tone = '#f3e9d6',
): string => {
  const shade = new Turned(
    [
      [y, top],
      [y, top],
      [y + h, low],
      [y + h, low],
    ],
    x,
  );
  return (
    shade.body(
      pen.linear([
        [0, dark(tone, 0.2)],
        [0.3, light(tone, 0.5)],
        [0.6, tone],
        [1, dark(tone, 0.28)],
      ]),
    ) +
    shade.body(pen.weave(tone, 5)) +
    shade.band(y + h * 0.3, y + h, pen.fade('#ffd795', 0, 0.55, 0, 0, 0, 1)) +
    shade.ring(y, light(tone, 0.3)) +
    ellipse(x, y, top * 0.86, top * 0.12, '#fff3cf') +
    shade.band(y + h - 6, y + h, dark(tone, 0.12))
  );
};
const glow = (pen: Pen, x: number, y: number, r: number): string =>
  ellipse(
    x,
    y,
    r,
    r,
    pen.radial([
      [0, '#ffe0a0', 0.5],
      [0.5, '#ffe0a0', 0.16],
      [1, '#ffe0a0', 0],
    ]),
  );

export const LIGHTING: Family = {
  tablelamp: {
    scene: 'shelf',
    with: ['book', 'vase'],
    focus: [400, 300, 1.5],
    draw: (pen) => {
      const form = pen.pick(3);
      if (form === 1) {
        return (
          pen.ground(400, 652, 110) +
          new Turned([
            [632, 104],
            [636, 112],
            [652, 108],
          ]).body(pen.cylinder(pen.main)) +
          stroke('M400 632V400L300 282', dark(pen.main, 0.2), 15) +
          stroke('M397 632V402L298 284', light(pen.main, 0.5), 4) +
          ellipse(400, 400, 15, 15, pen.ball('#c9a25b')) +
          glow(pen, 250, 420, 230) +
          turn(
            -20,
            290,
            270,
            path('M150 330A140 140 0 0 1 430 330Z', pen.face(pen.main)) +
              ellipse(290, 330, 140, 20, '#fff1c7') +
              path('M176 300A120 120 0 0 1 280 206A150 150 0 0 0 176 300Z', '#fff', opacity(0.5)) +
              rect(280, 180, 20, 18, 6, pen.metal('#c9a25b')),
          )
        );
      }
      if (form === 2) {
        const cap = new Turned([
          [270, 30],
          [282, 110],
          [320, 172],
          [364, 192],
          [372, 184],
        ]);
        return (
          pen.ground(400, 652, 96) +
          glow(pen, 400, 420, 300) +
          new Turned([
            [366, 44],
            [440, 40],
            [540, 56],
            [620, 92],
            [652, 96],
          ]).body(pen.cylinder(pen.main)) +
          cap.body(pen.cylinder(pen.main)) +
          ellipse(400, 370, 180, 26, '#fff0c6') +
          cap.gloss(pen, -0.72, -0.42, 0.5, 0.1, 0.8) +
          ellipse(
            400,
            400,
            60,
            60,
            pen.radial([
              [0, '#fff4d2', 0.8],
              [1, '#fff4d2', 0],
            ]),
          )
        );
      }
      const base = new Turned([
        [400, 20],
        [420, 26],
        [450, 66],
        [520, 110],
        [590, 104],
        [640, 68],
        [652, 64],
      ]);
      return (
        pen.ground(400, 654, 90) +
        glow(pen, 400, 330, 330) +
        base.body(pen.cylinder(pen.main)) +
        pen.clip(base.path, pen.speckle(290, 420, 220, 230, dark(pen.main, 0.6), 50)) +
        base.gloss(pen, -0.72, -0.45, 0.5) +
        rect(394, 378, 12, 40, 3, pen.metal('#c9a25b')) +
        linen(pen, 400, 160, 122, 190, 220) +
        stroke('M466 640C560 660 600 640 700 668', '#8a7b66', 4, opacity(0.6))
      );
    },
  },
  floorlamp: {
    scene: 'livingroom',
    with: ['armchair'],
    focus: [400, 220, 1.6],
    scale: 1.05,
    draw: (pen) => {
      const form = pen.pick(3);
      if (form === 0) {
        return (
          pen.ground(560, 672, 92) +
          new Turned(
            [
              [656, 84],
              [660, 90],
              [674, 86],
            ],
            560,
          ).body(pen.cylinder(pen.main)) +
          stroke('M560 660V330C560 110 330 80 270 200', dark(pen.main, 0.2), 11) +
          stroke('M557 660V330C557 114 332 84 272 196', light(pen.main, 0.55), 3) +
          glow(pen, 268, 330, 230) +
          path('M160 300A110 106 0 0 1 380 300Z', pen.face(pen.main)) +
          ellipse(270, 300, 110, 16, '#fff1c7') +
          path('M182 276A90 90 0 0 1 258 206A120 120 0 0 0 182 276Z', '#fff', opacity(0.5))
        );
      }
      if (form === 1)
        return (
          pen.ground(400, 672, 150, 0.6) +
          [-130, 130, 20]
            .map(
              (x) =>
                stroke(`M400 330L${400 + x} 668`, dark(pen.main, x > 100 ? 0.3 : 0.06), 15) +
                stroke(`M397 330L${396 + x} 668`, light(pen.main, 0.4), 4) +
                stroke(`M${400 + x * 0.94} 648L${400 + x} 668`, '#b98655', 15),
            )
            .join('') +
          rect(368, 312, 64, 30, 5, pen.face('#b98655')) +
          glow(pen, 400, 230, 280) +
          linen(pen, 400, 110, 120, 152, 190)
        );
      return (
        pen.ground(400, 672, 94) +
        new Turned([
          [654, 86],
          [660, 94],
          [674, 90],
        ]).body(pen.cylinder(pen.main)) +
        stroke('M400 656V130', dark(pen.main, 0.25), 10) +
        stroke('M397 656V132', light(pen.main, 0.55), 3) +
        stroke('M400 160L300 190', dark(pen.main, 0.25), 8) +
        glow(pen, 260, 260, 200) +
        turn(
          18,
          290,
          210,
          path('M220 250L256 170H322L360 250Z', pen.face(pen.main)) + ellipse(290, 250, 70, 10, '#fff1c7'),
        ) +
        ellipse(400, 160, 12, 12, pen.ball('#c9a25b')) +
        ellipse(400, 130, 8, 8, pen.ball('#c9a25b'))
      );
    },
  },
  lantern: {
    scene: 'patio',
    with: ['plantpot'],
    focus: [400, 470, 1.6],
    draw: (pen) => {
      const form = pen.pick(3);
      const wire =
        stroke('M330 330C330 160 470 160 470 330', dark(pen.main, 0.3), 9) +
        stroke('M330 326C332 164 466 162 468 326', light(pen.main, 0.4), 2.5);
      const flame =
        glow(pen, 400, 500, 260) +
        ellipse(400, 596, 46, 12, '#e9dfc9') +
        rect(
          366,
          540,
          68,
          58,
          4,
          pen.linear([
            [0, '#d9c9a8'],
            [0.3, '#fffaf0'],
            [1, '#cbb68f'],
          ]),
        ) +
        ellipse(400, 540, 34, 7, '#fff3d2') +
        path('M400 470q20 30 12 50q-12 22 -24 0q-6 -16 12 -50z', '#ffbd4a') +
        path('M400 492q9 16 5 27q-5 8 -10 0q-3 -8 5 -27z', '#fff8e2');
      if (form === 2) {
        const globe = new Turned([
          [400, 60],
          [440, 96],
          [500, 112],
          [560, 100],
          [600, 70],
        ]);
        return (
          pen.ground(400, 654, 110) +
          wire +
          flame +
          globe.body(pen.glass('#e3ecec', 0.7)) +
          globe.gloss(pen, -0.78, -0.56, 0.8) +
          new Turned([
            [600, 80],
            [612, 108],
            [640, 112],
            [652, 104],
          ]).body(pen.metal(pen.main)) +
          new Turned([
            [320, 30],
            [340, 48],
            [380, 56],
            [402, 74],
          ]).body(pen.metal(pen.main))
        );
      }
      return (
        pen.ground(400, 652, 128) +
        wire +
        rect(284, 400, 232, 222, 2, '#2b2a2d', opacity(0.14)) +
        flame +
        rect(
          292,
          404,
          216,
          216,
          0,
          pen.linear(
            [
              [0, '#fff', 0.4],
              [0.4, '#fff', 0.05],
              [1, '#cfe0e0', 0.25],
            ],
            0,
            0,
            1,
            0.4,
          ),
        ) +
        path('M300 410L380 410L300 540Z', '#fff', opacity(0.4)) +
        [280, 504, 394]
          .map((x, i) => rect(x, 396, i === 2 ? 8 : 16, 232, 0, pen.cylinder(pen.main)))
          .join('') +
        rect(262, 614, 276, 36, 4, pen.cylinder(pen.main)) +
        path('M256 404L322 330H478L544 404Z', pen.down(pen.main)) +
        path('M262 400L324 334H380L330 400Z', '#fff', opacity(0.25)) +
        rect(340, 306, 120, 26, 5, pen.cylinder(pen.main)) +
        (form === 0
          ? path('M344 338h112l14 18h-140z', '#26344c') +
            times(5, (i) => stroke(`M${362 + i * 19} 338L${354 + i * 23} 356`, '#7d93b5', 1.5))
          : times(5, (i) => ellipse(350 + i * 25, 366, 6, 6, '#ffd98a')))
      );
    },
  },
  headlamp: {
    scene: 'meadow',
    with: ['tent'],
    focus: [330, 430, 1.6],
    scale: 0.75,
    draw: (pen) => {
      const strap = new Turned(
        [
          [430, 196],
          [430, 196],
          [546, 196],
          [546, 196],
        ],
        430,
        0.3,
      );
      const lamp =
        path(
          'M180 430Q180 390 220 384L350 372Q392 372 398 412V560Q396 600 352 604L230 612Q186 610 182 572Z',
          pen.face('#3a3e46'),
        ) +
        path(
          'M196 436Q196 406 224 400L346 390Q378 390 382 420V550Q380 584 348 588L234 596Q200 594 198 564Z',
          pen.face(pen.main),
        ) +
        ellipse(290, 494, 78, 80, '#202227') +
        ellipse(
          288,
          492,
          68,
          70,
          pen.radial(
            [
              [0, '#ffffff'],
              [0.3, '#fff4cc'],
              [0.6, '#d2d8dc'],
              [1, '#6f767d'],
            ],
            0.42,
            0.4,
            0.62,
          ),
        ) +
        ellipse(288, 492, 20, 20, '#fff') +
        glow(pen, 270, 490, 220) +
        rect(340, 398, 34, 15, 7, '#c9432f') +
        path('M232 450Q256 424 292 424Q262 440 244 476Z', '#fff', opacity(0.8)) +
        (pen.pick(2) === 1 ? rect(216, 560, 30, 10, 4, '#202227') : '');
      return (
        pen.ground(430, 592, 214, 0.9, 0.2) +
        strap.body(pen.cylinder('#2f3238')) +
        strap.band(458, 518, pen.cylinder(pen.main)) +
        strap.ring(430, '#1d1f24') +
        ellipse(430, 448, 180, 46, dark(pen.main, 0.55)) +
        ellipse(430, 462, 176, 40, '#17181b') +
        group(lamp, 'transform="translate(106 66) scale(.98)"')
      );
    },
  },
  bikelight: {
    scene: 'desk',
    with: ['helmet'],
    focus: [380, 440, 1.6],
    scale: 0.7,
    draw: (pen) => {
      const one = (x: number, y: number, s: number, lens: string, shell: string): string =>
        group(
          pen.ground(4, 136, 92, 0.9) +
            path('M-40 96C-60 160 70 170 60 96L40 84H-20Z', pen.face('#2d2f34')) +
            rect(-140, -70, 330, 160, 58, pen.down(shell)) +
            rect(-120, -60, 260, 26, 13, '#fff', opacity(0.35)) +
            times(5, (i) => rect(60 + i * 20, -70, 7, 160, 3, dark(shell, 0.35), opacity(0.6))) +
            ellipse(-116, 10, 76, 82, '#1f2126') +
            ellipse(
              -120,
              10,
              66,
              72,
              pen.radial(
                [
                  [0, '#fff'],
                  [0.35, light(lens, 0.5)],
                  [0.75, lens],
                  [1, dark(lens, 0.5)],
                ],
                0.42,
                0.38,
                0.65,
              ),
            ) +
            times(6, (i) => turn(i * 60, -120, 10, stroke('M-120 10v-66', '#fff', 2, opacity(0.5)))) +
            glow(pen, -150, 10, 210) +
            rect(20, -84, 60, 20, 9, '#24262b') +
            ellipse(50, -78, 8, 4, '#7ee08a'),
          `transform="translate(${x} ${y}) scale(${s})"`,
        );
      return pen.pick(3) === 0
        ? one(520, 420, 0.72, '#e8432f', pen.main) + one(350, 530, 1.02, '#ffe9b0', pen.main)
        : one(420, 500, 1.25, '#ffe9b0', pen.main);
    },
  },
};

import type { Family } from '../archetype.ts';
import { dark, light } from '../colour.ts';
import type { Pen } from '../pen.ts';
import { el, gr, li, n, op, pa, rc, times, turn } from '../shapes.ts';
import { Turned } from '../turned.ts';

const linen = (
  p: Pen,
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
      p.lin([
        [0, dark(tone, 0.2)],
        [0.3, light(tone, 0.5)],
        [0.6, tone],
        [1, dark(tone, 0.28)],
      ]),
    ) +
    shade.body(p.weave(tone, 5)) +
    shade.band(y + h * 0.3, y + h, p.fade('#ffd795', 0, 0.55, 0, 0, 0, 1)) +
    shade.ring(y, light(tone, 0.3)) +
    el(x, y, top * 0.86, top * 0.12, '#fff3cf') +
    shade.band(y + h - 6, y + h, dark(tone, 0.12))
  );
};
const glow = (p: Pen, x: number, y: number, r: number): string =>
  el(
    x,
    y,
    r,
    r,
    p.rad([
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
    draw: (p) => {
      const form = p.pick(3);
      if (form === 1) {
        return (
          p.ground(400, 652, 110) +
          new Turned([
            [632, 104],
            [636, 112],
            [652, 108],
          ]).body(p.cyl(p.main)) +
          li('M400 632V400L300 282', dark(p.main, 0.2), 15) +
          li('M397 632V402L298 284', light(p.main, 0.5), 4) +
          el(400, 400, 15, 15, p.ball('#c9a25b')) +
          glow(p, 250, 420, 230) +
          turn(
            -20,
            290,
            270,
            pa('M150 330A140 140 0 0 1 430 330Z', p.face(p.main)) +
              el(290, 330, 140, 20, '#fff1c7') +
              pa('M176 300A120 120 0 0 1 280 206A150 150 0 0 0 176 300Z', '#fff', op(0.5)) +
              rc(280, 180, 20, 18, 6, p.metal('#c9a25b')),
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
          p.ground(400, 652, 96) +
          glow(p, 400, 420, 300) +
          new Turned([
            [366, 44],
            [440, 40],
            [540, 56],
            [620, 92],
            [652, 96],
          ]).body(p.cyl(p.main)) +
          cap.body(p.cyl(p.main)) +
          el(400, 370, 180, 26, '#fff0c6') +
          cap.gloss(p, -0.72, -0.42, 0.5, 0.1, 0.8) +
          el(
            400,
            400,
            60,
            60,
            p.rad([
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
        p.ground(400, 654, 90) +
        glow(p, 400, 330, 330) +
        base.body(p.cyl(p.main)) +
        p.clip(base.path, p.speckle(290, 420, 220, 230, dark(p.main, 0.6), 50)) +
        base.gloss(p, -0.72, -0.45, 0.5) +
        rc(394, 378, 12, 40, 3, p.metal('#c9a25b')) +
        linen(p, 400, 160, 122, 190, 220) +
        li('M466 640C560 660 600 640 700 668', '#8a7b66', 4, op(0.6))
      );
    },
  },
  floorlamp: {
    scene: 'livingroom',
    with: ['armchair'],
    focus: [400, 220, 1.6],
    scale: 1.05,
    draw: (p) => {
      const form = p.pick(3);
      if (form === 0) {
        return (
          p.ground(560, 672, 92) +
          new Turned(
            [
              [656, 84],
              [660, 90],
              [674, 86],
            ],
            560,
          ).body(p.cyl(p.main)) +
          li('M560 660V330C560 110 330 80 270 200', dark(p.main, 0.2), 11) +
          li('M557 660V330C557 114 332 84 272 196', light(p.main, 0.55), 3) +
          glow(p, 268, 330, 230) +
          pa('M160 300A110 106 0 0 1 380 300Z', p.face(p.main)) +
          el(270, 300, 110, 16, '#fff1c7') +
          pa('M182 276A90 90 0 0 1 258 206A120 120 0 0 0 182 276Z', '#fff', op(0.5))
        );
      }
      const wood = '#b98655';
      if (form === 1)
        return (
          p.ground(400, 672, 150, 0.6) +
          [-130, 130, 20]
            .map(
              (x) =>
                li(`M400 330L${400 + x} 668`, dark(wood, x > 100 ? 0.35 : 0.1), 13) +
                li(`M397 330L${396 + x} 668`, light(wood, 0.3), 4),
            )
            .join('') +
          rc(372, 316, 56, 24, 5, p.metal(p.main)) +
          glow(p, 400, 230, 280) +
          linen(p, 400, 110, 120, 152, 190)
        );
      return (
        p.ground(400, 672, 94) +
        new Turned([
          [654, 86],
          [660, 94],
          [674, 90],
        ]).body(p.cyl(p.main)) +
        li('M400 656V130', dark(p.main, 0.25), 10) +
        li('M397 656V132', light(p.main, 0.55), 3) +
        li('M400 160L300 190', dark(p.main, 0.25), 8) +
        glow(p, 260, 260, 200) +
        turn(
          18,
          290,
          210,
          pa('M220 250L256 170H322L360 250Z', p.face(p.main)) + el(290, 250, 70, 10, '#fff1c7'),
        ) +
        el(400, 160, 12, 12, p.ball('#c9a25b')) +
        el(400, 130, 8, 8, p.ball('#c9a25b'))
      );
    },
  },
  lantern: {
    scene: 'patio',
    with: ['plantpot'],
    focus: [400, 470, 1.6],
    draw: (p) => {
      const form = p.pick(3);
      const wire =
        li('M330 330C330 160 470 160 470 330', dark(p.main, 0.3), 9) +
        li('M330 326C332 164 466 162 468 326', light(p.main, 0.4), 2.5);
      const flame =
        glow(p, 400, 500, 260) +
        el(400, 596, 46, 12, '#e9dfc9') +
        rc(
          366,
          540,
          68,
          58,
          4,
          p.lin([
            [0, '#d9c9a8'],
            [0.3, '#fffaf0'],
            [1, '#cbb68f'],
          ]),
        ) +
        el(400, 540, 34, 7, '#fff3d2') +
        pa('M400 470q20 30 12 50q-12 22 -24 0q-6 -16 12 -50z', '#ffbd4a') +
        pa('M400 492q9 16 5 27q-5 8 -10 0q-3 -8 5 -27z', '#fff8e2');
      if (form === 2) {
        const globe = new Turned([
          [400, 60],
          [440, 96],
          [500, 112],
          [560, 100],
          [600, 70],
        ]);
        return (
          p.ground(400, 654, 110) +
          wire +
          flame +
          globe.body(p.glass('#e3ecec', 0.7)) +
          globe.gloss(p, -0.78, -0.56, 0.8) +
          new Turned([
            [600, 80],
            [612, 108],
            [640, 112],
            [652, 104],
          ]).body(p.metal(p.main)) +
          new Turned([
            [320, 30],
            [340, 48],
            [380, 56],
            [402, 74],
          ]).body(p.metal(p.main))
        );
      }
      return (
        p.ground(400, 652, 128) +
        wire +
        rc(284, 400, 232, 222, 2, '#2b2a2d', op(0.14)) +
        flame +
        rc(
          292,
          404,
          216,
          216,
          0,
          p.lin(
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
        pa('M300 410L380 410L300 540Z', '#fff', op(0.4)) +
        [280, 504, 394].map((x, i) => rc(x, 396, i === 2 ? 8 : 16, 232, 0, p.cyl(p.main))).join('') +
        rc(262, 614, 276, 36, 4, p.cyl(p.main)) +
        pa('M256 404L322 330H478L544 404Z', p.down(p.main)) +
        pa('M262 400L324 334H380L330 400Z', '#fff', op(0.25)) +
        rc(340, 306, 120, 26, 5, p.cyl(p.main)) +
        (form === 0
          ? pa('M344 338h112l14 18h-140z', '#26344c') +
            times(5, (i) => li(`M${362 + i * 19} 338L${354 + i * 23} 356`, '#7d93b5', 1.5))
          : times(5, (i) => el(350 + i * 25, 366, 6, 6, '#ffd98a')))
      );
    },
  },
  headlamp: {
    scene: 'meadow',
    with: ['tent'],
    focus: [330, 430, 1.6],
    scale: 0.75,
    draw: (p) => {
      const strap = '#2f3238';
      return (
        p.ground(410, 640, 220, 0.8) +
        pa(
          'M250 470C300 240 560 220 640 420C690 560 600 640 520 640C600 590 620 500 580 430C520 320 380 340 330 480Z',
          p.face(strap),
        ) +
        pa('M262 452C320 262 540 240 618 410L606 424C540 300 380 296 296 470Z', p.main) +
        times(9, (i) =>
          li(
            `M${312 + i * 34} ${n(372 - Math.sin((i + 1) / 3.2) * 62)}l10 20`,
            light(p.main, 0.5),
            3,
            op(0.5),
          ),
        ) +
        pa(
          'M180 430Q180 390 220 384L350 372Q392 372 398 412V560Q396 600 352 604L230 612Q186 610 182 572Z',
          p.face('#3a3e46'),
        ) +
        pa(
          'M196 436Q196 406 224 400L346 390Q378 390 382 420V550Q380 584 348 588L234 596Q200 594 198 564Z',
          p.face(p.main),
        ) +
        el(290, 494, 78, 80, '#202227') +
        el(
          288,
          492,
          68,
          70,
          p.rad(
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
        el(288, 492, 20, 20, '#fff') +
        glow(p, 270, 490, 220) +
        rc(340, 398, 34, 15, 7, '#c9432f') +
        pa('M232 450Q256 424 292 424Q262 440 244 476Z', '#fff', op(0.8)) +
        (p.pick(2) === 1 ? rc(216, 560, 30, 10, 4, '#202227') : '')
      );
    },
  },
  bikelight: {
    scene: 'desk',
    with: ['helmet'],
    focus: [380, 440, 1.6],
    scale: 0.7,
    draw: (p) => {
      const one = (x: number, y: number, s: number, lens: string, shell: string): string =>
        gr(
          p.ground(20, 130, 170, 0.9) +
            pa('M-40 96C-60 160 70 170 60 96L40 84H-20Z', p.face('#2d2f34')) +
            rc(-140, -70, 330, 160, 58, p.down(shell)) +
            rc(-120, -60, 260, 26, 13, '#fff', op(0.35)) +
            times(5, (i) => rc(60 + i * 20, -70, 7, 160, 3, dark(shell, 0.35), op(0.6))) +
            el(-116, 10, 76, 82, '#1f2126') +
            el(
              -120,
              10,
              66,
              72,
              p.rad(
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
            times(6, (i) => turn(i * 60, -120, 10, li('M-120 10v-66', '#fff', 2, op(0.5)))) +
            glow(p, -150, 10, 210) +
            rc(20, -84, 60, 20, 9, '#24262b') +
            el(50, -78, 8, 4, '#7ee08a'),
          `transform="translate(${x} ${y}) scale(${s})"`,
        );
      return p.pick(3) === 0
        ? one(520, 420, 0.72, '#e8432f', p.main) + one(350, 530, 1.02, '#ffe9b0', p.main)
        : one(420, 500, 1.25, '#ffe9b0', p.main);
    },
  },
};

import type { Family } from '../archetype.ts';
import { dark, light } from '../colour.ts';
import { ellipse, group, opacity, path, rect, stroke, times, turn } from '../shapes.ts';
import { Turned } from '../turned.ts';

export const COOKWARE: Family = {
  knife: {
    scene: 'tabletop',
    focus: [330, 430, 1.8],
    draw: (pen) => {
      const form = pen.pick(3);
      const blade = [
        'M470 360L90 372C120 440 260 462 470 462Z',
        'M470 352L130 358C96 372 96 420 116 462L470 462Z',
        'M470 376L110 408C180 446 300 452 470 450Z',
      ][form]!;
      const handle =
        'M476 366C520 356 560 372 620 366C680 360 724 372 722 410C720 452 690 466 650 454C600 442 540 452 476 450Z';
      return turn(
        -24,
        400,
        400,
        pen.lift(
          group(
            path(
              blade,
              pen.linear(
                [
                  [0, '#eef1f3'],
                  [0.35, '#c3c9ce'],
                  [0.72, '#aeb5bb'],
                  [0.75, '#e9edf0'],
                  [1, '#cdd3d8'],
                ],
                0,
                0,
                0.1,
                1,
              ),
            ) +
              (pen.seed % 2
                ? pen.clip(
                    blade,
                    times(9, (i) =>
                      stroke(
                        `M80 ${392 + i * 8}q60 -14 120 2t120 -4t120 6t60 -4`,
                        '#7d858d',
                        2,
                        opacity(0.28),
                      ),
                    ),
                  )
                : '') +
              stroke(blade.split('C')[0]!.replace('Z', ''), '#fff', 2, opacity(0.8)) +
              pen.text(pen.brand, 420, 400, 17, {
                fill: '#6a7077',
                font: 'serif',
                anchor: 'end',
                width: 130,
              }) +
              rect(462, 356, 22, 98, 5, pen.metal('#c3c8cd')) +
              path(handle, pen.down(pen.main)) +
              pen.clip(handle, pen.grain(470, 360, 260, 100, pen.main, 9)) +
              path('M480 372C540 366 600 380 700 374C640 388 540 386 480 384Z', '#fff', opacity(0.28)) +
              times(3, (i) => ellipse(528 + i * 66, 408, 9, 7, pen.ball('#d5b26a'))),
            'transform="translate(400 410) scale(1.12 1.36) translate(-406 -410)"',
          ),
          16,
        ),
      );
    },
  },
  dutchoven: {
    scene: 'kitchen',
    with: ['board', 'mill'],
    focus: [400, 420, 1.6],
    draw: (pen) => {
      const body = new Turned([
        [440, 232],
        [440, 232],
        [600, 222],
        [640, 204],
        [650, 190],
      ]);
      const lid = new Turned([
        [346, 40],
        [360, 130],
        [394, 212],
        [420, 236],
        [420, 236],
        [440, 238],
      ]);
      const ear = (x: number, s: number): string =>
        path(
          `M${x} 476h${s * 66}q${s * 20} 0 ${s * 20} 22t${-s * 20} 22h${-s * 66}v-14h${s * 54}q10 0 10 -8t-10 -8h${-s * 54}z`,
          pen.down(dark(pen.main, 0.12)),
        );
      return (
        pen.ground(400, 654, 222) +
        ear(180, -1) +
        ear(620, 1) +
        body.body(pen.cylinder(pen.main)) +
        body.band(560, 650, pen.fade(dark(pen.main, 0.7), 0, 0.6, 0, 0, 0, 1)) +
        body.gloss(pen, -0.8, -0.6, 0.5) +
        body.gloss(pen, 0.66, 0.76, 0.25) +
        body.band(440, 452, dark(pen.main, 0.55), opacity(0.6)) +
        lid.body(pen.cylinder(pen.main)) +
        lid.band(420, 438, pen.cylinder(light(pen.main, 0.14))) +
        path('M250 398Q300 350 382 348Q300 366 268 408Z', '#fff', opacity(0.55)) +
        ellipse(400, 388, 150, 16, 'none', `stroke="${dark(pen.main, 0.4)}" stroke-width="3" opacity=".4"`) +
        new Turned([
          [296, 30],
          [302, 46],
          [322, 46],
          [334, 18],
          [350, 22],
        ]).body(pen.metal(pen.pick(3) === 1 ? '#d6b26c' : '#c9cccf')) +
        ellipse(400, 296, 30, 5, '#fff', opacity(0.7))
      );
    },
  },
  skillet: {
    scene: 'kitchen',
    with: ['oliveoil', 'mill'],
    focus: [330, 520, 1.6],
    draw: (pen) => {
      const wood = pen.pick(3) === 2;
      return (
        pen.ground(340, 640, 236, 1, 0.22) +
        path(
          'M528 536L716 430Q744 420 752 440Q756 458 736 470L556 586Z',
          wood ? pen.face('#a9744a') : pen.face(pen.main),
        ) +
        ellipse(728, 448, 9, 7, '#efe8dd') +
        stroke('M548 540L706 446', '#fff', 5, opacity(0.25)) +
        path('M104 540A236 84 0 0 0 576 540L560 594A222 76 0 0 1 120 594Z', pen.cylinder(pen.main)) +
        path('M100 534l-18 -10q-4 14 22 26z', pen.main) +
        ellipse(
          340,
          540,
          240,
          86,
          pen.linear(
            [
              [0, light(pen.main, 0.4)],
              [0.5, pen.main],
              [1, dark(pen.main, 0.2)],
            ],
            0,
            0,
            1,
            1,
          ),
        ) +
        ellipse(
          340,
          546,
          224,
          77,
          pen.linear(
            [
              [0, dark(pen.main, 0.5)],
              [1, dark(pen.main, 0.1)],
            ],
            0,
            0,
            1,
            1,
          ),
        ) +
        ellipse(
          340,
          560,
          196,
          60,
          pen.radial(
            [
              [0, light(pen.main, 0.2)],
              [0.8, dark(pen.main, 0.18)],
              [1, dark(pen.main, 0.3)],
            ],
            0.35,
            0.3,
            0.8,
          ),
        ) +
        (pen.seed % 2
          ? path(
              'M262 548C250 520 300 512 330 522C372 508 420 524 410 552C430 576 376 596 338 584C296 596 246 580 262 548Z',
              '#fffdf6',
            ) +
            ellipse(330, 550, 40, 18, pen.ball('#f3b733')) +
            ellipse(318, 543, 12, 4, '#fff', opacity(0.7))
          : ellipse(280, 548, 90, 16, '#fff', opacity(0.14)))
      );
    },
  },
  board: {
    scene: 'kitchen',
    with: ['mill', 'oliveoil'],
    focus: [420, 420, 1.7],
    draw: (pen) => {
      const form = pen.pick(3);
      const shape =
        form === 2
          ? 'M260 330Q260 300 290 300H352L372 176Q376 150 400 150T428 176L448 300H510Q540 300 540 330V600Q540 640 500 640H300Q260 640 260 600Z'
          : 'M170 250Q170 222 198 222H602Q630 222 630 250V612Q630 640 602 640H198Q170 640 170 612Z';
      const bits =
        form === 0
          ? times(12, (i) =>
              times(9, (k) =>
                rect(
                  170 + i * 39,
                  222 + k * 47,
                  38,
                  46,
                  1,
                  (i * 7 + k * 5 + pen.seed) % 3 === 0
                    ? light(pen.main, 0.16)
                    : (i + k * 3) % 4 === 0
                      ? dark(pen.main, 0.16)
                      : pen.main,
                ),
              ),
            )
          : times(6, (i) =>
              rect(150 + i * 84, 140, 84, 510, 0, i % 2 ? light(pen.main, 0.1) : dark(pen.main, 0.06)),
            );
      return (
        pen.ground(400, 644, 232, 1, 0.1) +
        group(path(shape, dark(pen.main, 0.45)), 'transform="translate(13 7)"') +
        path(shape, pen.main) +
        pen.clip(
          shape,
          bits +
            (form === 0
              ? pen.speckle(170, 222, 460, 420, dark(pen.main, 0.5), 90)
              : pen.grain(150, 140, 500, 510, pen.main, 30, true)),
        ) +
        (form === 1
          ? rect(
              206,
              258,
              388,
              346,
              22,
              'none',
              `stroke="${dark(pen.main, 0.45)}" stroke-width="9" opacity=".7"`,
            ) + rect(208, 261, 388, 346, 22, 'none', `stroke="${light(pen.main, 0.5)}" stroke-width="2"`)
          : '') +
        (form === 2
          ? ellipse(400, 190, 13, 13, '#efe7da') + stroke('M400 190q-30 -60 4 -80q30 14 -2 78', '#6d4a31', 6)
          : '') +
        path(
          shape,
          pen.linear(
            [
              [0, '#fff', 0.34],
              [0.5, '#fff', 0],
              [1, '#1c1018', 0.2],
            ],
            0,
            0,
            1,
            1,
          ),
        )
      );
    },
  },
  mill: {
    scene: 'table',
    with: ['dutchoven', 'bowl'],
    focus: [400, 300, 1.8],
    scale: 0.86,
    draw: (pen) => {
      const one = (cx: number, foot: number, colour: string, s: number): string => {
        const y = (v: number): number => foot - (650 - v) * s;
        const body = new Turned(
          [
            [y(300), 46 * s],
            [y(330), 60 * s],
            [y(420), 48 * s],
            [y(500), 62 * s],
            [y(600), 80 * s],
            [y(640), 82 * s],
            [y(650), 80 * s],
          ],
          cx,
        );
        const head = new Turned(
          [
            [y(196), 20 * s],
            [y(210), 48 * s],
            [y(250), 62 * s],
            [y(286), 50 * s],
            [y(298), 40 * s],
          ],
          cx,
        );
        return (
          pen.ground(cx, foot + 2, 86 * s) +
          body.body(pen.cylinder(colour)) +
          pen.clip(body.path, pen.grain(cx - 90, y(300), 180, 350 * s, colour, 10, true)) +
          body.band(y(612), y(626), pen.metal('#c9a25b')) +
          body.gloss(pen, -0.7, -0.42, 0.5) +
          head.body(pen.cylinder(colour)) +
          head.gloss(pen, -0.66, -0.3, 0.55, 0.1) +
          new Turned(
            [
              [y(168), 9 * s],
              [y(176), 16 * s],
              [y(196), 10 * s],
            ],
            cx,
          ).body(pen.metal('#d2b06a'))
        );
      };
      return pen.pick(3) === 1
        ? one(310, 630, '#e4d3b3', 0.92) + one(480, 660, pen.main, 1.08)
        : one(400, 652, pen.main, 1.22);
    },
  },
  bowl: {
    scene: 'table',
    with: ['glass', 'plates'],
    focus: [360, 480, 1.6],
    draw: (pen) => {
      const one = (y: number, r: number, colour: string, inner: boolean): string => {
        const bowl = new Turned(
          [
            [y, r],
            [y + r * 0.24, r * 0.92],
            [y + r * 0.52, r * 0.66],
            [y + r * 0.68, r * 0.42],
            [y + r * 0.74, r * 0.4],
          ],
          400,
          0.24,
        );
        return (
          bowl.body(pen.cylinder(colour)) +
          pen.clip(bowl.path, pen.speckle(400 - r, y, r * 2, r * 0.7, dark(colour, 0.6), 40)) +
          bowl.gloss(pen, -0.8, -0.58, 0.4) +
          bowl.band(y + r * 0.68, y + r * 0.74, pen.cylinder('#d2bc9b')) +
          bowl.mouth(
            pen,
            light(colour, 0.1),
            pen.linear(
              [
                [0, dark(colour, 0.42)],
                [0.6, colour],
                [1, light(colour, 0.24)],
              ],
              0,
              0,
              0.4,
              1,
            ),
            9,
          ) +
          (inner ? ellipse(400, y + 20, r * 0.6, r * 0.1, light(colour, 0.3), opacity(0.5)) : '')
        );
      };
      if (pen.pick(3) === 1)
        return (
          pen.ground(400, 648, 130) +
          one(480, 226, pen.main, false) +
          one(428, 176, pen.blend(0.35), false) +
          one(384, 132, light(pen.main, 0.4), true)
        );
      const ramen = pen.pick(3) === 2;
      return (
        pen.ground(400, 648, 140) +
        one(440, 278, pen.main, true) +
        (ramen
          ? turn(-14, 560, 400, rect(300, 404, 420, 9, 4, '#7a4b2c') + rect(300, 424, 420, 9, 4, '#8a5836'))
          : pen.seed % 2
            ? times(7, (i) =>
                ellipse(
                  300 + (i % 4) * 66 + (i > 3 ? 34 : 0),
                  434 - (i > 3 ? 26 : 0),
                  40,
                  36,
                  pen.ball(['#d9542f', '#e9a23a', '#8ea64a'][i % 3]!),
                ),
              )
            : '')
      );
    },
  },
  plates: {
    scene: 'table',
    with: ['glass', 'vase'],
    focus: [300, 520, 1.7],
    draw: (pen) => {
      const plate = (y: number, r: number, colour: string): string =>
        ellipse(400, y + 12, r * 0.96, r * 0.24, dark(colour, 0.45)) +
        path(
          `M${400 - r} ${y}A${r} ${r * 0.26} 0 0 0 ${400 + r} ${y}l-20 16A${r - 30} ${r * 0.24} 0 0 1 ${420 - r} ${y + 16}Z`,
          pen.cylinder(colour),
        ) +
        ellipse(
          400,
          y,
          r,
          r * 0.26,
          pen.linear(
            [
              [0, light(colour, 0.6)],
              [0.5, colour],
              [1, dark(colour, 0.2)],
            ],
            0,
            0,
            1,
            1,
          ),
        );
      const top = pen.pick(3) === 1 ? light(pen.main, 0.3) : pen.main;
      const below = pen.piecesOr(5, 12) - 1;
      const upper =
        plate(490, 280, top) +
        ellipse(
          400,
          494,
          216,
          52,
          pen.linear(
            [
              [0, dark(top, 0.2)],
              [0.5, top],
              [1, light(top, 0.35)],
            ],
            0,
            0,
            0.6,
            1,
          ),
        ) +
        ellipse(
          400,
          497,
          206,
          47,
          pen.linear(
            [
              [0, top],
              [1, light(top, 0.2)],
            ],
            0,
            0,
            1,
            1,
          ),
        ) +
        (pen.pick(3) === 2
          ? pen.clip(
              'M120 490a280 73 0 0 0 560 0a280 73 0 0 0 -560 0',
              pen.speckle(120, 420, 560, 150, dark(top, 0.7), 110),
            )
          : '') +
        ellipse(
          400,
          490,
          279,
          72,
          'none',
          `stroke="${pen.pick(3) === 0 ? '#a9835a' : light(top, 0.5)}" stroke-width="3"`,
        ) +
        path('M180 472Q260 430 380 424Q280 440 214 484Z', '#fff', opacity(0.5));
      return (
        pen.ground(400, 640, 270) +
        times(below, (i) => plate(600 - i * 26, 280, i % 2 ? dark(pen.main, 0.06) : pen.main)) +
        group(upper, `transform="translate(0 ${(4 - below) * 26})"`)
      );
    },
  },
};

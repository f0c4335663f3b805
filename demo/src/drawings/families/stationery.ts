import type { Family } from '../archetype.ts';
import { dark, light, mix } from '../colour.ts';
import { ellipse, group, opacity, path, rect, stroke, tenths, times, turn } from '../shapes.ts';

export const STATIONERY: Family = {
  notebook: {
    scene: 'tabletop',
    focus: [400, 330, 1.6],
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(4);
      const art =
        form === 3
          ? turn(
              20,
              400,
              340,
              rect(396, 200, 12, 240, 3, '#e9b44a') + path('M396 440l6 24l6 -24z', '#ecd0a4'),
            ) + path('M300 470Q360 380 420 440T520 400', 'none', `stroke="${pen.inkOn(c)}" stroke-width="4"`)
          : '';
      return (
        turn(
          8,
          400,
          400,
          pen.lift(
            rect(232, 140, 356, 524, 12, dark(c, 0.5)) +
              rect(230, 146, 352, 510, 6, '#f4ecdb') +
              times(5, (i) => rect(566 + i * 3, 150, 1.5, 502, 0, '#cfc2a6')) +
              rect(222, 132, 350, 524, 12, pen.face(c, 1.1)) +
              rect(222, 132, 350, 524, 12, form === 1 ? pen.weave(c, 5) : 'none') +
              rect(
                222,
                132,
                40,
                524,
                10,
                pen.linear([
                  [0, '#000', 0.26],
                  [0.6, '#fff', 0.14],
                  [1, '#000', 0.18],
                ]),
              ) +
              rect(
                522,
                128,
                16,
                532,
                3,
                pen.linear([
                  [0, light(pen.accent, 0.2)],
                  [1, dark(pen.accent, 0.2)],
                ]),
              ) +
              path('M330 656V720L340 708L350 720V656Z', pen.accent) +
              art +
              (form === 3
                ? ''
                : rect(316, 260, 150, 84, 3, '#fbf6ea') +
                  pen.text(pen.brand, 391, 296, 20, { fill: '#33302c', font: 'serif', width: 130 }) +
                  pen.text(['DOTTED', 'LINEN', 'LINED'][form]!, 391, 324, 12, {
                    fill: '#8a8279',
                    spacing: 3,
                  })) +
              rect(
                222,
                132,
                350,
                524,
                12,
                pen.linear(
                  [
                    [0, '#fff', 0.28],
                    [0.5, '#fff', 0],
                    [1, '#1c1018', 0.14],
                  ],
                  0,
                  0,
                  1,
                  1,
                ),
              ),
            16,
          ),
        ) +
        pen.lift(
          turn(
            -58,
            640,
            560,
            rect(
              560,
              552,
              180,
              17,
              8,
              pen.linear(
                [
                  [0, '#54565c'],
                  [1, '#1d1e22'],
                ],
                0,
                0,
                0,
                1,
              ),
            ) +
              rect(700, 550, 26, 21, 3, '#d2b06a') +
              path('M560 552L528 560.500L560 569Z', '#d2b06a'),
          ),
          8,
        )
      );
    },
  },
  fountainpen: {
    scene: 'tabletop',
    focus: [230, 500, 1.8],
    size: 1.2,
    draw: (pen) => {
      const c = pen.main;
      const gold = pen.seed % 2 ? '#d8b56a' : '#c9ccd0';
      const g = pen.linear(
        [
          [0, dark(c, 0.2)],
          [0.25, light(c, 0.55)],
          [0.45, c],
          [1, dark(c, 0.55)],
        ],
        0,
        0,
        0,
        1,
      );
      const m = pen.linear(
        [
          [0, dark(gold, 0.2)],
          [0.3, light(gold, 0.7)],
          [0.6, gold],
          [1, dark(gold, 0.5)],
        ],
        0,
        0,
        0,
        1,
      );
      const roller = pen.pick(3) === 1;
      return pen.pick(3) === 2
        ? turn(
            -28,
            400,
            400,
            pen.lift(
              rect(210, 370, 400, 62, 31, g) +
                rect(396, 366, 22, 70, 4, m) +
                rect(590, 384, 30, 34, 10, m) +
                path('M420 366Q520 350 570 362L572 376L424 384Z', m) +
                rect(240, 380, 130, 8, 4, '#fff', opacity(0.5)),
              16,
            ),
          )
        : turn(
            -28,
            400,
            400,
            pen.lift(
              (roller
                ? path('M160 392L96 400L160 410Z', m)
                : path('M170 376Q110 384 70 400Q110 418 170 424Z', m) +
                  stroke('M84 400H140', '#5a4a2a', 2.5) +
                  ellipse(142, 400, 5, 5, '#5a4a2a')) +
                path(
                  'M160 372L260 364V438L160 428Z',
                  pen.linear(
                    [
                      [0, '#4b4d53'],
                      [0.3, '#8b8f96'],
                      [1, '#17181b'],
                    ],
                    0,
                    0,
                    0,
                    1,
                  ),
                ) +
                rect(256, 362, 14, 78, 3, m) +
                path('M268 362H560Q640 366 650 401Q640 436 560 440H268Z', g) +
                rect(540, 360, 9, 82, 2, m) +
                rect(290, 372, 230, 9, 4, '#fff', opacity(0.5)) +
                pen.text(pen.brand, 420, 412, 18, { fill: pen.inkOn(c), font: 'serif', width: 150 }),
              16,
            ) +
              pen.lift(
                rect(330, 520, 280, 76, 38, g) +
                  rect(330, 516, 20, 84, 4, m) +
                  rect(366, 516, 8, 84, 2, m) +
                  path('M560 512Q470 496 400 510L400 526L560 530Z', m) +
                  ellipse(400, 518, 9, 9, gold) +
                  rect(390, 532, 170, 8, 4, '#fff', opacity(0.4)),
                16,
              ),
          );
    },
  },
  pencils: {
    scene: 'tabletop',
    focus: [400, 260, 1.6],
    draw: (pen) => {
      const graphite = pen.pick(3) === 1;
      const count = pen.piecesOr(12, 24);
      const rainbow = [
        '#d2473e',
        '#e98236',
        '#efb42d',
        '#a2bf3f',
        '#4f9d69',
        '#21968f',
        '#3f83c4',
        '#315fbd',
        '#7b60b8',
        '#c4558f',
        '#8a5a3c',
        '#3b3c41',
      ];
      return turn(
        -6,
        400,
        400,
        pen.lift(
          rect(120, 250, 560, 420, 18, pen.face(dark('#c3c8cd', 0.12))) +
            rect(134, 264, 532, 392, 12, '#efe9dd') +
            times(count, (i) => {
              const shade = rainbow[Math.floor((i * 12) / count)]!;
              const tone = graphite
                ? mix(pen.main, '#26282d', (i * 12) / count / 14)
                : i % Math.max(1, count / 12) < 1
                  ? shade
                  : light(shade, 0.35);
              const x = 146 + i * 43;
              const up = (i * 29) % 26;
              return group(
                rect(x, 250 - up + 90, 36, 320 + up, 3, pen.cylinder(tone)) +
                  stroke(
                    `M${x + 12} ${344 - up}V652M${x + 24} ${344 - up}V652`,
                    dark(tone, 0.35),
                    1.5,
                    opacity(0.5),
                  ) +
                  path(
                    `M${x} ${342 - up}Q${x + 6} ${334 - up} ${x + 12} ${342 - up}Q${x + 18} ${334 - up} ${x + 24} ${342 - up}Q${x + 30} ${334 - up} ${x + 36} ${342 - up}L${x + 22} ${286 - up}H${x + 14}Z`,
                    pen.linear([
                      [0, '#c99a66'],
                      [0.4, '#f0d9b4'],
                      [1, '#b98655'],
                    ]),
                  ) +
                  path(
                    `M${x + 13} ${290 - up}L${x + 18} ${268 - up}L${x + 23} ${290 - up}Z`,
                    graphite ? '#3a3b40' : tone,
                  ),
                `transform="translate(146 0) scale(${tenths(120 / count) / 10} 1) translate(-146 0)"`,
              );
            }) +
            rect(120, 540, 560, 130, 12, pen.face(pen.main)) +
            rect(120, 540, 560, 10, 4, '#fff', opacity(0.35)) +
            pen.text(pen.brand, 400, 604, 38, { fill: pen.inkOn(pen.main), font: 'serif', width: 300 }) +
            pen.text(
              ['COLORED PENCILS', 'GRAPHITE PENCILS', 'WATERCOLOR PENCILS'][pen.pick(3)]!,
              400,
              640,
              16,
              {
                fill: pen.inkOn(pen.main),
                spacing: 4,
              },
            ),
          14,
        ),
      );
    },
  },
};

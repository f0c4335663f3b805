import type { Family } from '../archetype.ts';
import { dark, hsl, hueOf, light } from '../colour.ts';
import { ellipse, group, opacity, path, rect, stroke, times, turn } from '../shapes.ts';

export const DESK: Family = {
  keyboard: {
    scene: 'tabletop',
    focus: [300, 380, 1.8],
    scale: 1.05,
    draw: (pen) => {
      const c = pen.main;
      const cols = [15, 14, 13][pen.pick(3)]!;
      const w = 620 / cols;
      const cap = (x: number, y: number, width: number, tone: string): string =>
        rect(x, y, width - 5, w - 3, 6, dark(tone, 0.32)) +
        rect(x + 3, y + 1, width - 11, w - 11, 5, pen.down(light(tone, 0.1), 0.6));
      return turn(
        -9,
        400,
        400,
        pen.lift(
          rect(70, 400 - w * 2.7, 660, w * 5.4 + 18, 16, pen.face(dark(c, 0.06))) +
            rect(70, 400 - w * 2.7, 660, 6, 3, light(c, 0.5), opacity(0.7)) +
            rect(86, 400 - w * 2.55, 628, w * 5.15 + 10, 9, dark(c, 0.62)) +
            times(4, (r) =>
              times(cols, (i) =>
                cap(
                  91 + i * w,
                  402 - w * 2.5 + r * w,
                  w,
                  (r === 0 && i === 0) || (r === 2 && i === cols - 1)
                    ? pen.accent
                    : i === 0 || i === cols - 1
                      ? dark(c, 0.2)
                      : light(c, 0.16),
                ),
              ),
            ) +
            cap(91, 402 + w * 1.5, w * 1.4, dark(c, 0.2)) +
            cap(91 + w * 1.4, 402 + w * 1.5, w * 1.4, dark(c, 0.2)) +
            cap(91 + w * 2.8, 402 + w * 1.5, w * 5.6, light(c, 0.16)) +
            times(cols - 9, (i) => cap(91 + w * (8.4 + i), 402 + w * 1.5, w, dark(c, 0.2))),
          16,
        ),
      );
    },
  },
  mouse: {
    scene: 'tabletop',
    focus: [400, 320, 1.7],
    scale: 0.7,
    draw: (pen) => {
      const c = pen.main;
      const shape =
        pen.pick(3) === 1
          ? 'M300 300Q310 170 420 160Q540 160 550 320Q560 480 520 570Q470 650 380 640Q260 620 258 500Q256 440 300 300Z'
          : 'M400 150Q540 150 544 320V480Q540 650 400 650T256 480V320Q260 150 400 150Z';
      return turn(
        12,
        400,
        400,
        pen.lift(
          path(shape, pen.ball(c)) +
            pen.clip(
              shape,
              path('M250 360Q400 400 550 360V130H250Z', pen.face(light(c, 0.12))) +
                stroke('M250 360Q400 400 550 360', dark(c, 0.5), 4) +
                stroke('M402 150V380', dark(c, 0.5), 4) +
                path('M530 140V660H620V140Z', dark(c, 0.6), opacity(0.35)),
            ) +
            rect(384, 212, 36, 92, 18, '#26282c') +
            rect(
              391,
              222,
              22,
              72,
              11,
              pen.linear(
                [
                  [0, '#6a6e75'],
                  [0.5, '#a9aeb5'],
                  [1, '#3a3d42'],
                ],
                0,
                0,
                0,
                1,
              ),
            ) +
            times(6, (i) => stroke(`M392 ${232 + i * 11}h20`, '#26282c', 2)) +
            (pen.pick(3) === 1
              ? rect(266, 400, 16, 60, 8, dark(c, 0.5)) + rect(258, 474, 16, 56, 8, dark(c, 0.5))
              : '') +
            ellipse(340, 250, 34, 90, '#fff', 'opacity=".3" transform="rotate(10 340 250)"') +
            pen.text(pen.brand, 400, 560, 20, { fill: pen.inkOn(c), width: 130 }),
          20,
        ),
      );
    },
  },
  phone: {
    scene: 'desk',
    with: ['earbuds', 'mug'],
    focus: [500, 260, 1.7],
    scale: 0.86,
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      const h = hueOf(pen.accent);
      const wall = pen.linear(
        [
          [0, hsl(h, 0.5, 0.72)],
          [0.5, hsl((h + 40) % 360, 0.5, 0.6)],
          [1, hsl((h + 90) % 360, 0.45, 0.36)],
        ],
        0,
        0,
        1,
        1,
      );
      const island = (
        [
          [104, 118],
          [62, 118],
          [204, 66],
        ] as const
      )[form]!;
      const flash = (
        [
          [486, 254],
          [496, 206],
          [590, 205],
        ] as const
      )[form]!;
      const lenses = [
        [
          [444, 206],
          [484, 206],
          [444, 254],
        ],
        [
          [443, 206],
          [443, 256],
        ],
        [
          [446, 205],
          [496, 205],
          [546, 205],
        ],
      ][form]!;
      const phone =
        pen.ground(410, 656, 190, 1, 0.07) +
        turn(
          7,
          520,
          400,
          rect(392, 150, 240, 500, 42, pen.metal(dark(c, 0.1))) +
            rect(398, 156, 228, 488, 37, pen.face(c, 1.3)) +
            rect(412, 172, island[0], island[1], 30, dark(c, 0.12)) +
            rect(412, 172, island[0], island[1], 30, '#fff', opacity(0.14)) +
            lenses
              .map(
                ([x, y]) =>
                  ellipse(x!, y!, 22, 22, '#17181b') +
                  ellipse(x!, y!, 16, 16, pen.ball('#33404f')) +
                  ellipse(x! - 5, y! - 6, 4, 3, '#fff', opacity(0.8)),
              )
              .join('') +
            ellipse(flash[0], flash[1], 8, 8, '#fff3cf') +
            pen.text(pen.brand, 512, 560, 20, { fill: pen.inkOn(c), width: 160 }) +
            path('M430 160H560L420 600V200Z', '#fff', opacity(0.12)),
        ) +
        rect(196, 146, 246, 506, 44, pen.metal(dark(c, 0.16))) +
        rect(203, 153, 232, 492, 38, '#0f1013') +
        rect(210, 160, 218, 478, 32, wall) +
        pen.clip(
          'M242 160H396Q428 160 428 192V606Q428 638 396 638H242Q210 638 210 606V192Q210 160 242 160Z',
          ellipse(250, 560, 190, 150, hsl((h + 60) % 360, 0.4, 0.42), opacity(0.8)) +
            ellipse(430, 640, 190, 170, hsl((h + 110) % 360, 0.42, 0.3), opacity(0.85)) +
            ellipse(360, 330, 60, 60, '#fff6dc', opacity(0.85)),
        ) +
        rect(284, 172, 70, 20, 10, '#0f1013') +
        pen.text('9:41', 319, 270, 56, { fill: '#fff', weight: 300 }) +
        times(4, (i) => rect(236 + i * 44, 576, 34, 34, 10, '#fff', opacity(0.7 - i * 0.1))) +
        rect(284, 624, 70, 5, 2, '#fff', opacity(0.9)) +
        path('M214 170H330L220 480Z', '#fff', opacity(0.16));
      return form === 1
        ? group(phone, 'transform="translate(400 650) scale(.86) translate(-400 -650)"')
        : phone;
    },
  },
  powerbank: {
    scene: 'desk',
    with: ['phone'],
    focus: [420, 330, 1.6],
    scale: 0.8,
    draw: (pen) => {
      const c = pen.main;
      const slim = pen.pick(3) === 1;
      return (
        pen.ground(408, 652, 130, 1, 0.1) +
        rect(
          slim ? 268 : 250,
          230,
          slim ? 264 : 300,
          422,
          40,
          pen.linear([
            [0, dark(c, 0.3)],
            [0.06, light(c, 0.3)],
            [0.2, light(c, 0.16)],
            [0.8, c],
            [0.94, dark(c, 0.26)],
            [1, dark(c, 0.4)],
          ]),
        ) +
        path('M286 246H420L300 560V270Z', '#fff', opacity(0.16)) +
        (pen.pick(3) === 2
          ? ellipse(400, 420, 84, 84, 'none', `stroke="${pen.accent}" stroke-width="12" opacity=".8"`) +
            rect(394, 520, 12, 46, 5, pen.accent, opacity(0.8))
          : pen.text(pen.brand, 400, 440, 34, { fill: pen.inkOn(c), weight: 600, width: 200 })) +
        times(4, (i) => ellipse(364 + i * 24, 590, 6, 6, i < 3 ? '#8be08a' : dark(c, 0.5))) +
        rect(348, 226, 40, 10, 5, '#1d1e22') +
        rect(412, 226, 40, 10, 5, '#1d1e22') +
        stroke('M430 226C430 120 640 120 640 320S590 600 700 660', pen.accent, 12) +
        stroke('M427 224C428 122 636 118 637 320', light(pen.accent, 0.5), 3, opacity(0.7)) +
        rect(418, 196, 26, 36, 7, '#2b2d32')
      );
    },
  },
  laptopstand: {
    scene: 'desk',
    with: ['mug', 'notebook'],
    focus: [400, 500, 1.5],
    draw: (pen) => {
      const c = pen.pick(3) === 2 ? '#c99f6c' : pen.main;
      const fill = pen.pick(3) === 2 ? pen.face(c) : pen.metal(c);
      return (
        pen.ground(404, 660, 270, 1, 0.1) +
        path('M220 650L262 500H538L580 650H520L496 548H304L280 650Z', fill) +
        (pen.pick(3) === 1
          ? stroke('M290 520L520 640M510 520L280 640', dark(c, 0.3), 16)
          : path('M300 640H500L512 662H288Z', pen.down(dark(c, 0.1)))) +
        path('M190 500H610L630 524H170Z', pen.down(light(c, 0.1))) +
        [196, 574].map((x) => path(`M${x} 500h30v-26h-12v12h-18z`, dark(c, 0.2))).join('') +
        rect(206, 196, 388, 262, 16, pen.face('#b9bdc2')) +
        rect(214, 204, 372, 240, 8, '#17181c') +
        rect(
          220,
          210,
          360,
          222,
          4,
          pen.linear(
            [
              [0, light(pen.accent, 0.5)],
              [0.5, light(pen.main, 0.3)],
              [1, dark(pen.main, 0.5)],
            ],
            0,
            0,
            1,
            1,
          ),
        ) +
        path('M220 432V350Q300 280 400 340T580 320V432Z', dark(pen.main, 0.4), opacity(0.7)) +
        path('M222 212H400L280 430H222Z', '#fff', opacity(0.12)) +
        path('M176 482L206 456H594L624 482Q622 500 600 500H200Q178 500 176 482Z', pen.down('#c6cace')) +
        path('M230 462H570L584 478H216Z', '#4a4d53') +
        rect(360, 484, 80, 9, 4, '#9da2a8')
      );
    },
  },
  organiser: {
    scene: 'desk',
    with: ['notebook', 'mug'],
    focus: [330, 440, 1.5],
    draw: (pen) => {
      const c = pen.main;
      const wood = (x: number, y: number, w: number, h: number, t = 0): string =>
        rect(x, y, w, h, 5, pen.face(dark(c, t))) +
        pen.clip(`M${x} ${y}h${w}v${h}h${-w}z`, pen.grain(x, y, w, h, c, 8)) +
        rect(x, y, w, 5, 2, light(c, 0.45), opacity(0.8));
      const tall = [
        ['#d9553f', 270, 250],
        ['#2f5fa4', 300, 226],
        ['#f0b429', 330, 268],
        ['#3a3d44', 362, 240],
      ] as const;
      return (
        pen.ground(406, 652, 290, 1, 0.09) +
        tall
          .map(([tone, x, y]) =>
            turn(
              (x - 315) / 8,
              x,
              480,
              rect(x - 9, y, 18, 260, 3, pen.cylinder(tone)) +
                path(`M${x - 9} ${y}l9 -26l9 26z`, '#ecd0a4') +
                path(`M${x - 3} ${y - 17}l3 -9l3 9z`, tone),
            ),
          )
          .join('') +
        stroke('M420 420V300M404 300a16 24 0 1 1 32 0a16 24 0 1 1 -32 0', '#8b8f96', 9) +
        wood(236, 420, 170, 230, 0.18) +
        turn(
          -6,
          500,
          500,
          rect(450, 400, 120, 170, 12, '#1d1f24') +
            rect(
              456,
              408,
              108,
              154,
              7,
              pen.linear(
                [
                  [0, light(pen.accent, 0.5)],
                  [1, dark(pen.accent, 0.4)],
                ],
                0,
                0,
                1,
                1,
              ),
            ),
        ) +
        wood(400, 520, 170, 130, 0.1) +
        wood(150, 560, 500, 92) +
        rect(170, 592, 130, 30, 15, dark(c, 0.55)) +
        rect(330, 592, 130, 30, 15, dark(c, 0.55)) +
        ellipse(620, 556, 26, 10, '#8a9d74') +
        group(
          times(5, (i) =>
            turn(-50 + i * 25, 600, 560, ellipse(600, 520, 12, 40, i % 2 ? '#8fae7a' : '#6f9362')),
          ),
        )
      );
    },
  },
};

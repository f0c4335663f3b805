import type { Family } from '../archetype.ts';
import { dark, hsl, hueOf, light } from '../colour.ts';
import { el, gr, li, op, pa, rc, times, turn } from '../shapes.ts';

export const DESK: Family = {
  keyboard: {
    scene: 'tabletop',
    focus: [300, 380, 1.8],
    scale: 1.05,
    draw: (p) => {
      const c = p.main;
      const cols = [15, 14, 13][p.pick(3)]!;
      const w = 620 / cols;
      const cap = (x: number, y: number, width: number, tone: string): string =>
        rc(x, y, width - 5, w - 3, 6, dark(tone, 0.32)) +
        rc(x + 3, y + 1, width - 11, w - 11, 5, p.down(light(tone, 0.1), 0.6));
      return turn(
        -9,
        400,
        400,
        p.lift(
          rc(70, 400 - w * 2.7, 660, w * 5.4 + 18, 16, p.face(dark(c, 0.06))) +
            rc(70, 400 - w * 2.7, 660, 6, 3, light(c, 0.5), op(0.7)) +
            rc(86, 400 - w * 2.55, 628, w * 5.15 + 10, 9, dark(c, 0.62)) +
            times(4, (r) =>
              times(cols, (i) =>
                cap(
                  91 + i * w,
                  402 - w * 2.5 + r * w,
                  w,
                  (r === 0 && i === 0) || (r === 2 && i === cols - 1)
                    ? p.accent
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
    draw: (p) => {
      const c = p.main;
      const shape =
        p.pick(3) === 1
          ? 'M300 300Q310 170 420 160Q540 160 550 320Q560 480 520 570Q470 650 380 640Q260 620 258 500Q256 440 300 300Z'
          : 'M400 150Q540 150 544 320V480Q540 650 400 650T256 480V320Q260 150 400 150Z';
      return turn(
        12,
        400,
        400,
        p.lift(
          pa(shape, p.ball(c)) +
            p.clip(
              shape,
              pa('M250 360Q400 400 550 360V130H250Z', p.face(light(c, 0.12))) +
                li('M250 360Q400 400 550 360', dark(c, 0.5), 4) +
                li('M402 150V380', dark(c, 0.5), 4) +
                pa('M530 140V660H620V140Z', dark(c, 0.6), op(0.35)),
            ) +
            rc(384, 212, 36, 92, 18, '#26282c') +
            rc(
              391,
              222,
              22,
              72,
              11,
              p.lin(
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
            times(6, (i) => li(`M392 ${232 + i * 11}h20`, '#26282c', 2)) +
            (p.pick(3) === 1
              ? rc(266, 400, 16, 60, 8, dark(c, 0.5)) + rc(258, 474, 16, 56, 8, dark(c, 0.5))
              : '') +
            el(340, 250, 34, 90, '#fff', 'opacity=".3" transform="rotate(10 340 250)"') +
            p.text(p.brand, 400, 560, 20, { fill: p.inkOn(c), width: 130 }),
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
    draw: (p) => {
      const c = p.main;
      const h = hueOf(p.accent);
      const wall = p.lin(
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
      return (
        p.ground(410, 656, 190, 1, 0.07) +
        turn(
          7,
          520,
          400,
          rc(392, 150, 240, 500, 42, p.metal(dark(c, 0.1))) +
            rc(398, 156, 228, 488, 37, p.face(c, 1.3)) +
            rc(412, 172, 104, 118, 30, dark(c, 0.12)) +
            rc(412, 172, 104, 118, 30, '#fff', op(0.14)) +
            [
              [444, 206],
              [484, 206],
              [444, 254],
            ]
              .map(
                ([x, y]) =>
                  el(x!, y!, 22, 22, '#17181b') +
                  el(x!, y!, 16, 16, p.ball('#33404f')) +
                  el(x! - 5, y! - 6, 4, 3, '#fff', op(0.8)),
              )
              .join('') +
            el(486, 254, 8, 8, '#fff3cf') +
            p.text(p.brand, 512, 560, 20, { fill: p.inkOn(c), width: 160 }) +
            pa('M430 160H560L420 600V200Z', '#fff', op(0.12)),
        ) +
        rc(196, 146, 246, 506, 44, p.metal(dark(c, 0.16))) +
        rc(203, 153, 232, 492, 38, '#0f1013') +
        rc(210, 160, 218, 478, 32, wall) +
        p.clip(
          'M242 160H396Q428 160 428 192V606Q428 638 396 638H242Q210 638 210 606V192Q210 160 242 160Z',
          el(250, 560, 190, 150, hsl((h + 60) % 360, 0.4, 0.42), op(0.8)) +
            el(430, 640, 190, 170, hsl((h + 110) % 360, 0.42, 0.3), op(0.85)) +
            el(360, 330, 60, 60, '#fff6dc', op(0.85)),
        ) +
        rc(284, 172, 70, 20, 10, '#0f1013') +
        p.text('9:41', 319, 270, 56, { fill: '#fff', weight: 300 }) +
        times(4, (i) => rc(236 + i * 44, 576, 34, 34, 10, '#fff', op(0.7 - i * 0.1))) +
        rc(284, 624, 70, 5, 2, '#fff', op(0.9)) +
        pa('M214 170H330L220 480Z', '#fff', op(0.16))
      );
    },
  },
  powerbank: {
    scene: 'desk',
    with: ['phone'],
    focus: [420, 330, 1.6],
    scale: 0.8,
    draw: (p) => {
      const c = p.main;
      const slim = p.pick(3) === 1;
      return (
        p.ground(408, 652, 130, 1, 0.1) +
        rc(
          slim ? 268 : 250,
          230,
          slim ? 264 : 300,
          422,
          40,
          p.lin([
            [0, dark(c, 0.3)],
            [0.06, light(c, 0.3)],
            [0.2, light(c, 0.16)],
            [0.8, c],
            [0.94, dark(c, 0.26)],
            [1, dark(c, 0.4)],
          ]),
        ) +
        pa('M286 246H420L300 560V270Z', '#fff', op(0.16)) +
        (p.pick(3) === 2
          ? el(400, 420, 84, 84, 'none', `stroke="${p.accent}" stroke-width="12" opacity=".8"`) +
            rc(394, 520, 12, 46, 5, p.accent, op(0.8))
          : p.text(p.brand, 400, 440, 34, { fill: p.inkOn(c), weight: 600, width: 200 })) +
        times(4, (i) => el(364 + i * 24, 590, 6, 6, i < 3 ? '#8be08a' : dark(c, 0.5))) +
        rc(348, 226, 40, 10, 5, '#1d1e22') +
        rc(412, 226, 40, 10, 5, '#1d1e22') +
        li('M430 226C430 120 640 120 640 320S590 600 700 660', p.accent, 12) +
        li('M427 224C428 122 636 118 637 320', light(p.accent, 0.5), 3, op(0.7)) +
        rc(418, 196, 26, 36, 7, '#2b2d32')
      );
    },
  },
  laptopstand: {
    scene: 'desk',
    with: ['mug', 'notebook'],
    focus: [400, 500, 1.5],
    draw: (p) => {
      const c = p.pick(3) === 2 ? '#c99f6c' : p.main;
      const fill = p.pick(3) === 2 ? p.face(c) : p.metal(c);
      return (
        p.ground(404, 660, 270, 1, 0.1) +
        pa('M220 650L262 500H538L580 650H520L496 548H304L280 650Z', fill) +
        (p.pick(3) === 1
          ? li('M290 520L520 640M510 520L280 640', dark(c, 0.3), 16)
          : pa('M300 640H500L512 662H288Z', p.down(dark(c, 0.1)))) +
        pa('M190 500H610L630 524H170Z', p.down(light(c, 0.1))) +
        [196, 574].map((x) => pa(`M${x} 500h30v-26h-12v12h-18z`, dark(c, 0.2))).join('') +
        rc(206, 196, 388, 262, 16, p.face('#b9bdc2')) +
        rc(214, 204, 372, 240, 8, '#17181c') +
        rc(
          220,
          210,
          360,
          222,
          4,
          p.lin(
            [
              [0, light(p.accent, 0.5)],
              [0.5, light(p.main, 0.3)],
              [1, dark(p.main, 0.5)],
            ],
            0,
            0,
            1,
            1,
          ),
        ) +
        pa('M220 432V350Q300 280 400 340T580 320V432Z', dark(p.main, 0.4), op(0.7)) +
        pa('M222 212H400L280 430H222Z', '#fff', op(0.12)) +
        pa('M176 482L206 456H594L624 482Q622 500 600 500H200Q178 500 176 482Z', p.down('#c6cace')) +
        pa('M230 462H570L584 478H216Z', '#4a4d53') +
        rc(360, 484, 80, 9, 4, '#9da2a8')
      );
    },
  },
  organiser: {
    scene: 'desk',
    with: ['notebook', 'mug'],
    focus: [330, 440, 1.5],
    draw: (p) => {
      const c = p.main;
      const wood = (x: number, y: number, w: number, h: number, t = 0): string =>
        rc(x, y, w, h, 5, p.face(dark(c, t))) +
        p.clip(`M${x} ${y}h${w}v${h}h${-w}z`, p.grain(x, y, w, h, c, 8)) +
        rc(x, y, w, 5, 2, light(c, 0.45), op(0.8));
      const tall = [
        ['#d9553f', 270, 250],
        ['#2f5fa4', 300, 226],
        ['#f0b429', 330, 268],
        ['#3a3d44', 362, 240],
      ] as const;
      return (
        p.ground(406, 652, 290, 1, 0.09) +
        tall
          .map(([tone, x, y]) =>
            turn(
              (x - 315) / 8,
              x,
              480,
              rc(x - 9, y, 18, 260, 3, p.cyl(tone)) +
                pa(`M${x - 9} ${y}l9 -26l9 26z`, '#ecd0a4') +
                pa(`M${x - 3} ${y - 17}l3 -9l3 9z`, tone),
            ),
          )
          .join('') +
        li('M420 420V300M404 300a16 24 0 1 1 32 0a16 24 0 1 1 -32 0', '#8b8f96', 9) +
        wood(236, 420, 170, 230, 0.18) +
        turn(
          -6,
          500,
          500,
          rc(450, 400, 120, 170, 12, '#1d1f24') +
            rc(
              456,
              408,
              108,
              154,
              7,
              p.lin(
                [
                  [0, light(p.accent, 0.5)],
                  [1, dark(p.accent, 0.4)],
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
        rc(170, 592, 130, 30, 15, dark(c, 0.55)) +
        rc(330, 592, 130, 30, 15, dark(c, 0.55)) +
        el(620, 556, 26, 10, '#8a9d74') +
        gr(times(5, (i) => turn(-50 + i * 25, 600, 560, el(600, 520, 12, 40, i % 2 ? '#8fae7a' : '#6f9362'))))
      );
    },
  },
};

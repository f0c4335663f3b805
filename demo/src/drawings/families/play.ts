import type { Family } from '../archetype.ts';
import { dark, light, mix } from '../colour.ts';
import { ellipse, group, opacity, path, rect, stroke, tenths, times, turn } from '../shapes.ts';
import { Turned } from '../turned.ts';

export const PLAY: Family = {
  blocks: {
    scene: 'nursery',
    with: ['plush', 'train'],
    focus: [400, 470, 1.5],
    draw: (pen) => {
      const c = pen.main;
      // Mostly the colour in the title, with plain wood.
      const set = [c, light(c, 0.35), '#d8ae80', dark(c, 0.14), c, '#d8ae80', pen.accent];
      if (pen.pick(3) === 2)
        return (
          pen.ground(400, 652, 280, 1, 0.08) +
          times(7, (i) => {
            const r = 290 - i * 40;
            return path(
              `M${400 - r} 650A${r} ${r} 0 0 1 ${400 + r} 650H${400 + r - 34}A${r - 34} ${r - 34} 0 0 0 ${400 - r + 34} 650Z`,
              pen.face(
                [c, light(c, 0.25), light(c, 0.5), dark(c, 0.12), c, light(c, 0.4), pen.accent][i]!,
                1.1,
              ),
            );
          })
        );
      const cube = (x: number, y: number, s: number, tone: string): string =>
        path(`M${x} ${y}l${s * 0.26} ${-s * 0.2}h${s}l${-s * 0.26} ${s * 0.2}z`, light(tone, 0.35)) +
        path(`M${x + s} ${y}l${s * 0.26} ${-s * 0.2}v${s}l${-s * 0.26} ${s * 0.2}z`, dark(tone, 0.3)) +
        rect(x, y, s, s, 5, pen.face(tone)) +
        pen.clip(`M${x} ${y}h${s}v${s}h${-s}z`, pen.grain(x, y, s, s, tone, 5));
      return (
        pen.ground(410, 652, 290, 1, 0.08) +
        cube(160, 520, 130, set[1]!) +
        cube(300, 520, 130, set[0]!) +
        cube(440, 520, 130, set[3]!) +
        rect(584, 556, 96, 94, 6, pen.face(set[5]!)) +
        path('M220 390h260v70h-76a54 54 0 0 0 -108 0h-76z', pen.face(set[4]!)) +
        rect(220, 456, 260, 44, 4, pen.face(set[2]!)) +
        rect(500, 400, 62, 96, 31, pen.cylinder(set[5]!)) +
        ellipse(531, 400, 31, 9, light(set[5]!, 0.3)) +
        cube(290, 272, 104, set[6]!) +
        path('M290 250L342 160L394 250Z', pen.face(set[1]!)) +
        (pen.pick(3) === 0
          ? pen.text('A', 225, 612, 78, { fill: '#fffaf0', weight: 700 }) +
            pen.text('B', 365, 612, 78, { fill: '#fffaf0', weight: 700 }) +
            pen.text('C', 505, 612, 78, { fill: '#fffaf0', weight: 700 })
          : ellipse(225, 586, 30, 30, '#fffaf0', opacity(0.8)) +
            path('M365 552l34 60h-68z', '#fffaf0', opacity(0.8)) +
            rect(478, 560, 54, 54, 4, '#fffaf0', opacity(0.8)))
      );
    },
  },
  plush: {
    scene: 'nursery',
    with: ['blocks', 'stacker'],
    focus: [400, 330, 1.6],
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(4);
      const inner = light(c, 0.5);
      const belly = mix(c, '#fff6e8', 0.6);
      const ear = (s: number): string =>
        form === 1
          ? turn(
              s * 12,
              400 + s * 60,
              240,
              ellipse(400 + s * 70, 150, 36, 110, pen.ball(c)) +
                ellipse(400 + s * 70, 156, 18, 80, '#eebfb4'),
            )
          : form === 3
            ? ellipse(400 + s * 150, 300, 92, 104, pen.ball(dark(c, 0.06))) +
              ellipse(400 + s * 156, 306, 60, 74, '#eebfb4', opacity(0.7))
            : form === 2
              ? path(
                  `M${400 + s * 40} 230L${400 + s * 140} 130Q${400 + s * 164} 220 ${400 + s * 126} 290Z`,
                  pen.ball(c),
                ) +
                path(
                  `M${400 + s * 70} 226L${400 + s * 128} 164Q${400 + s * 140} 220 ${400 + s * 118} 262Z`,
                  inner,
                )
              : ellipse(400 + s * 106, 220, 54, 54, pen.ball(c)) + ellipse(400 + s * 104, 224, 30, 30, inner);
      return (
        pen.ground(402, 652, 190, 1, 0.13) +
        (form === 2
          ? path('M540 600Q680 600 660 470Q640 560 540 540Z', pen.face(c)) +
            path('M660 470Q668 510 650 540Q636 520 660 470Z', '#fff6e8')
          : '') +
        ellipse(262, 520, 52, 92, pen.ball(dark(c, 0.05)), 'transform="rotate(28 262 520)"') +
        ellipse(538, 520, 52, 92, pen.ball(dark(c, 0.12)), 'transform="rotate(-28 538 520)"') +
        ellipse(400, 534, 146, 126, pen.ball(c)) +
        ellipse(400, 548, 92, 88, pen.ball(belly)) +
        [
          [296, 1],
          [504, -1],
        ]
          .map(
            ([x]) =>
              ellipse(x!, 620, 70, 46, pen.ball(c)) +
              ellipse(x! - (x! < 400 ? 8 : -8), 622, 34, 28, pen.face(belly)),
          )
          .join('') +
        ear(-1) +
        ear(1) +
        ellipse(400, 310, 150, 134, pen.ball(c)) +
        (form === 2
          ? path('M256 330Q330 300 400 360Q470 300 544 330Q500 440 400 444Q300 440 256 330Z', '#fff6e8')
          : form === 3
            ? path(
                'M366 330Q372 300 400 298T434 330Q440 430 420 470Q410 500 372 496Q352 484 366 470Q386 470 384 440Z',
                pen.face(dark(c, 0.08)),
              ) + times(4, (i) => stroke(`M378 ${370 + i * 22}q22 8 46 0`, dark(c, 0.3), 3, opacity(0.5)))
            : ellipse(400, 350, 66, 52, pen.ball(belly))) +
        ellipse(346, 296, 13, 15, '#2a2226') +
        ellipse(454, 296, 13, 15, '#2a2226') +
        ellipse(342, 290, 4, 5, '#fff') +
        ellipse(450, 290, 4, 5, '#fff') +
        ellipse(310, 346, 24, 14, '#eea99a', opacity(0.5)) +
        ellipse(490, 346, 24, 14, '#eea99a', opacity(0.5)) +
        (form === 3
          ? ''
          : path(
              'M378 332Q400 320 422 332Q416 354 400 356Q384 354 378 332Z',
              form === 1 ? '#d98f86' : '#3a2a26',
            ) + stroke('M400 356v16q-14 18 -32 10M400 372q14 18 32 10', '#4a3a34', 4)) +
        (form === 0
          ? path('M330 436Q400 470 470 436L480 470Q400 500 320 470Z', pen.accent) +
            path('M380 466L350 540L390 530L404 476Z', dark(pen.accent, 0.15))
          : '') +
        times(44, (i) => {
          const t = i * 0.1428 * Math.PI;
          return stroke(
            `M${tenths(400 + Math.cos(t) * (146 - (i % 3) * 30))} ${tenths(310 + Math.sin(t) * (128 - (i % 3) * 30))}l4 8`,
            light(c, 0.5),
            2.5,
            opacity(0.4),
          );
        })
      );
    },
  },
  train: {
    scene: 'nursery',
    with: ['blocks'],
    focus: [290, 500, 1.5],
    draw: (pen) => {
      const c = pen.main;
      const a = pen.accent;
      const wheel = (x: number, y: number, r: number): string =>
        ellipse(x, y, r, r, pen.ball('#3a3b40')) +
        ellipse(x, y, r * 0.74, r * 0.74, pen.face('#d8ae80')) +
        ellipse(x, y, r * 0.22, r * 0.22, pen.ball(c));
      const wagon = (x: number, tone: string): string =>
        rect(x, 500, 150, 90, 10, pen.face(tone)) +
        rect(x, 500, 150, 12, 6, '#fff', opacity(0.35)) +
        rect(x - 28, 566, 34, 12, 6, '#8b8f96') +
        wheel(x + 36, 604, 34) +
        wheel(x + 114, 604, 34);
      return (
        pen.ground(404, 644, 350, 1, 0.06) +
        rect(40, 640, 720, 16, 6, pen.down('#c99b68')) +
        times(14, (i) => rect(50 + i * 52, 652, 26, 12, 3, '#8a6038')) +
        rect(556, 420, 44, 90, 6, pen.face('#f3d98a')) +
        rect(606, 450, 44, 60, 6, pen.face('#b4cde0')) +
        rect(656, 436, 40, 74, 20, pen.face('#e9b7a7')) +
        wagon(552, a) +
        (pen.pick(3) === 1
          ? ''
          : ellipse(446, 490, 36, 36, pen.ball('#b5d6c4')) + ellipse(400, 494, 30, 30, pen.ball('#e98f72'))) +
        wagon(378 - 12, light(c, 0.3)) +
        rect(96, 540, 240, 54, 10, pen.face(dark(c, 0.12))) +
        rect(236, 350, 108, 200, 12, pen.face(c)) +
        rect(222, 326, 136, 34, 16, pen.face(a)) +
        rect(262, 390, 58, 64, 8, '#fff6e0') +
        rect(
          262,
          390,
          58,
          64,
          8,
          pen.linear(
            [
              [0, '#b9d6e4'],
              [1, '#e9f3f5'],
            ],
            0,
            0,
            1,
            1,
          ),
        ) +
        rect(
          92,
          430,
          160,
          120,
          56,
          pen.linear(
            [
              [0, light(c, 0.35)],
              [0.4, c],
              [1, dark(c, 0.4)],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        rect(150, 428, 16, 124, 2, a) +
        ellipse(92, 490, 20, 58, light(a, 0.2)) +
        path('M116 440L104 350H164L152 440Z', pen.cylinder('#3a3b40')) +
        rect(98, 338, 72, 20, 8, pen.cylinder(a)) +
        ellipse(206, 424, 20, 18, pen.ball('#d2b06a')) +
        wheel(132, 606, 32) +
        wheel(206, 606, 32) +
        wheel(292, 592, 48) +
        stroke('M132 606H292', '#b98655', 11) +
        times(3, (i) =>
          ellipse(120 - i * 24, 300 - i * 56, 24 + i * 12, 20 + i * 10, '#fff', opacity(0.7 - i * 0.18)),
        )
      );
    },
  },
  stacker: {
    scene: 'nursery',
    with: ['plush'],
    focus: [400, 470, 1.5],
    scale: 0.85,
    draw: (pen) => {
      const c = pen.main;
      // Shades of the colour in the title.
      const tones = [c, light(c, 0.4), dark(c, 0.16), light(c, 0.2), dark(c, 0.3), light(c, 0.6)];
      const count = pen.piecesOr(5 + (pen.pick(2) ? 1 : 0), 9);
      return (
        pen.ground(400, 654, 190, 1, 0.12) +
        new Turned([
          [620, 178],
          [630, 184],
          [650, 160],
        ]).body(pen.cylinder('#d8ae80')) +
        times(count, (i) => {
          const y = 580 - i * (330 / count) * 0.98;
          const r = 176 - i * (96 / count);
          const h = 330 / count / 2;
          return (
            new Turned([
              [y - h, r - 22],
              [y - h * 0.5, r - 3],
              [y, r],
              [y + h * 0.5, r - 3],
              [y + h, r - 22],
            ]).body(pen.cylinder(tones[(i + pen.seed) % 6]!)) +
            path(
              `M${400 - r * 0.8} ${tenths(y - h * 0.3)}Q${tenths(400 - r * 0.5)} ${tenths(y + h * 0.5)} ${400 - r * 0.3} ${tenths(y + h * 0.5)}`,
              'none',
              `stroke="#fff" stroke-width="${tenths(h * 0.3)}" stroke-opacity=".45" stroke-linecap="round"`,
            )
          );
        }) +
        ellipse(400, 206, 58, 58, pen.ball(pen.accent)) +
        ellipse(382, 188, 14, 10, '#fff', opacity(0.6))
      );
    },
  },
  mobile: {
    scene: 'nursery',
    focus: [400, 420, 1.5],
    with: [],
    draw: (pen) => {
      const c = pen.main;
      const k = pen.seed % 3;
      const tones = [c, pen.accent, light(c, 0.4), dark(c, 0.14), '#f3d98a'];
      const shape = (x: number, y: number, i: number): string => {
        const t = tones[i % 5]!;
        return group(
          k === 0
            ? path(
                'M-46 20a30 30 0 0 1 10 -56a40 40 0 0 1 72 4a28 28 0 0 1 6 52z',
                pen.face(mix(c, '#fbf7ef', 0.4)),
              ) +
                (i % 2
                  ? ''
                  : path('M0 -34l10 20l22 3l-16 15l4 22l-20 -10l-20 10l4 -22l-16 -15l22 -3z', pen.face(t)))
            : k === 1
              ? ellipse(0, 0, 44, 26, pen.face(t)) +
                path('M36 0l34 -26v52z', dark(t, 0.15)) +
                ellipse(-22, -6, 5, 5, '#2a2226') +
                stroke('M0 -20q-10 20 0 40', dark(t, 0.3), 3)
              : path(
                  'M0 0C-20 -50 -70 -44 -60 -6C-56 20 -20 20 0 4C20 20 56 20 60 -6C70 -44 20 -50 0 0Z',
                  pen.face(t),
                ) + rect(-5, -24, 10, 52, 5, '#6d5138'),
          `transform="translate(${x} ${y})"`,
        );
      };
      const hang: [number, number][] = [
        [190, 470],
        [290, 590],
        [400, 500],
        [512, 620],
        [612, 460],
      ];
      return (
        stroke('M400 40V200', '#b9a68e', 4) +
        ellipse(400, 46, 12, 12, 'none', 'stroke="#b9a68e" stroke-width="5"') +
        stroke('M400 120L180 236M400 120L620 236M400 120L400 250', '#c9b89d', 3) +
        hang
          .map(
            ([x, y], i) =>
              stroke(`M${x} 240V${y - 30}`, '#b9a68e', 2.5) +
              ellipse(x, y - 90, 10, 10, pen.ball('#d8ae80')) +
              ellipse(x, y - 66, 7, 7, pen.ball(tones[(i + 2) % 5]!)),
          )
          .join('') +
        ellipse(400, 240, 226, 36, 'none', `stroke="${dark('#d8ae80', 0.3)}" stroke-width="20"`) +
        ellipse(400, 237, 226, 36, 'none', 'stroke="#d8ae80" stroke-width="13"') +
        ellipse(400, 234, 226, 36, 'none', 'stroke="#f2d9b3" stroke-width="4"') +
        pen.lift(hang.map(([x, y], i) => shape(x, y, i)).join(''), 8)
      );
    },
  },
  ukulele: {
    scene: 'wall',
    focus: [400, 540, 1.5],
    scale: 1.02,
    draw: (pen) => {
      const c = pen.main;
      const guitar = pen.pick(3) === 1;
      const body = guitar
        ? 'M400 390Q470 380 486 430Q490 470 520 510Q560 580 510 660Q460 716 400 716T290 660Q240 580 280 510Q310 470 314 430Q330 380 400 390Z'
        : 'M400 400Q456 392 470 434Q474 474 506 510Q540 580 496 644Q456 690 400 690T304 644Q260 580 294 510Q326 474 330 434Q344 392 400 400Z';
      return turn(
        16,
        400,
        420,
        pen.lift(
          rect(378, 130, 44, 320, 6, pen.cylinder(dark(c, 0.35))) +
            path('M368 60Q400 44 432 60L438 140Q400 156 362 140Z', pen.face(c)) +
            [
              [356, 84],
              [356, 116],
              [444, 84],
              [444, 116],
            ]
              .map(([x, y]) => ellipse(x!, y!, 11, 8, pen.ball('#d9d2c2')))
              .join('') +
            path(body, pen.face(c, 1.2)) +
            pen.clip(body, pen.grain(240, 380, 320, 340, c, 22, true)) +
            path(body, 'none', `stroke="${dark(c, 0.5)}" stroke-width="9"`) +
            path(body, 'none', 'stroke="#f2e4c6" stroke-width="3"') +
            rect(382, 150, 36, 300, 2, '#3b2a20') +
            times(11, (i) => rect(382, tenths(166 + i * 30 - i * i * 0.5), 36, 2.5, 0, '#d8dbde')) +
            [226, 280, 328].map((y) => ellipse(400, y, 4, 4, '#f2ecdd')).join('') +
            ellipse(400, 520, 50, 50, pen.accent) +
            ellipse(400, 520, 44, 44, '#2a1a12') +
            rect(342, 606, 116, 20, 6, '#4a2f20') +
            rect(352, 608, 96, 5, 2, '#f2ecdd') +
            times(4, (i) => stroke(`M${388 + i * 8} 140V610`, '#f7f2e6', 1.8)) +
            rect(378, 146, 44, 7, 2, '#f2ecdd') +
            pen.text(pen.brand, 400, 104, 12, { fill: pen.inkOn(c), font: 'serif', width: 58 }) +
            ellipse(330, 470, 26, 60, '#fff', 'opacity=".22" transform="rotate(24 330 470)"'),
          16,
        ),
      );
    },
  },
  harmonica: {
    scene: 'tabletop',
    focus: [320, 420, 1.6],
    scale: 0.95,
    draw: (pen) => {
      const c = pen.main;
      const steel = pen.pick(2) ? '#d2b06a' : '#c9ccd0';
      return turn(
        -14,
        400,
        400,
        pen.lift(
          rect(
            110,
            300,
            580,
            200,
            26,
            pen.linear(
              [
                [0, light(steel, 0.6)],
                [0.2, steel],
                [0.4, light(steel, 0.4)],
                [0.75, dark(steel, 0.25)],
                [1, dark(steel, 0.45)],
              ],
              0,
              0,
              0,
              1,
            ),
          ) +
            rect(110, 384, 580, 96, 8, pen.face(c)) +
            pen.clip('M110 384h580v96h-580z', pen.grain(110, 384, 580, 96, c, 7)) +
            times(
              10,
              (i) =>
                rect(146 + i * 52, 404, 38, 56, 5, '#17130f') +
                rect(150 + i * 52, 408, 30, 8, 2, dark(c, 0.4)) +
                pen.text(String(i + 1), 165 + i * 52, 374, 18, { fill: '#4a4438', weight: 600 }),
            ) +
            pen.text(pen.brand, 400, 344, 36, { fill: '#4a4438', font: 'serif', italic: true, width: 300 }) +
            [134, 666]
              .map(
                (x) => ellipse(x, 330, 10, 10, pen.ball(steel)) + stroke(`M${x - 6} 330h12`, '#5a5140', 2.5),
              )
              .join('') +
            rect(120, 306, 560, 10, 5, '#fff', opacity(0.6)) +
            rect(110, 480, 580, 20, 8, dark(steel, 0.4), opacity(0.6)),
          18,
        ),
      );
    },
  },
};

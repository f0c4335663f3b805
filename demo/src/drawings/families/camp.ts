import type { Family } from '../archetype.ts';
import { dark, light } from '../colour.ts';
import { ellipse, opacity, path, rect, stroke, times, turn } from '../shapes.ts';
import { Turned } from '../turned.ts';

export const CAMP: Family = {
  tent: {
    scene: 'meadow',
    with: ['backpack'],
    focus: [400, 500, 1.4],
    scale: 1.1,
    draw: (pen) => {
      const c = pen.main;
      const a = pen.accent;
      const form = pen.pick(3);
      if (form === 2)
        return (
          pen.ground(410, 648, 330, 1, 0.08) +
          stroke('M560 206L640 350M400 210L150 660M400 210L650 660', '#7d5a3a', 8) +
          path('M400 224L636 640L774 596L560 218Z', pen.face(dark(c, 0.28))) +
          path('M400 224L160 646H340L400 300L460 646H640Z', pen.face(c, 1.2)) +
          path(
            'M400 300L340 646H460Z',
            pen.linear(
              [
                [0, '#3a2c22'],
                [1, '#7a5a3a'],
              ],
              0,
              0,
              0,
              1,
            ),
          ) +
          path('M400 300L340 646H300Q380 480 400 300Z', light(c, 0.25)) +
          path('M400 300L460 646H500Q420 480 400 300Z', dark(c, 0.12)) +
          stroke('M560 218L790 560M400 224L60 650', '#efe6d2', 3) +
          stroke('M400 230L180 640', '#fff', 5, opacity(0.3)) +
          rect(366, 602, 68, 44, 8, '#e9dcc0') +
          ellipse(400, 420, 8, 12, '#ffd98a', opacity(0.9))
        );
      const dome =
        form === 1
          ? 'M110 648C130 400 260 260 400 256C540 260 670 400 690 648Z'
          : 'M90 648C180 560 270 320 420 262C520 330 620 540 716 648Z';
      const mid = form === 1 ? 400 : 420;
      return (
        pen.ground(406, 650, 330, 1, 0.08) +
        path(dome, pen.face(c, 1.3)) +
        pen.clip(
          dome,
          path(
            `M${mid} 250C${mid + 90} 380 ${mid + 120} 520 ${mid + 110} 660H740V250Z`,
            dark(c, 0.5),
            opacity(0.42),
          ) +
            path(
              `M60 660L${mid - 110} 660C${mid - 130} 500 ${mid - 70} 360 ${mid} 250H60Z`,
              '#fff',
              opacity(0.1),
            ) +
            rect(60, 590, 700, 70, 0, dark(c, 0.4), opacity(0.6)) +
            rect(60, 584, 700, 8, 0, a),
        ) +
        path(
          `M${mid - 96} 648C${mid - 110} 520 ${mid - 50} 400 ${mid} 356C${mid + 50} 400 ${mid + 110} 520 ${mid + 96} 648Z`,
          pen.linear(
            [
              [0, '#f0c77a'],
              [0.6, '#c98b4a'],
              [1, '#5d4030'],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        path(
          `M${mid - 96} 648C${mid - 110} 520 ${mid - 50} 400 ${mid} 356C${mid - 20} 460 ${mid - 30} 560 ${mid - 66} 648Z`,
          pen.face(light(c, 0.2)),
        ) +
        stroke(
          `M${mid - 96} 648C${mid - 110} 520 ${mid - 50} 400 ${mid} 356C${mid + 50} 400 ${mid + 110} 520 ${mid + 96} 648`,
          a,
          7,
        ) +
        stroke(
          form === 1
            ? 'M110 648C130 400 260 260 400 256C540 260 670 400 690 648'
            : 'M90 648C180 560 270 320 420 262C520 330 620 540 716 648',
          light(c, 0.45),
          6,
          opacity(0.7),
        ) +
        stroke(`M130 560L40 652M690 590L770 652`, '#efe6d2', 3) +
        pen.text(pen.brand, mid - 180, 560, 21, { fill: pen.inkOn(c), weight: 600, width: 110 }) +
        ellipse(mid + 20, 600, 40, 14, '#3e5f8a')
      );
    },
  },
  poles: {
    scene: 'meadow',
    with: ['backpack'],
    focus: [380, 230, 1.7],
    scale: 0.95,
    draw: (pen) => {
      const c = pen.main;
      const pole = (x: number, a: number): string =>
        turn(
          a,
          x,
          650,
          rect(x - 10, 250, 20, 190, 6, pen.cylinder(c)) +
            rect(x - 8, 430, 16, 190, 5, pen.cylinder(c)) +
            rect(x - 8, 520, 16, 18, 2, '#e8eaec') +
            rect(x - 13, 424, 26, 30, 6, '#2b2d32') +
            rect(x + 6, 428, 16, 22, 5, pen.accent) +
            path(`M${x - 6} 616h12l-4 44h-4z`, '#d2d6da') +
            ellipse(x, 612, 34, 9, pen.ball('#2b2d32')) +
            path(
              `M${x - 17} 110Q${x - 22} 90 ${x} 88Q${x + 22} 90 ${x + 17} 112Q${x + 14} 170 ${x + 18} 250H${x - 18}Q${x - 12} 170 ${x - 17} 110Z`,
              pen.cylinder('#c89a65'),
            ) +
            pen.speckle(x - 15, 110, 30, 136, '#6d4a28', 26) +
            times(5, (i) => rect(x - 17, 200 + i * 10, 34, 4, 2, '#2b2d32')) +
            path(
              `M${x - 18} 98Q${x - 6} 76 ${x + 16} 84Q${x + 24} 96 ${x + 18} 108Q${x} 98 ${x - 18} 98Z`,
              '#2b2d32',
            ) +
            stroke(
              `M${x - 4} 96C${x - 90} 130 ${x - 76} 250 ${x - 30} 256C${x - 6} 240 ${x - 14} 140 ${x + 2} 104`,
              pen.accent,
              10,
            ),
        );
      return pen.ground(404, 656, 110, 0.6) + pole(350, -10) + pole(450, 8);
    },
  },
  campstove: {
    scene: 'meadow',
    with: ['flask'],
    focus: [400, 440, 1.5],
    scale: 0.72,
    draw: (pen) => {
      const c = pen.main;
      const can = new Turned([
        [500, 60],
        [516, 128],
        [540, 150],
        [630, 150],
        [650, 140],
      ]);
      const isPan = pen.pick(2) === 1;
      const brim = isPan ? 262 : 180;
      const pot = new Turned(
        isPan
          ? [
              [262, 206],
              [262, 206],
              [336, 180],
              [360, 168],
            ]
          : [
              [180, 166],
              [180, 166],
              [340, 166],
              [360, 154],
            ],
      );
      return (
        pen.ground(404, 652, 156) +
        can.body(pen.cylinder(c)) +
        can.band(560, 612, '#f3efe4') +
        pen.text(pen.brand, 400, 596, 24, { fill: '#3a3733', weight: 700, width: 150 }) +
        can.gloss(pen, -0.76, -0.56, 0.5) +
        rect(372, 440, 56, 66, 8, pen.metal('#aeb4ba')) +
        stroke('M428 476H520', '#8b9096', 6) +
        ellipse(530, 476, 16, 22, pen.ball('#d9a23a')) +
        [-1, 0, 1]
          .map(
            (s) =>
              stroke(`M400 446L${400 + s * 118} 402V372`, dark(c, 0.35), 13) +
              stroke(`M397 444L${397 + s * 118} 400V372`, light(c, 0.5), 4),
          )
          .join('') +
        times(9, (i) =>
          path(
            `M${336 + i * 16} 420q-10 -26 2 -46q12 20 6 46z`,
            i % 2 ? '#5aa9e6' : '#7cc4f2',
            opacity(0.85),
          ),
        ) +
        ellipse(400, 420, 70, 9, '#3a3d43') +
        pot.body(pen.metal('#b4bac0')) +
        pot.gloss(pen, -0.78, -0.58, 0.6) +
        pot.ring(brim, '#4a4e55') +
        ellipse(400, brim + 5, isPan ? 188 : 150, isPan ? 25 : 20, isPan ? '#33353b' : '#b9d3da') +
        (isPan
          ? stroke('M596 282L728 250', '#3a3d43', 22) + stroke('M600 277L724 247', '#6a6f76', 5)
          : stroke('M566 230C640 220 640 320 566 312', '#6a6f76', 10)) +
        times(3, (i) =>
          stroke(`M${350 + i * 50} 150q-16 -24 0 -46t0 -46`, '#fff', 9, `opacity=".5" ${pen.blur(5)}`),
        )
      );
    },
  },
  helmet: {
    scene: 'desk',
    with: ['bikelight', 'bottle'],
    focus: [340, 430, 1.5],
    scale: 0.85,
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      const shell =
        'M120 540C100 330 240 230 420 232C590 236 690 350 690 520Q680 560 640 560C560 530 500 560 460 590C380 620 220 610 150 590Q124 580 120 540Z';
      const vent = (x: number, y: number, a: number, l: number): string =>
        turn(
          a,
          x,
          y,
          path(`M${x - l} ${y}Q${x} ${y - 30} ${x + l} ${y}Q${x} ${y + 22} ${x - l} ${y}Z`, '#1d1e22') +
            path(`M${x - l} ${y}Q${x} ${y - 30} ${x + l} ${y}Q${x} ${y - 12} ${x - l} ${y}Z`, dark(c, 0.6)),
        );
      return (
        pen.ground(410, 640, 270, 1, 0.09) +
        stroke('M230 590C260 660 400 690 440 600M560 560C540 640 470 660 440 600', '#2b2d32', 13) +
        rect(420, 640, 42, 24, 6, pen.accent) +
        path('M150 580C260 640 560 600 650 556Q640 600 560 606C460 660 220 660 150 580Z', '#232529') +
        path(shell, pen.ball(c)) +
        pen.clip(
          shell,
          path('M100 520C260 580 420 590 700 500V640H100Z', dark(c, 0.6), opacity(0.5)) +
            (form === 1
              ? ''
              : path(
                  'M110 470C260 330 520 320 700 470V500C520 360 280 370 110 510Z',
                  pen.accent,
                  opacity(0.92),
                )) +
            ellipse(
              330,
              300,
              170,
              60,
              pen.radial([
                [0, '#fff', 0.75],
                [1, '#fff', 0],
              ]),
            ),
        ) +
        (form === 1
          ? vent(320, 330, -16, 50) + vent(480, 330, 14, 50) + rect(160, 556, 120, 18, 9, pen.accent)
          : vent(270, 330, -28, 74) +
            vent(400, 296, 0, 86) +
            vent(540, 336, 26, 74) +
            vent(230, 440, -22, 60) +
            vent(400, 420, 0, 90) +
            vent(570, 450, 22, 60)) +
        (form === 1 ? path('M120 540Q90 560 84 590Q130 606 190 596Z', dark(c, 0.3)) : '') +
        pen.text(pen.brand, 400, 540, 28, {
          fill: pen.inkOn(dark(c, 0.3)),
          weight: 700,
          italic: true,
          width: 180,
        })
      );
    },
  },
  bikebell: {
    scene: 'desk',
    with: ['helmet'],
    focus: [400, 440, 1.5],
    scale: 0.62,
    draw: (pen) => {
      const c = pen.main;
      return (
        pen.ground(410, 650, 230, 0.8) +
        rect(
          60,
          560,
          690,
          76,
          38,
          pen.linear(
            [
              [0, '#6c7076'],
              [0.3, '#e7eaec'],
              [0.6, '#8b9096'],
              [1, '#3a3d43'],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        rect(350, 540, 110, 112, 12, pen.face('#33363c')) +
        rect(370, 500, 66, 60, 8, pen.metal('#9aa0a7')) +
        stroke('M560 470Q620 440 640 490', '#8b6d2f', 18) +
        stroke('M556 466Q616 436 636 484', '#f0d79c', 5) +
        ellipse(644, 500, 24, 24, pen.ball('#c9a25b')) +
        path(
          pen.pick(2) === 1
            ? 'M220 500C214 420 262 372 330 366Q402 356 474 366C542 372 592 420 586 500Z'
            : 'M220 500C220 340 300 270 402 270S586 340 586 500Z',
          pen.metal(c),
        ) +
        path(
          'M220 500a183 34 0 0 0 366 0z',
          pen.linear([
            [0, dark(c, 0.5)],
            [0.3, light(c, 0.3)],
            [0.7, dark(c, 0.2)],
            [1, dark(c, 0.55)],
          ]),
        ) +
        (pen.pick(2) === 1
          ? path('M252 476C256 420 290 396 350 386Q300 420 296 480Z', '#fff', opacity(0.6)) +
            ellipse(402, 366, 96, 17, pen.metal(light(c, 0.1))) +
            ellipse(402, 354, 22, 12, pen.ball(dark(c, 0.1)))
          : path('M258 470C266 360 320 312 390 300C330 340 300 400 300 476Z', '#fff', opacity(0.6)) +
            ellipse(402, 276, 34, 12, pen.metal(dark(c, 0.1))) +
            ellipse(402, 264, 16, 14, pen.ball(light(c, 0.2)))) +
        stroke('M250 440Q402 480 556 440', dark(c, 0.4), 3, opacity(0.5))
      );
    },
  },
};

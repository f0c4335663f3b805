import type { Family } from '../archetype.ts';
import { dark, light } from '../colour.ts';
import { ellipse, group, opacity, path, rect, stroke, tenths, times, turn } from '../shapes.ts';
import { Turned } from '../turned.ts';

const STEEL = '#bcc2c8';

export const TOOLS: Family = {
  wateringcan: {
    scene: 'patio',
    with: ['plantpot', 'trowel'],
    focus: [420, 420, 1.5],
    draw: (pen) => {
      const form = pen.pick(3);
      const body = new Turned(
        form === 2
          ? [
              [430, 96],
              [470, 134],
              [560, 150],
              [640, 120],
              [650, 114],
            ]
          : [
              [400, 118],
              [400, 118],
              [640, 142],
              [650, 138],
            ],
        460,
      );
      const spout = form === 1 ? 'M350 590C240 560 250 360 130 250' : 'M340 600L170 330';
      return (
        pen.ground(462, 652, 160) +
        stroke(
          form === 2 ? 'M556 470C690 400 700 600 590 610' : 'M560 420C700 380 710 600 598 610',
          dark(pen.main, 0.4),
          26,
        ) +
        stroke(
          form === 2 ? 'M556 470C690 400 700 600 590 610' : 'M560 420C700 380 710 600 598 610',
          light(pen.main, 0.05),
          18,
        ) +
        stroke(spout, dark(pen.main, 0.45), 36) +
        stroke(spout, pen.main, 28) +
        stroke(spout, light(pen.main, 0.55), 7, 'transform="translate(-6 -3)" opacity=".8"') +
        (form === 1
          ? ''
          : turn(
              -32,
              165,
              322,
              path('M130 322L120 286H210L200 322Z', pen.metal('#d0a95c')) +
                ellipse(165, 286, 46, 12, '#e6c987') +
                times(9, (i) => ellipse(133 + i * 8, 286, 2, 2, '#6b4d1d')),
            )) +
        body.body(pen.metal(pen.main)) +
        body.gloss(pen, -0.74, -0.5, 0.5) +
        body.band(404, 416, dark(pen.main, 0.2), opacity(form === 2 ? 0 : 0.7)) +
        body.band(622, 634, dark(pen.main, 0.25), opacity(0.6)) +
        (form === 2
          ? body.ring(430, dark(pen.main, 0.6))
          : path('M342 400a118 18 0 0 1 118 -18v36a118 18 0 0 1 -118 -18z', light(pen.main, 0.12)) +
            path('M460 382a118 18 0 0 1 0 36z', dark(pen.main, 0.6))) +
        stroke(
          form === 2 ? 'M380 440C400 330 520 330 540 440' : 'M370 396C390 250 540 250 556 396',
          dark(pen.main, 0.3),
          18,
        ) +
        stroke(
          form === 2 ? 'M380 436C402 328 518 328 538 436' : 'M370 392C392 248 538 248 554 392',
          light(pen.main, 0.5),
          5,
        )
      );
    },
  },
  trowel: {
    scene: 'tabletop',
    focus: [400, 300, 1.7],
    draw: (pen) => {
      const handle = (x: number): string =>
        stroke(`M${x} 400V480`, dark(STEEL, 0.35), 20) +
        stroke(`M${x - 4} 400V480`, light(STEEL, 0.4), 5) +
        rect(x - 17, 470, 34, 20, 4, pen.metal(STEEL)) +
        path(
          `M${x - 17} 488Q${x - 32} 560 ${x - 22} 640Q${x} 672 ${x + 22} 640Q${x + 32} 560 ${x + 17} 488Z`,
          pen.cylinder(pen.main),
        ) +
        pen.clip(
          `M${x - 17} 488Q${x - 32} 560 ${x - 22} 640Q${x} 672 ${x + 22} 640Q${x + 32} 560 ${x + 17} 488Z`,
          pen.grain(x - 34, 484, 68, 190, pen.main, 6, true),
        ) +
        stroke(`M${x} 640q-30 60 4 70q26 -12 -4 -70`, '#7a4c2c', 6);
      const blade = (x: number, w: number): string =>
        path(
          `M${x - 14} 410Q${x - w} 400 ${x - w} 330Q${x - w * 0.8} 190 ${x} 120Q${x + w * 0.8} 190 ${x + w} 330Q${x + w} 400 ${x + 14} 410Z`,
          pen.metal(STEEL),
        ) +
        stroke(`M${x} 150V400`, dark(STEEL, 0.4), 4, opacity(0.5)) +
        times(4, (i) => stroke(`M${x + w * 0.5} ${220 + i * 40}h${w * 0.25}`, '#6b7178', 2.5));
      const fork = (x: number): string =>
        times(
          3,
          (i) =>
            stroke(
              `M${x} 420C${x + (i - 1) * 66} 380 ${x + (i - 1) * 62} 320 ${x + (i - 1) * 54} 150`,
              dark(STEEL, 0.25),
              20,
            ) +
            stroke(
              `M${x - 4} 416C${x - 4 + (i - 1) * 66} 380 ${x - 4 + (i - 1) * 62} 320 ${x - 4 + (i - 1) * 54} 154`,
              light(STEEL, 0.6),
              5,
            ),
        );
      const form = pen.pick(3);
      return form === 1
        ? pen.lift(
            turn(-12, 300, 400, handle(290) + blade(290, 82)) + turn(12, 520, 400, fork(520) + handle(520)),
            12,
          )
        : turn(24, 400, 400, pen.lift(handle(400) + blade(400, form === 2 ? 62 : 96), 12));
    },
  },
  drill: {
    scene: 'workshop',
    with: ['toolbox'],
    focus: [330, 330, 1.6],
    size: 0.88,
    draw: (pen) => {
      const form = pen.pick(3);
      const body =
        'M270 236H540Q610 240 622 290Q630 340 600 376L560 396Q540 420 548 470L566 556H430L414 430Q404 396 360 392H270Z';
      return (
        pen.ground(500, 652, 150) +
        (form === 1
          ? path(
              'M426 552H572Q584 552 584 566V632Q584 650 566 650H432Q414 650 414 632V566Q414 552 426 552Z',
              pen.down('#33363c'),
            ) + rect(426, 616, 146, 10, 0, pen.main, opacity(0.9))
          : path(
              'M392 552H606Q622 552 622 570V632Q622 650 604 650H396Q378 650 378 632V570Q378 552 392 552Z',
              pen.down('#33363c'),
            ) + rect(392, 610, 216, 10, 0, pen.main, opacity(0.9))) +
        pen.text('LI-ION', 500, 600, 22, { fill: '#e8eaec', weight: 700 }) +
        path(body, pen.down(pen.main, 1.2)) +
        path(
          'M428 420Q420 396 470 396H552Q540 420 548 470L566 556H508Q470 470 428 420Z',
          pen.face('#303238'),
        ) +
        times(6, (i) => stroke(`M${500 + i * 4} ${440 + i * 17}l44 -6`, '#4c5058', 5)) +
        path('M400 404q-24 4 -22 36q2 26 22 34l16 -4v-60z', '#d7dade') +
        rect(
          188,
          250,
          92,
          128,
          14,
          pen.linear(
            [
              [0, '#4a4d54'],
              [0.25, '#8f949b'],
              [0.6, '#33363c'],
              [1, '#1f2126'],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        times(7, (i) => rect(192 + i * 12, 252, 4, 124, 2, '#17181b', opacity(0.5))) +
        path(
          'M190 268L130 290V338L190 360Z',
          pen.linear(
            [
              [0, '#e2e5e8'],
              [0.4, '#9aa0a7'],
              [1, '#4a4e55'],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        rect(
          40,
          306,
          96,
          16,
          4,
          pen.linear(
            [
              [0, '#f1f3f4'],
              [0.5, '#9aa0a7'],
              [1, '#5a5e65'],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        times(6, (i) => stroke(`M${50 + i * 14} 306l8 16`, '#4a4e55', 3)) +
        rect(280, 246, 14, 136, 0, dark(pen.main, 0.35)) +
        (form === 2
          ? rect(290, 236, 26, 158, 8, pen.down('#2d2f34')) +
            path('M286 388H320L326 560Q326 590 303 590T280 560Z', pen.face('#303238')) +
            times(5, (i) => stroke(`M284 ${430 + i * 28}h38`, '#4c5058', 5))
          : '') +
        times(5, (i) => rect(520 + i * 17, 262, 8, 50, 4, dark(pen.main, 0.55))) +
        path('M290 242H540Q588 246 604 276Q440 256 290 262Z', '#fff', opacity(0.35)) +
        pen.text(pen.brand, 400, 336, 32, {
          fill: pen.inkOn(pen.main),
          weight: 700,
          width: 200,
          italic: true,
        })
      );
    },
  },
  hammer: {
    scene: 'workshop',
    focus: [330, 260, 1.6],
    scale: 0.9,
    draw: (pen) => {
      const form = pen.pick(3);
      const wood = pen.main;
      const shaft = 'M386 250H414Q424 420 430 560Q436 660 400 664Q364 660 370 560Q376 420 386 250Z';
      const head =
        form === 2
          ? 'M250 190H330L360 176H440L548 206V222L440 262H360L330 250H250Z'
          : 'M236 180Q228 178 228 190V246Q228 258 240 256L300 246L352 262H446Q500 262 566 300Q560 230 470 176H352L300 190Z';
      return turn(
        28,
        400,
        420,
        pen.lift(
          path(shaft, pen.cylinder(wood)) +
            pen.clip(
              shaft,
              pen.grain(360, 250, 80, 420, wood, 7, true) +
                rect(360, 500, 80, 170, 0, pen.accent, opacity(form === 1 ? 0.9 : 0)) +
                rect(360, 610, 80, 8, 0, pen.accent),
            ) +
            path(
              head,
              pen.linear(
                [
                  [0, '#e7eaec'],
                  [0.3, '#a9afb6'],
                  [0.65, '#666c74'],
                  [1, '#3f444b'],
                ],
                0,
                0,
                0,
                1,
              ),
            ) +
            rect(
              218,
              176,
              26,
              84,
              7,
              pen.linear(
                [
                  [0, '#f4f6f7'],
                  [0.5, '#9aa1a8'],
                  [1, '#4a4f56'],
                ],
                0,
                0,
                0,
                1,
              ),
            ) +
            rect(374, 168, 52, 16, 4, dark(wood, 0.2)) +
            rect(384, 172, 32, 5, 0, '#d8dbde') +
            pen.text(pen.brand, 400, 228, 17, { fill: '#2d3036', weight: 600, width: 84 }),
          14,
        ),
      );
    },
  },
  screwdriver: {
    scene: 'workshop',
    focus: [300, 520, 1.6],
    scale: 0.92,
    draw: (pen) => {
      const small = pen.pick(2) === 1;
      const count = pen.piecesOr(small ? 6 : 5, 12);
      const step = Math.min(small ? 85 : 104, 520 / count);
      const w = Math.min(small ? 40 : 54, step * 0.7);
      return pen.lift(
        rect(130, 470, 540, 44, 10, pen.down('#3a3d43')) +
          times(count, (i) => {
            const x = tenths(400 + (i - (count - 1) / 2) * step);
            const c = i % 2 ? pen.main : light(pen.main, 0.04);
            const len = 150 - Math.round(Math.abs(i - (count - 1) / 2) * (56 / count) * 1.2);
            return (
              rect(x - 6, 500, 12, len, 2, pen.metal(STEEL)) +
              path(
                i % 2 ? `M${x - 6} ${500 + len}l6 22l6 -22z` : `M${x - 6} ${500 + len}l-3 14h18l-3 -14z`,
                '#5d636b',
              ) +
              path(
                `M${x - w / 2 + 8} 190Q${x} 168 ${x + w / 2 - 8} 190Q${x + w / 2 + 4} 230 ${x + w / 2} 330Q${x + w / 2 - 12} 400 ${x + w / 2 - 6} 470H${x - w / 2 + 6}Q${x - w / 2 + 12} 400 ${x - w / 2} 330Q${x - w / 2 - 4} 230 ${x - w / 2 + 8} 190Z`,
                pen.cylinder(c),
              ) +
              [-0.24, 0.04, 0.3]
                .map((f) => rect(x + w * f - 3, 216, 7, 150, 3, '#26282d', opacity(0.75)))
                .join('') +
              ellipse(x, 186, w * 0.3, 8, pen.accent) +
              rect(x - w / 2 + 5, 440, w - 10, 18, 3, pen.accent)
            );
          }) +
          rect(118, 462, 564, 36, 8, pen.down('#2f3237')) +
          rect(124, 466, 552, 6, 3, '#fff', opacity(0.2)) +
          pen.text(pen.brand, 400, 488, 18, { fill: '#d9dcdf', spacing: 3, width: 260 }),
        14,
      );
    },
  },
  toolbox: {
    scene: 'workshop',
    with: ['drill'],
    focus: [400, 480, 1.5],
    draw: (pen) => {
      const form = pen.pick(3);
      return (
        pen.ground(404, 652, 300, 1, 0.08) +
        stroke('M290 400V320Q290 300 312 300H488Q510 300 510 320V400', '#2d2f34', 24) +
        rect(304, 286, 192, 30, 14, pen.down(form === 2 ? '#a9744a' : '#3b3e45')) +
        rect(312, 290, 176, 7, 3, '#fff', opacity(0.3)) +
        path('M124 430L160 372H640L676 430Z', pen.down(light(pen.main, 0.08))) +
        rect(
          112,
          426,
          576,
          226,
          8,
          pen.linear(
            [
              [0, light(pen.main, 0.26)],
              [0.4, pen.main],
              [1, dark(pen.main, 0.34)],
            ],
            0,
            0,
            0.8,
            1,
          ),
        ) +
        path('M130 426L164 378H420L360 426Z', '#fff', opacity(0.24)) +
        rect(112, 484, 576, 5, 0, dark(pen.main, 0.5)) +
        rect(112, 489, 576, 3, 0, light(pen.main, 0.4), opacity(0.6)) +
        (form === 1
          ? rect(112, 560, 576, 5, 0, dark(pen.main, 0.5)) +
            [180, 600].map((x) => stroke(`M${x} 470l26 130`, '#85898f', 12)).join('')
          : '') +
        [232, 528]
          .map(
            (x) =>
              rect(x - 24, 456, 48, 66, 6, pen.metal(STEEL)) +
              rect(x - 14, 478, 28, 32, 4, pen.metal(dark(STEEL, 0.2))),
          )
          .join('') +
        [
          [124, 438],
          [676, 438],
          [124, 640],
          [676, 640],
        ]
          .map(([x, y]) => ellipse(x!, y!, 6, 6, pen.ball(STEEL)))
          .join('') +
        rect(320, 548, 160, 54, 5, pen.accent, opacity(0.95)) +
        pen.text(pen.brand, 400, 584, 26, { fill: pen.inkOn(pen.accent), weight: 700, width: 140 })
      );
    },
  },
  tapemeasure: {
    scene: 'workshop',
    with: ['hammer'],
    focus: [400, 470, 1.6],
    scale: 0.7,
    draw: (pen) => {
      const isRound = pen.pick(2) === 1;
      const shell = isRound
        ? 'M212 470a174 172 0 0 1 348 0V612Q560 642 530 642H386A174 172 0 0 1 212 470Z'
        : 'M240 640V420Q240 300 370 300Q520 300 540 440V600Q540 640 500 640Z';
      return (
        pen.ground(420, 648, 220, 1, 0.1) +
        path(
          'M520 600H740V634H500Z',
          pen.linear(
            [
              [0, '#f6d860'],
              [0.6, '#efc53c'],
              [1, '#c99b22'],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        times(17, (i) => stroke(`M${540 + i * 12} 600v${i % 4 === 0 ? 20 : 11}`, '#2b2620', 2)) +
        times(4, (i) => pen.text(String(i + 1), 560 + i * 48, 630, 13, { fill: '#2b2620', weight: 700 })) +
        path('M736 594h12v60h-12z', pen.metal(STEEL)) +
        path(shell, pen.face(pen.main, 1.2)) +
        (isRound
          ? stroke('M234 380a172 170 0 0 1 300 10', light(pen.main, 0.35), 8, opacity(0.6))
          : path(
              'M240 560V420Q240 300 370 300Q450 300 500 350L470 370Q430 330 370 334Q276 338 276 430V560Z',
              '#2d2f34',
            ) + path('M240 600h300v10q0 30 -40 30H240z', '#2d2f34')) +
        ellipse(390, 470, 96, 96, dark(pen.main, 0.3)) +
        ellipse(390, 470, 88, 88, pen.face(pen.accent)) +
        pen.text(pen.brand, 390, 468, 24, { fill: pen.inkOn(pen.accent), weight: 700, width: 150 }) +
        pen.text('FT · CM', 390, 500, 20, { fill: pen.inkOn(pen.accent) }) +
        (isRound
          ? stroke('M222 560q-60 40 -70 90', pen.accent, 12)
          : rect(470, 300, 44, 34, 8, pen.down('#c9432f'))) +
        group(ellipse(330, 410, 70, 40, '#fff', opacity(0.22)), 'transform="rotate(-30 330 410)"')
      );
    },
  },
};

import type { Family } from '../archetype.ts';
import { dark, light, mix } from '../colour.ts';
import type { Pen } from '../pen.ts';
import { ellipse, group, opacity, path, rect, stroke, times, turn } from '../shapes.ts';
import { Turned } from '../turned.ts';

/** A printed label: brand, a word, a small line. */
const label = (
  pen: Pen,
  x: number,
  y: number,
  w: number,
  h: number,
  word: string,
  small: string,
  paper = '#fbf8f1',
): string =>
  rect(x - w / 2, y, w, h, 3, paper) +
  rect(
    x - w / 2,
    y,
    w,
    h,
    3,
    pen.linear([
      [0, '#2a2230', 0.16],
      [0.3, '#fff', 0.2],
      [1, '#2a2230', 0.2],
    ]),
  ) +
  pen.text(pen.brand.toUpperCase(), x, y + h * 0.24, 15, { fill: '#55504a', spacing: 2, width: w * 0.84 }) +
  pen.text(word, x, y + h * 0.55, 27, { fill: '#2b2825', font: 'serif', width: w * 0.86 }) +
  stroke(`M${x - w * 0.16} ${y + h * 0.67}H${x + w * 0.16}`, pen.accent, 3) +
  pen.text(small, x, y + h * 0.84, 12, { fill: '#8a8279', spacing: 1.5, width: w * 0.82 });

export const CARE: Family = {
  serum: {
    scene: 'bathroom',
    with: ['cream', 'soap'],
    focus: [400, 430, 1.6],
    draw: (pen) => {
      const body = new Turned([
        [330, 40],
        [350, 44],
        [372, 96],
        [400, 112],
        [400, 112],
        [625, 112],
        [645, 106],
        [650, 98],
      ]);
      const tint = pen.main;
      const cap = new Turned([
        [240, 42],
        [246, 48],
        [246, 48],
        [332, 50],
      ]);
      const bulb = new Turned([
        [120, 16],
        [132, 34],
        [180, 34],
        [240, 30],
      ]);
      return (
        pen.ground(400, 652, 114) +
        body.band(
          430,
          645,
          pen.linear([
            [0, dark(tint, 0.3), 0.85],
            [0.3, light(tint, 0.25), 0.75],
            [0.7, tint, 0.8],
            [1, dark(tint, 0.4), 0.9],
          ]),
        ) +
        body.ring(430, light(tint, 0.4), opacity(0.8)) +
        rect(395, 330, 10, 270, 5, '#fff', opacity(0.4)) +
        body.body(pen.glass(tint, 1.2)) +
        label(
          pen,
          400,
          452,
          170,
          136,
          ['Hydrate', 'Vitamin C', 'Retinol', 'Niacinamide'][pen.pick(4)]!,
          'FACE SERUM',
        ) +
        body.gloss(pen, -0.84, -0.66, 0.8) +
        body.gloss(pen, 0.7, 0.84, 0.4) +
        bulb.body(pen.cylinder('#33343a')) +
        bulb.gloss(pen, -0.6, -0.2, 0.4) +
        cap.body(pen.metal(pen.seed % 2 ? '#d2b06a' : '#c9ccd0'))
      );
    },
  },
  cream: {
    scene: 'bathroom',
    with: ['serum'],
    focus: [400, 520, 1.5],
    size: 1.15,
    draw: (pen) => {
      const jar = new Turned([
        [490, 150],
        [500, 172],
        [500, 172],
        [620, 172],
        [645, 166],
        [650, 150],
      ]);
      const open = pen.pick(3) === 1;
      const lid = new Turned([
        [400, 150],
        [408, 166],
        [408, 166],
        [494, 168],
      ]);
      return (
        pen.ground(402, 652, 174) +
        jar.body(pen.cylinder(mix(pen.main, '#ffffff', 0.25))) +
        jar.gloss(pen, -0.8, -0.6, 0.7) +
        jar.gloss(pen, 0.66, 0.8, 0.3) +
        pen.text(pen.brand.toUpperCase(), 400, 566, 22, {
          fill: dark(pen.main, 0.72),
          spacing: 3,
          width: 230,
        }) +
        pen.text(pen.flavour ?? 'Face Cream', 400, 602, 24, {
          fill: dark(pen.main, 0.66),
          font: 'serif',
          italic: true,
          width: 220,
        }) +
        (open
          ? ellipse(400, 490, 150, 24, '#e9e3d9') +
            ellipse(400, 490, 136, 20, '#fffdf8') +
            path(
              'M310 488Q350 440 400 470Q420 430 450 466Q480 470 486 490Q400 510 310 488Z',
              pen.face('#fffaf0'),
            ) +
            pen.ground(620, 655, 70, 0.6) +
            group(
              lid.body(pen.metal('#d2b06a')) + lid.ring(400, '#ecd7a2'),
              'transform="translate(370 330) scale(.66)"',
            )
          : lid.body(pen.seed % 2 ? pen.metal('#d2b06a') : pen.cylinder('#f3efe8')) +
            lid.ring(400, pen.seed % 2 ? '#ecd7a2' : '#ffffff') +
            lid.gloss(pen, -0.8, -0.55, 0.5))
      );
    },
  },
  tube: {
    scene: 'bathroom',
    with: ['cream'],
    focus: [400, 400, 1.5],
    draw: (pen) => {
      const c = pen.main;
      const tube = 'M270 140H530L512 560H288Z';
      const cap = new Turned([
        [556, 100],
        [556, 100],
        [640, 96],
        [650, 92],
      ]);
      return (
        pen.ground(400, 652, 104) +
        path(
          tube,
          pen.linear([
            [0, dark(c, 0.2)],
            [0.16, light(c, 0.4)],
            [0.34, light(c, 0.1)],
            [0.75, dark(c, 0.08)],
            [1, dark(c, 0.32)],
          ]),
        ) +
        rect(266, 126, 268, 34, 4, pen.cylinder(dark(c, 0.06))) +
        times(22, (i) => stroke(`M${276 + i * 12} 130v26`, dark(c, 0.3), 2, opacity(0.4))) +
        ellipse(400, 262, 58, 58, pen.accent, opacity(0.95)) +
        times(12, (i) => turn(i * 30, 400, 262, rect(396, 184, 8, 22, 4, pen.accent))) +
        pen.text('SPF', 400, 254, 24, { fill: pen.inkOn(pen.accent), weight: 700 }) +
        pen.text(['50', '30', '50'][pen.pick(3)]!, 400, 290, 36, {
          fill: pen.inkOn(pen.accent),
          weight: 700,
        }) +
        pen.text(pen.brand, 400, 398, 32, { fill: pen.inkOn(c), font: 'serif', width: 190 }) +
        pen.text(['MINERAL SUNSCREEN', 'DAILY SUNSCREEN', 'SPORT SUNSCREEN'][pen.pick(3)]!, 400, 432, 14, {
          fill: pen.inkOn(c),
          spacing: 2,
          width: 190,
        }) +
        stroke('M340 470H460', pen.inkOn(c), 1.5, opacity(0.5)) +
        path('M292 166H326L322 552H304Z', '#fff', opacity(0.4)) +
        cap.body(pen.cylinder('#f5f1ea')) +
        times(18, (i) => stroke(`M${308 + i * 11} 574v66`, '#b9b2a8', 2, opacity(0.5)))
      );
    },
  },
  soap: {
    scene: 'bathroom',
    with: ['cream', 'serum'],
    focus: [400, 500, 1.5],
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      const round = (y: number, x: number, tone: string): string => {
        const disc = new Turned(
          [
            [y - 26, 158],
            [y - 18, 184],
            [y + 70, 190],
            [y + 92, 168],
          ],
          x,
        );
        return (
          disc.body(pen.cylinder(tone)) +
          disc.ring(y - 26, light(tone, 0.3)) +
          disc.gloss(pen, -0.8, -0.6, 0.3)
        );
      };
      /** A cushion with a stamped rim. */
      const cushion = (y: number, x: number, tone: string): string =>
        rect(x - 206, y - 4, 412, 112, 56, dark(tone, 0.24)) +
        rect(x - 206, y - 28, 412, 116, 58, pen.face(tone, 1.2)) +
        rect(
          x - 184,
          y - 14,
          368,
          88,
          44,
          'none',
          `stroke="${dark(tone, 0.25)}" stroke-width="4" opacity=".5"`,
        ) +
        rect(x - 160, y - 20, 220, 16, 8, '#fff', opacity(0.4));
      const block = (y: number, x: number, tone: string): string =>
        rect(x - 200, y, 400, 110, 34, dark(tone, 0.24)) +
        rect(x - 200, y - 26, 400, 112, 40, pen.face(tone, 1.2)) +
        rect(x - 184, y - 18, 250, 22, 11, '#fff', opacity(0.4)) +
        pen.clip(
          `M${x - 200} ${y - 20}h400v100h-400z`,
          pen.speckle(x - 190, y - 20, 380, 96, dark(tone, 0.6), 50),
        );
      const bar = [block, cushion, round][form]!;
      return (
        pen.ground(404, 650, 250, 1, 0.1) +
        path('M150 600H650L630 650H170Z', pen.face('#b98655')) +
        times(6, (i) => rect(196 + i * 70, 606, 40, 9, 4, '#6a4828')) +
        bar(520, 400, c) +
        bar(428, 410, light(c, 0.1)) +
        path(
          'M300 392H520V516Q410 530 300 516Z',
          pen.linear([
            [0, '#efe6d4'],
            [0.3, '#fffaf0'],
            [1, '#d9ccb4'],
          ]),
        ) +
        pen.text(pen.brand.toUpperCase(), 410, 432, 16, { fill: '#5a4f42', spacing: 2, width: 196 }) +
        pen.text(pen.flavour ?? 'Botanical', 410, 468, 27, {
          fill: '#2f2a25',
          font: 'serif',
          italic: true,
          width: 190,
        }) +
        pen.text(form === 2 ? 'SHAMPOO BAR' : 'BAR SOAP', 410, 496, 12, { fill: '#8a7d6c', spacing: 3 }) +
        times(6, (i) =>
          ellipse(
            640 + ((i * 29) % 60),
            610 - ((i * 37) % 70),
            9 + (i % 3) * 6,
            9 + (i % 3) * 6,
            '#fff',
            'opacity=".4" stroke="#fff" stroke-width="2"',
          ),
        ) +
        turn(
          -24,
          220,
          560,
          path('M200 590C150 500 190 430 230 410C250 470 250 540 200 590Z', '#8aa67a') +
            stroke('M202 586Q226 500 229 416', '#dbe6c8', 2),
        )
      );
    },
  },
  lipstick: {
    scene: 'bathroom',
    with: ['perfume'],
    focus: [400, 340, 1.7],
    draw: (pen) => {
      const c = pen.main;
      const case1 = pen.pick(3) === 2 ? '#e4cfae' : pen.seed % 2 ? '#d2b06a' : '#2c2b30';
      const body = new Turned([
        [470, 72],
        [470, 72],
        [644, 74],
        [650, 70],
      ]);
      const inner = new Turned([
        [380, 56],
        [380, 56],
        [472, 58],
      ]);
      const cap = new Turned(
        [
          [400, 70],
          [408, 76],
          [408, 76],
          [650, 78],
        ],
        590,
      );
      return (
        pen.ground(400, 652, 84) +
        pen.ground(590, 652, 80) +
        cap.body(pen.pick(3) === 2 ? pen.cylinder(case1) : pen.metal(case1)) +
        cap.ring(400, light(case1, 0.3)) +
        cap.gloss(pen, -0.7, -0.45, 0.5) +
        path('M350 384V250Q352 200 420 176Q450 172 450 210V384Q400 398 350 384Z', pen.cylinder(c)) +
        path('M352 252Q356 202 420 178Q446 174 448 206Q430 262 352 262Z', light(c, 0.3)) +
        path('M366 270H384V384H366Z', '#fff', opacity(0.4)) +
        inner.body(pen.metal('#d9bd80')) +
        body.body(pen.pick(3) === 2 ? pen.cylinder(case1) : pen.metal(case1)) +
        body.gloss(pen, -0.72, -0.48, 0.5) +
        pen.text(pen.brand, 400, 572, 22, { fill: pen.inkOn(case1), font: 'serif', width: 116 }) +
        path(
          'M112 622C122 604 150 590 196 582L286 566L300 572L284 580L296 586L262 594L272 602C220 604 170 614 132 632L124 626L116 630Z',
          c,
          opacity(0.92),
        ) +
        times(4, (i) =>
          stroke(
            `M${128 + i * 8} ${620 - i * 9}Q200 ${590 - i * 4} ${272 - i * 4} ${594 - i * 8}`,
            i % 2 ? dark(c, 0.2) : light(c, 0.35),
            2.5,
            opacity(0.6),
          ),
        )
      );
    },
  },
  perfume: {
    scene: 'bathroom',
    with: ['lipstick', 'candle'],
    focus: [400, 440, 1.5],
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      const gold = pen.seed % 2 ? '#d2b06a' : '#c9ccd0';
      const shape =
        form === 1
          ? 'M400 330a160 160 0 1 1 0 320a160 160 0 1 1 0 -320Z'
          : form === 2
            ? 'M330 300H470Q490 300 490 320V630Q490 650 470 650H330Q310 650 310 630V320Q310 300 330 300Z'
            : 'M262 340H538Q560 340 560 362V628Q560 650 538 650H262Q240 650 240 628V362Q240 340 262 340Z';
      const top = form === 2 ? 300 : 340;
      const half = form === 2 ? 90 : 160;
      return (
        pen.ground(402, 652, half) +
        path(
          shape,
          pen.linear([
            [0, dark(c, 0.3)],
            [0.12, light(c, 0.55)],
            [0.4, light(c, 0.25)],
            [0.8, c],
            [1, dark(c, 0.4)],
          ]),
        ) +
        pen.clip(
          shape,
          rect(0, top, 800, 60, 0, '#fff', opacity(0.45)) +
            rect(0, 612, 800, 60, 0, '#fff', opacity(0.32)) +
            path('M250 650L400 330H450L310 650Z', '#fff', opacity(0.22)) +
            rect(396, top, 7, 260, 0, '#fff', opacity(0.5)),
        ) +
        path(shape, 'none', 'stroke="#fff" stroke-width="9" opacity=".55"') +
        path(shape, 'none', `stroke="${dark(c, 0.4)}" stroke-width="2" opacity=".6"`) +
        rect(366, top - 44, 68, 48, 4, pen.metal(gold)) +
        (form === 1
          ? ellipse(400, top - 96, 62, 58, pen.ball(pen.accent)) +
            ellipse(380, top - 118, 18, 12, '#fff', opacity(0.6))
          : rect(346, top - 150, 108, 110, 8, pen.face('#2c2b30', 1.4)) +
            rect(354, top - 144, 22, 96, 6, '#fff', opacity(0.24))) +
        rect(320, 446, 160, 116, 2, '#fdfaf3') +
        pen.text(pen.flavour ?? 'No. 4', 400, 500, 27, { fill: '#2b2825', font: 'serif', width: 140 }) +
        pen.text(pen.brand.toUpperCase(), 400, 528, 12, { fill: '#6b645a', spacing: 2, width: 140 }) +
        pen.text(['EAU DE PARFUM', 'EAU DE TOILETTE', 'PERFUME OIL'][pen.pick(3)]!, 400, 548, 9, {
          fill: '#99917f',
          spacing: 2,
        })
      );
    },
  },
  hairbrush: {
    scene: 'tabletop',
    focus: [400, 260, 1.6],
    scale: 0.95,
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      const w = form === 1 ? 100 : 128;
      const head = `M400 110Q${400 + w} 110 ${400 + w} 260T430 440L424 700Q424 728 400 728T376 700L370 440Q${400 - w} 410 ${400 - w} 260T400 110Z`;
      return turn(
        24,
        400,
        400,
        pen.lift(
          path(head, pen.face(c, 1.3)) +
            pen.clip(head, pen.grain(250, 100, 300, 640, c, 22, true)) +
            ellipse(400, 262, w - 26, 124, pen.ball(form === 2 ? '#c46a4a' : pen.accent)) +
            times(7, (r) =>
              times(7, (i) => {
                const x = 400 + (i - 3) * (w - 34) * 0.29;
                const y = 172 + r * 30;
                return ((x - 400) / (w - 34)) ** 2 + ((y - 262) / 116) ** 2 < 0.94
                  ? stroke(`M${Math.round(x)} ${y}l9 13`, form === 0 ? '#3b2c22' : '#f4ecdc', 4) +
                      ellipse(Math.round(x), y, 4.5, 4.5, form === 0 ? '#2a1f18' : '#fff')
                  : '';
              }),
            ) +
            ellipse(400, 700, 8, 8, '#2a2226') +
            pen
              .text(pen.brand, 0, 0, 18, { fill: pen.inkOn(c), font: 'serif', width: 150 })
              .replace('<text', '<text transform="translate(406 560) rotate(90)"'),
          14,
        ),
      );
    },
  },
  razor: {
    scene: 'bathroom',
    with: ['soap'],
    focus: [400, 260, 1.7],
    scale: 0.9,
    draw: (pen) => {
      const c = pen.main;
      const long = pen.seed % 2;
      return (
        pen.ground(400, 652, 110) +
        new Turned([
          [620, 60],
          [630, 96],
          [650, 104],
        ]).body(pen.metal(dark(c, 0.1))) +
        rect(380, 270, 40, 356, 18, pen.metal(c)) +
        rect(378, 380, 44, 180, 10, pen.metal(c)) +
        rect(
          378,
          380,
          44,
          180,
          10,
          pen.pattern(
            9,
            9,
            `<path d="M0 0L9 9M9 0L0 9" stroke="${dark(c, 0.6)}" stroke-width="1.600" stroke-opacity=".7"/>`,
          ),
        ) +
        [300, 366, 572].map((y) => rect(374, y, 52, 12, 6, pen.metal(light(c, 0.2)))).join('') +
        path('M260 214Q400 160 540 214L548 240H252Z', pen.metal(c)) +
        rect(
          244,
          236,
          312,
          12,
          3,
          pen.linear(
            [
              [0, '#f7f8f9'],
              [1, '#8a9097'],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        path('M252 248H548L530 272Q400 300 270 272Z', pen.metal(dark(c, 0.1))) +
        times(17, (i) => stroke(`M${274 + i * 16} 252v14`, dark(c, 0.6), 4, opacity(0.6))) +
        path('M280 210Q400 170 470 184Q380 190 300 222Z', '#fff', opacity(0.7)) +
        (long
          ? ''
          : rect(520, 618, 130, 32, 3, pen.face('#efe9dd')) +
            pen.text(pen.brand, 585, 640, 14, { fill: '#4a443c', width: 110 }))
      );
    },
  },
  vitamins: {
    scene: 'bathroom',
    with: ['soap'],
    focus: [400, 470, 1.5],
    draw: (pen) => {
      const jar = new Turned([
        [300, 100],
        [320, 120],
        [350, 140],
        [350, 140],
        [620, 140],
        [645, 134],
        [650, 122],
      ]);
      const lid = new Turned([
        [206, 98],
        [214, 110],
        [214, 110],
        [304, 112],
      ]);
      const amber = '#9c5a26';
      return (
        pen.ground(400, 652, 142) +
        jar.body(
          pen.linear([
            [0, dark(amber, 0.5)],
            [0.16, amber],
            [0.3, light(amber, 0.35)],
            [0.6, dark(amber, 0.2)],
            [1, dark(amber, 0.6)],
          ]),
        ) +
        jar.gloss(pen, -0.84, -0.66, 0.6) +
        jar.band(390, 606, pen.cylinder(pen.main)) +
        jar.band(390, 470, '#fbf7ee', opacity(0.96)) +
        pen.text(pen.brand.toUpperCase(), 400, 444, 19, { fill: '#33302c', spacing: 2, width: 210 }) +
        pen.text(['Multi', 'Magnesium', 'Omega-3', 'Vitamin D3'][pen.pick(4)]!, 400, 540, 42, {
          fill: pen.inkOn(pen.main),
          weight: 700,
          width: 226,
        }) +
        pen.text((pen.flavour ?? 'Daily').toUpperCase(), 400, 574, 16, {
          fill: pen.inkOn(pen.main),
          spacing: 4,
        }) +
        lid.body(pen.cylinder('#f2efe9')) +
        times(20, (i) =>
          stroke(
            `M${296 + i * 11} ${232 + Math.round(Math.sin((i / 19) * Math.PI) * 14)}v58`,
            '#a9a39a',
            2,
            opacity(0.5),
          ),
        ) +
        lid.ring(206, '#fff') +
        [
          [560, 640, 12],
          [610, 655, -20],
          [586, 612, 40],
        ]
          .map(([x, y, a]) =>
            turn(
              a!,
              x!,
              y!,
              ellipse(x! + 4, y! + 12, 30, 7, '#2a2230', opacity(0.25)) +
                rect(
                  x! - 28,
                  y! - 11,
                  56,
                  22,
                  11,
                  pen.linear(
                    [
                      [0, light(pen.main, 0.4)],
                      [1, pen.main],
                    ],
                    0,
                    0,
                    0,
                    1,
                  ),
                ) +
                rect(x!, y! - 11, 28, 22, 11, '#fbf4e6'),
            ),
          )
          .join('')
      );
    },
  },
};

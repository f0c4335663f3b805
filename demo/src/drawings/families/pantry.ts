import type { Family } from '../archetype.ts';
import { dark, light, mix } from '../colour.ts';
import { ellipse, group, opacity, path, rect, stroke, tenths, times, turn } from '../shapes.ts';
import { Turned } from '../turned.ts';

const BEAN = (x: number, y: number, a: number, s = 1): string =>
  turn(
    a,
    x,
    y,
    ellipse(x + 2, y + 9 * s, 17 * s, 6 * s, '#2a2230', opacity(0.3)) +
      ellipse(x, y, 17 * s, 11 * s, '#5b3822') +
      ellipse(x - 4 * s, y - 4 * s, 8 * s, 3 * s, '#8a5c3c') +
      stroke(`M${x - 14 * s} ${y + 1}Q${x} ${y - 5 * s} ${x + 14 * s} ${y + 1}`, '#2e1a10', 2.5),
  );

export const PANTRY_GOODS: Family = {
  coffeebag: {
    scene: 'kitchen',
    with: ['mug', 'grinder'],
    focus: [400, 430, 1.6],
    draw: (pen) => {
      const c = pen.main;
      const bag = 'M258 190H542L562 300Q574 480 556 640Q480 660 400 656T244 640Q226 480 238 300Z';
      const ground = mix(c, pen.accent, 0.12);
      const art = [
        times(5, (i) => ellipse(400, 330, 120 - i * 24, 120 - i * 24, i % 2 ? pen.accent : light(c, 0.22))),
        path('M270 400L350 290L400 350L460 260L540 400Z', pen.accent) +
          ellipse(480, 250, 28, 28, light(c, 0.6)),
        times(6, (i) =>
          stroke(
            `M260 ${270 + i * 24}Q330 ${240 + i * 24} 400 ${270 + i * 24}T540 ${270 + i * 24}`,
            i % 2 ? pen.accent : light(c, 0.4),
            9,
          ),
        ),
        times(12, (i) =>
          turn(
            i * 30,
            400,
            330,
            path('M400 330Q378 270 400 218Q422 270 400 330Z', i % 2 ? pen.accent : light(c, 0.3)),
          ),
        ),
      ][pen.seed % 4]!;
      return (
        pen.ground(402, 650, 168, 1, 0.12) +
        path(
          bag,
          pen.linear([
            [0, dark(ground, 0.3)],
            [0.14, light(ground, 0.14)],
            [0.4, ground],
            [0.84, dark(ground, 0.16)],
            [1, dark(ground, 0.4)],
          ]),
        ) +
        pen.clip(
          bag,
          art +
            stroke(
              'M250 300Q290 440 262 640M550 300Q512 440 540 640',
              dark(c, 0.7),
              16,
              `opacity=".3" ${pen.blur(6)}`,
            ) +
            rect(270, 200, 22, 440, 10, '#fff', opacity(0.16)),
        ) +
        rect(250, 168, 300, 40, 4, pen.face(dark(ground, 0.1))) +
        rect(250, 178, 300, 7, 0, light(pen.accent, 0.2)) +
        [256, 532].map((x) => rect(x, 164, 14, 48, 3, pen.metal('#c3c8cd'))).join('') +
        rect(282, 452, 236, 156, 3, '#fbf6ea') +
        pen.text(pen.brand.toUpperCase(), 400, 486, 19, { fill: '#3a332b', spacing: 3, width: 206 }) +
        pen.text(pen.flavour ?? 'House Blend', 400, 536, 32, { fill: '#241f1a', font: 'serif', width: 210 }) +
        stroke('M350 554H450', c, 3) +
        pen.text(['WHOLE BEAN', 'GROUND', 'ESPRESSO'][pen.pick(3)]!, 400, 584, 14, {
          fill: '#7a6f60',
          spacing: 3,
        }) +
        ellipse(400, 236, 9, 9, dark(ground, 0.4)) +
        BEAN(600, 640, 20) +
        BEAN(640, 656, -30) +
        BEAN(576, 662, 60) +
        BEAN(212, 656, -14)
      );
    },
  },
  teatin: {
    scene: 'table',
    with: ['mug', 'kettle'],
    focus: [400, 480, 1.5],
    draw: (pen) => {
      const c = pen.main;
      // A round tin, a low wide one and one with a domed lid.
      const form = pen.pick(3);
      const r = [126, 176, 112][form]!;
      const top = [340, 418, 330][form]!;
      const can = new Turned([
        [top, r],
        [top, r],
        [640, r],
        [650, r - 4],
      ]);
      const lid = new Turned(
        form === 2
          ? [
              [226, 26],
              [232, 70],
              [262, 112],
              [290, 118],
              [290, 118],
              [336, 118],
            ]
          : [
              [top - (form === 1 ? 62 : 84), r - 8],
              [top - (form === 1 ? 56 : 78), r + 4],
              [top - (form === 1 ? 56 : 78), r + 4],
              [top + 6, r + 6],
            ],
      );
      const crown = [256, 356, 226][form]!;
      const shift = form === 1 ? 20 : 0;
      const gold = '#d2b06a';
      const leafs = times(14, (i) =>
        turn(
          i * 53,
          290 + ((i * 67) % 220),
          390 + ((i * 91) % 240),
          path(
            `M${290 + ((i * 67) % 220)} ${390 + ((i * 91) % 240)}q-18 -24 0 -52q18 28 0 52z`,
            i % 2 ? light(c, 0.25) : pen.accent,
            opacity(0.75),
          ),
        ),
      );
      return (
        pen.ground(400, 652, r + 2) +
        can.body(pen.cylinder(c)) +
        pen.clip(can.path, leafs) +
        can.gloss(pen, -0.8, -0.6, 0.45) +
        can.band(628, 640, pen.metal(gold)) +
        group(
          rect(310, 430, 180, 160, 90, '#fbf6ea') +
            rect(318, 438, 164, 144, 80, 'none', `stroke="${gold}" stroke-width="2"`) +
            pen.text(pen.brand.toUpperCase(), 400, 476, 13, { fill: '#5a4f42', spacing: 2, width: 130 }) +
            pen.text(pen.flavour ?? 'Earl Grey', 400, 522, 28, {
              fill: '#241f1a',
              font: 'serif',
              italic: true,
              width: 150,
            }) +
            pen.text('LOOSE LEAF', 400, 554, 11, { fill: '#8a7d6c', spacing: 2 }),
          `transform="translate(0 ${shift})"`,
        ) +
        lid.body(pen.cylinder(dark(c, 0.14))) +
        lid.band(top - 14, top, pen.metal(gold)) +
        lid.ring(crown, pen.face(light(c, 0.1))) +
        (form === 2 ? ellipse(400, 214, 20, 18, pen.ball(gold)) : '') +
        lid.gloss(pen, -0.78, -0.56, 0.4) +
        ellipse(616, 654, 66, 10, '#2a2230', opacity(0.22)) +
        times(30, (i) => {
          const spread = ((i * 37) % 100) / 50 - 1;
          const x = tenths(614 + spread * 58);
          const y = tenths(652 - (1 - Math.abs(spread)) * ((i * 13) % 34));
          return turn(
            (i * 47) % 180,
            x,
            y,
            path(`M${x - 13} ${y}q13 -10 26 0q-13 8 -26 0z`, ['#5d6b3c', '#3d4a2a', '#76834a'][i % 3]!),
          );
        })
      );
    },
  },
  chocolate: {
    scene: 'tabletop',
    focus: [400, 330, 1.7],
    scale: 0.95,
    draw: (pen) => {
      const c = pen.main;
      const bar = (x: number, y: number, a: number, tone: string): string =>
        turn(
          a,
          x,
          y,
          rect(x - 104, y - 236, 208, 150, 4, '#4b2a1c') +
            times(
              6,
              (i) =>
                rect(
                  x - 98 + (i % 3) * 66,
                  y - 230 + Math.floor(i / 3) * 50,
                  62,
                  46,
                  5,
                  pen.face('#5d3524', 1.4),
                ) + rect(x - 88 + (i % 3) * 66, y - 222 + Math.floor(i / 3) * 50, 42, 30, 3, '#6d4130'),
            ) +
            path(
              `M${x - 112} ${y - 120}L${x - 84} ${y - 146}L${x - 50} ${y - 128}L${x - 14} ${y - 150}L${x + 26} ${y - 128}L${x + 62} ${y - 148}L${x + 112} ${y - 122}V${y + 240}H${x - 112}Z`,
              pen.linear(
                [
                  [0, '#f1e6c8'],
                  [0.3, '#d9bd80'],
                  [0.5, '#fbf3dd'],
                  [1, '#b9985a'],
                ],
                0,
                0,
                1,
                1,
              ),
            ) +
            rect(x - 118, y - 96, 236, 340, 4, pen.face(tone)) +
            pen.clip(
              `M${x - 118} ${y - 96}h236v340h-236z`,
              [
                times(9, (i) =>
                  ellipse(
                    x - 100 + (i % 3) * 100,
                    y - 80 + Math.floor(i / 3) * 40,
                    34,
                    34,
                    i % 2 ? pen.accent : light(tone, 0.25),
                  ),
                ),
                times(9, (i) =>
                  stroke(
                    `M${x - 130} ${y - 90 + i * 22}L${x + 130} ${y - 130 + i * 22}`,
                    i % 2 ? pen.accent : light(tone, 0.3),
                    9,
                  ),
                ),
                times(14, (i) =>
                  turn(
                    i * 40,
                    x - 100 + ((i * 61) % 200),
                    y - 70 + ((i * 37) % 110),
                    path(
                      `M${x - 100 + ((i * 61) % 200)} ${y - 70 + ((i * 37) % 110)}q-14 -20 0 -44q14 24 0 44z`,
                      i % 2 ? pen.accent : light(tone, 0.3),
                    ),
                  ),
                ),
              ][pen.seed % 3]!,
            ) +
            rect(x - 92, y + 62, 184, 150, 2, '#fbf6ea') +
            pen.text(pen.brand.toUpperCase(), x, y + 96, 15, { fill: '#4b4036', spacing: 2, width: 160 }) +
            pen.text(pen.flavour ?? 'Dark', x, y + 144, 30, { fill: '#241a14', font: 'serif', width: 164 }) +
            pen.text(['DARK CHOCOLATE', 'MILK CHOCOLATE', 'CHOCOLATE'][pen.pick(3)]!, x, y + 178, 12, {
              fill: '#8a7460',
              spacing: 2,
              width: 160,
            }) +
            rect(
              x - 118,
              y - 96,
              236,
              340,
              4,
              pen.linear(
                [
                  [0, '#fff', 0.28],
                  [0.5, '#fff', 0],
                  [1, '#1c1018', 0.2],
                ],
                0,
                0,
                1,
                1,
              ),
            ),
        );
      return pen.pick(3) === 2
        ? pen.lift(bar(250, 410, -12, light(c, 0.3)), 12) +
            pen.lift(bar(560, 420, 11, dark(c, 0.3)), 12) +
            pen.lift(bar(405, 400, 0, c), 14)
        : pen.lift(bar(400, 400, -9, c), 16);
    },
  },
  oliveoil: {
    scene: 'kitchen',
    with: ['bowl', 'board'],
    focus: [400, 470, 1.5],
    draw: (pen) => {
      const c = pen.main;
      const glass = mix(c, '#27331c', 0.62);
      const form = pen.pick(3);
      const body = new Turned(
        form === 1
          ? [
              [250, 34],
              [300, 36],
              [340, 60],
              [390, 108],
              [420, 112],
              [420, 112],
              [630, 112],
              [650, 104],
            ]
          : [
              [200, 26],
              [290, 28],
              [340, 44],
              [400, 84],
              [430, 88],
              [430, 88],
              [630, 88],
              [650, 82],
            ],
      );
      const top = form === 1 ? 250 : 200;
      const w = form === 1 ? 190 : 150;
      return (
        pen.ground(400, 652, form === 1 ? 114 : 92) +
        body.body(
          pen.linear([
            [0, dark(glass, 0.5)],
            [0.14, glass],
            [0.28, light(glass, 0.4)],
            [0.5, glass],
            [0.86, dark(glass, 0.4)],
            [1, dark(glass, 0.2)],
          ]),
        ) +
        body.gloss(pen, -0.84, -0.68, 0.75) +
        body.gloss(pen, 0.64, 0.78, 0.3) +
        body.band(432, 616, pen.cylinder('#f8f1df')) +
        body.band(432, 446, pen.cylinder(c)) +
        turn(-30, 400, 490, ellipse(386, 482, 18, 26, c) + ellipse(414, 490, 15, 22, dark(c, 0.3))) +
        path('M400 470q30 -30 60 -18q-20 30 -60 18z', '#8fa06a') +
        pen.text(pen.brand.toUpperCase(), 400, 540, 16, { fill: '#3b3a2a', spacing: 2, width: w }) +
        pen.text(pen.flavour ?? 'Picual', 400, 572, 28, {
          fill: '#262417',
          font: 'serif',
          italic: true,
          width: w,
        }) +
        pen.text('EXTRA VIRGIN OLIVE OIL', 400, 598, 11, { fill: '#7d7a5e', spacing: 1, width: w }) +
        new Turned([
          [top - 60, 24],
          [top - 54, 30],
          [top - 54, 30],
          [top + 6, 32],
        ]).body(pen.seed % 2 ? pen.cylinder('#b98655') : pen.metal('#2f3136')) +
        body.band(top + 8, top + 30, pen.cylinder(c)) +
        ellipse(560, 646, 40, 13, pen.ball('#7d8a3c')) +
        ellipse(610, 652, 26, 20, pen.ball('#6c7a34')) +
        ellipse(566, 640, 24, 20, pen.ball('#8a9645'))
      );
    },
  },
  spicejar: {
    scene: 'kitchen',
    with: ['mill', 'bowl'],
    focus: [400, 480, 1.5],
    draw: (pen) => {
      const c = pen.main;
      const jar = new Turned([
        [330, 92],
        [345, 112],
        [345, 112],
        [630, 112],
        [650, 104],
      ]);
      const lid = new Turned([
        [240, 96],
        [248, 106],
        [248, 106],
        [336, 108],
      ]);
      const wood = pen.pick(3) === 1;
      return (
        pen.ground(400, 652, 116) +
        jar.band(
          372,
          645,
          pen.linear([
            [0, dark(c, 0.35)],
            [0.3, light(c, 0.18)],
            [0.7, c],
            [1, dark(c, 0.45)],
          ]),
        ) +
        pen.clip(
          jar.bandPath(372, 645),
          pen.speckle(288, 372, 224, 280, dark(c, 0.6), 120) +
            pen.speckle(288, 372, 224, 280, light(c, 0.5), 80),
        ) +
        jar.ring(372, light(c, 0.15)) +
        jar.body(pen.glass('#e8ecec', 0.8)) +
        rect(322, 440, 156, 150, 4, '#fbf6ea') +
        pen.text(pen.brand.toUpperCase(), 400, 470, 13, { fill: '#5a4f42', spacing: 2, width: 130 }) +
        pen.text(pen.flavour ?? 'Cumin', 400, 524, 30, { fill: '#241f1a', font: 'serif', width: 138 }) +
        stroke('M360 544H440', c, 4) +
        pen.text('FRESHLY GROUND', 400, 572, 12, { fill: '#8a7d6c', spacing: 2 }) +
        jar.gloss(pen, -0.84, -0.68, 0.85) +
        lid.body(wood ? pen.cylinder('#c69a63') : pen.metal('#3a3b40')) +
        lid.ring(240, wood ? '#dcb884' : '#54565c') +
        path('M560 656Q610 600 680 656Z', pen.face(c)) +
        pen.speckle(545, 640, 150, 24, c, 40)
      );
    },
  },
  honey: {
    scene: 'kitchen',
    with: ['teatin', 'board'],
    focus: [400, 500, 1.5],
    draw: (pen) => {
      const c = pen.main;
      const jar = new Turned([
        [360, 126],
        [380, 148],
        [420, 156],
        [560, 156],
        [630, 146],
        [650, 128],
      ]);
      const lid = new Turned([
        [270, 122],
        [278, 134],
        [278, 134],
        [364, 136],
      ]);
      const form = pen.pick(3);
      return (
        pen.ground(400, 652, 158) +
        jar.band(
          388,
          645,
          pen.linear([
            [0, dark(c, 0.4)],
            [0.18, c],
            [0.34, light(c, 0.45)],
            [0.6, c],
            [1, dark(c, 0.5)],
          ]),
        ) +
        ellipse(
          430,
          600,
          110,
          50,
          pen.radial([
            [0, light(c, 0.6), 0.8],
            [1, c, 0],
          ]),
        ) +
        jar.body(pen.glass('#f3ecdc', 0.7)) +
        (form === 2
          ? pen.clip(
              jar.bandPath(400, 645),
              rect(
                240,
                380,
                320,
                280,
                0,
                pen.pattern(
                  44,
                  76,
                  `<path d="M22 2L42 14V36L22 48L2 36V14ZM22 48V76M2 14L-10 8M42 14L54 8" fill="none" stroke="${dark(c, 0.4)}" stroke-width="3" stroke-opacity=".5"/>`,
                ),
              ),
            )
          : '') +
        rect(300, 456, 200, 130, 65, '#fbf6ea') +
        pen.text(pen.brand.toUpperCase(), 400, 492, 14, { fill: '#5a4f42', spacing: 2, width: 140 }) +
        pen.text(pen.flavour ?? 'Wildflower', 400, 534, 30, {
          fill: '#3a2818',
          font: 'serif',
          italic: true,
          width: 160,
        }) +
        pen.text(['RAW HONEY', 'FRUIT PRESERVE', 'HONEYCOMB'][form]!, 400, 562, 11, {
          fill: '#8a7d6c',
          spacing: 2,
        }) +
        jar.gloss(pen, -0.86, -0.7, 0.9) +
        jar.gloss(pen, 0.68, 0.8, 0.4) +
        (form === 1
          ? path(
              'M262 300Q400 240 538 300L570 372L530 360L500 384L460 362L420 388L380 362L340 386L300 360L262 382L232 370Z',
              pen.face('#efe3cd'),
            ) +
            path(
              'M262 300Q400 240 538 300L570 372L530 360L500 384L460 362L420 388L380 362L340 386L300 360L262 382L232 370Z',
              pen.pattern(
                28,
                28,
                `<path d="M0 7h28M7 0v28" stroke="${c}" stroke-width="6" stroke-opacity=".5"/>`,
              ),
            ) +
            stroke('M268 346Q400 372 534 346', '#a9744a', 5)
          : lid.body(pen.metal('#d2b06a')) + lid.ring(270, '#e9cf95')) +
        (form === 0
          ? turn(
              24,
              600,
              560,
              rect(594, 380, 12, 180, 6, pen.cylinder('#c69a63')) +
                times(6, (i) =>
                  rect(
                    574 + Math.abs(i - 2.5) * 3,
                    550 + i * 17,
                    52 - Math.abs(i - 2.5) * 6,
                    12,
                    6,
                    pen.cylinder('#b98655'),
                  ),
                ),
            )
          : '')
      );
    },
  },
};

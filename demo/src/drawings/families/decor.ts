import type { Family } from '../archetype.ts';
import { dark, light, mix } from '../colour.ts';
import { ellipse, group, opacity, path, rect, stroke, tenths, times, turn } from '../shapes.ts';
import { Turned } from '../turned.ts';

const stem = (x: number, y: number, lean: number, h: number, bloom: string): string =>
  stroke(`M${x} ${y}q${lean * 0.2} ${-h * 0.6} ${lean} ${-h}`, '#6d8455', 5) +
  times(3, (i) => {
    const t = 0.35 + i * 0.2;
    return turn(
      lean > 0 ? 40 + i * 16 : -40 - i * 16,
      x + lean * t * t,
      y - h * t,
      ellipse(x + lean * t * t, y - h * t - 18, 9, 26, i % 2 ? '#7d9664' : '#91a877'),
    );
  }) +
  times(7, (i) =>
    turn(i * 51, x + lean, y - h, ellipse(x + lean, y - h - 18, 11, 22, i % 2 ? bloom : light(bloom, 0.22))),
  ) +
  ellipse(x + lean, y - h, 11, 11, mix(bloom, '#6d4a22', 0.55));

const leaf = (x: number, y: number, angle: number, length: number, width: number, colour: string): string =>
  turn(
    angle,
    x,
    y,
    path(
      `M${x} ${y}C${x - width} ${y - length * 0.3} ${x - width} ${y - length * 0.75} ${x} ${y - length}C${x + width} ${y - length * 0.75} ${x + width} ${y - length * 0.3} ${x} ${y}Z`,
      colour,
    ) + stroke(`M${x} ${y}V${y - length * 0.92}`, light(colour, 0.3), 2.5, opacity(0.6)),
  );

export const DECOR: Family = {
  vase: {
    scene: 'shelf',
    with: ['candle', 'book'],
    focus: [400, 440, 1.6],
    draw: (pen) => {
      const form = pen.pick(4);
      const body = new Turned(
        [
          [
            [330, 44],
            [350, 40],
            [400, 92],
            [480, 132],
            [570, 122],
            [640, 78],
            [650, 74],
          ],
          [
            [400, 26],
            [420, 24],
            [450, 40],
            [520, 104],
            [590, 110],
            [644, 70],
            [650, 66],
          ],
          [
            [270, 54],
            [290, 44],
            [340, 56],
            [420, 118],
            [520, 112],
            [620, 58],
            [650, 54],
          ],
          [
            [300, 84],
            [340, 76],
            [380, 92],
            [420, 82],
            [460, 104],
            [500, 94],
            [540, 110],
            [580, 98],
            [620, 96],
            [650, 84],
          ],
        ][form] as [number, number][],
      );
      const top = [330, 400, 270, 300][form]!;
      const bloom = ['#f0ebe2', '#e0a08e', '#d9b24c', '#b8a2cf', '#d9654d'][pen.seed % 5]!;
      const flowers =
        pen.seed % 4 === 0
          ? ''
          : form === 1
            ? stem(400, top + 10, 34, 230, bloom)
            : stem(388, top + 16, -90, 150, bloom) +
              stem(400, top + 16, 14, 200, light(bloom, 0.15)) +
              stem(412, top + 16, 104, 140, bloom);
      return (
        pen.ground(400, 652, 104) +
        ellipse(400, top, body.radius(top + 1), body.radius(top + 1) * 0.15, dark(pen.main, 0.55)) +
        flowers +
        body.band(top, 650, pen.cylinder(pen.main)) +
        pen.clip(body.path, pen.speckle(270, top, 260, 650 - top, dark(pen.main, 0.6), 70)) +
        (form === 2
          ? stroke('M352 318C270 320 268 420 306 436', dark(pen.main, 0.2), 18) +
            stroke('M448 318C530 320 532 420 494 436', dark(pen.main, 0.32), 18) +
            stroke('M352 314C276 316 270 410 302 430', light(pen.main, 0.3), 5)
          : '') +
        (form === 0
          ? body.band(470, 486, pen.accent, opacity(0.75)) + body.band(494, 499, pen.accent, opacity(0.6))
          : '') +
        body.gloss(pen, -0.74, -0.48, 0.34)
      );
    },
  },
  candle: {
    scene: 'shelf',
    with: ['vase', 'book'],
    focus: [400, 440, 1.6],
    size: 1.2,
    draw: (pen) => {
      const form = pen.pick(3);
      const r = [118, 168, 112][form]!;
      const glassTone = form === 2 ? '#a9642c' : pen.main;
      const body = new Turned([
        [400, r],
        [400, r],
        [628, r],
        [644, r - 6],
        [650, r - 14],
      ]);
      const wicks = form === 1 ? [-70, 0, 70] : [0];
      return (
        pen.ground(400, 652, r + 4) +
        (form === 0
          ? body.body(pen.cylinder(pen.main))
          : body.band(432, 642, pen.cylinder(form === 2 ? '#e9c48e' : light(pen.main, 0.45))) +
            body.body(pen.glass(glassTone, 1.5))) +
        body.ring(400, form === 0 ? light(pen.main, 0.25) : light(glassTone, 0.5), opacity(0.9)) +
        ellipse(400, 404, r - 9, (r - 9) * 0.15, '#f6ead2') +
        ellipse(
          400,
          406,
          r * 0.6,
          r * 0.09,
          pen.radial([
            [0, '#fff3c4'],
            [1, '#f6ead2'],
          ]),
        ) +
        wicks
          .map(
            (x) =>
              rect(398 + x, 372, 4, 34, 2, '#3b2c22') +
              ellipse(
                400 + x,
                344,
                90,
                90,
                pen.radial([
                  [0, '#ffd98a', 0.55],
                  [1, '#ffd98a', 0],
                ]),
              ) +
              path(`M${400 + x} 312q20 30 12 46q-12 20 -24 0q-6 -14 12 -46z`, '#ffc14f') +
              path(`M${400 + x} 332q9 16 5 26q-5 8 -10 0q-3 -8 5 -26z`, '#fff7dc'),
          )
          .join('') +
        rect(400 - r * 0.52, 478, r * 1.04, 112, 3, '#fbf7ee') +
        rect(400 - r * 0.47, 484, r * 0.94, 100, 1, 'none', 'stroke="#c9b48b" stroke-width="1.5"') +
        rect(400 - r * 0.47, 484, r * 0.94, 11, 0, pen.main) +
        pen.text(pen.brand.toUpperCase(), 400, 516, 15, { fill: '#4b443b', spacing: 2, width: r * 0.84 }) +
        pen.text(pen.flavour ?? 'Amber', 400, 548, 25, {
          fill: '#2f2a26',
          font: 'serif',
          italic: true,
          width: r * 0.86,
        }) +
        pen.text('SCENTED CANDLE', 400, 573, 10, { fill: '#8a8073', spacing: 2, width: r * 0.8 }) +
        body.gloss(pen, -0.84, -0.66, 0.6) +
        body.gloss(pen, 0.7, 0.82, 0.3)
      );
    },
  },
  clock: {
    scene: 'wall',
    focus: [400, 400, 1.6],
    draw: (pen) => {
      const form = pen.pick(3);
      const face = form === 1 ? pen.main : '#faf7f0';
      const mark = form === 1 ? pen.inkOn(pen.main) : '#2f2d2b';
      const h = 10;
      const m = 9;
      return (
        pen.lift(
          ellipse(400, 400, 232, 232, pen.face(pen.main)) +
            (form === 0
              ? pen.clip(
                  'M168 400a232 232 0 0 0 464 0a232 232 0 0 0 -464 0',
                  pen.grain(168, 168, 464, 464, pen.main, 26),
                )
              : ''),
          18,
        ) +
        ellipse(400, 400, 208, 208, dark(pen.main, 0.4)) +
        ellipse(402, 404, 206, 206, pen.face(face, 0.6)) +
        times(form === 2 ? 60 : 12, (i) => {
          const big = form !== 2 || i % 5 === 0;
          const a = (i * Math.PI * 2) / (form === 2 ? 60 : 12);
          const s = Math.sin(a);
          const c = -Math.cos(a);
          const from = big ? 164 : 178;
          return stroke(
            `M${tenths(400 + s * from)} ${tenths(400 + c * from)}L${tenths(400 + s * 188)} ${tenths(400 + c * 188)}`,
            mark,
            big ? 7 : 3,
            'stroke-linecap="butt"',
          );
        }) +
        group(
          turn((h + m / 60) * 30, 400, 400, rect(394, 286, 12, 130, 6, mark)) +
            turn(m * 6, 400, 400, rect(396, 230, 8, 190, 4, mark)) +
            turn(205, 400, 400, rect(398.5, 216, 3, 224, 1, form === 1 ? pen.accent : '#d4553a')),
        ) +
        ellipse(400, 400, 11, 11, form === 1 ? pen.accent : '#d4553a') +
        pen.text(pen.brand, 400, 480, 17, { fill: mark, font: 'serif', width: 140 }) +
        path('M232 300A204 204 0 0 1 470 204A260 260 0 0 0 232 300Z', '#fff', opacity(0.55))
      );
    },
  },
  mirror: {
    scene: 'wall',
    focus: [300, 260, 1.6],
    draw: (pen) => {
      const form = pen.pick(3);
      const outer = [
        'M400 150a250 250 0 0 1 0 500a250 250 0 0 1 0 -500',
        'M210 660V340a190 190 0 0 1 380 0V660Z',
        'M400 110a150 150 0 0 1 150 150V540a150 150 0 0 1 -300 0V260a150 150 0 0 1 150 -150',
      ][form]!;
      const glass = pen.linear(
        [
          [0, '#f4f6f4'],
          [0.35, '#cfd9db'],
          [0.55, '#e9eeee'],
          [1, '#a9b7bc'],
        ],
        0,
        0,
        1,
        1,
      );
      return (
        pen.lift(path(outer, pen.metal(pen.main)), 18) +
        group(
          path(outer, glass) +
            pen.clip(
              outer,
              path('M150 620L520 80H640L260 720Z', '#fff', opacity(0.4)) +
                path('M420 700L660 330V380L460 700Z', '#fff', opacity(0.35)) +
                rect(150, 560, 500, 200, 0, '#c7b79f', opacity(0.35)) +
                leaf(560, 700, -20, 220, 40, '#88a588') +
                leaf(590, 700, 14, 190, 36, '#9bb596'),
            ),
          'transform="translate(400 400) scale(.95 .955) translate(-400 -400)"',
        ) +
        path(outer, 'none', `stroke="${light(pen.main, 0.5)}" stroke-width="2" opacity=".6"`)
      );
    },
  },
  plantpot: {
    scene: 'patio',
    with: ['wateringcan', 'lantern'],
    focus: [400, 500, 1.6],
    draw: (pen) => {
      const form = pen.pick(4);
      const body = new Turned(
        [
          [
            [450, 132],
            [450, 132],
            [490, 128],
            [490, 122],
            [640, 96],
            [650, 90],
          ],
          [
            [450, 120],
            [500, 128],
            [570, 116],
            [610, 92],
            [610, 92],
          ],
          [
            [440, 122],
            [440, 122],
            [640, 104],
            [650, 98],
          ],
          [
            [480, 160],
            [520, 164],
            [590, 140],
            [640, 96],
            [650, 90],
          ],
        ][form] as [number, number][],
      );
      const top = [450, 450, 440, 480][form]!;
      const kind = pen.seed % 3;
      const green = ['#4f7f55', '#6d9458', '#3f6f5c'][kind]!;
      const plant =
        kind === 0
          ? times(9, (i) => {
              const a = -64 + i * 16;
              return (
                stroke(
                  `M400 ${top}q${a * 1.2} -90 ${a * 2.2} ${-190 + Math.abs(a) * 0.9}`,
                  dark(green, 0.2),
                  5,
                ) +
                turn(
                  a * 0.9,
                  400 + a * 2.2,
                  top - 190 + Math.abs(a) * 0.9,
                  path(
                    `M${400 + a * 2.2} ${top - 130 + Math.abs(a) * 0.9}c-70 -10 -70 -100 0 -120c70 20 70 110 0 120z`,
                    mix(green, i % 2 ? '#a9c98a' : '#1f4a3a', 0.22),
                  ) +
                    stroke(
                      `M${400 + a * 2.2} ${top - 134 + Math.abs(a) * 0.9}v-108`,
                      light(green, 0.35),
                      2.5,
                      opacity(0.7),
                    ),
                )
              );
            })
          : kind === 1
            ? times(13, (i) =>
                leaf(
                  400 + (i - 6) * 5,
                  top + 10,
                  (i - 6) * 11,
                  250 - Math.abs(i - 6) * 14,
                  20,
                  mix(green, i % 2 ? '#d3dca0' : '#2d5a3a', 0.24),
                ),
              )
            : times(15, (i) => {
                const a = ((i * 37) % 130) - 65;
                const l = 150 + ((i * 53) % 90);
                return leaf(
                  400 + a * 0.5,
                  top + 8,
                  a,
                  l,
                  34,
                  mix(green, i % 2 ? '#9cc9a5' : '#173f36', 0.24),
                );
              });
      return (
        pen.ground(400, 652, 120) +
        (form === 1
          ? [-62, 0, 62].map((x) => path(`M${390 + x} 596h24l-6 56h-12z`, '#b98655')).join('')
          : new Turned([
              [634, 128],
              [640, 132],
              [654, 118],
            ]).body(pen.cylinder(dark(pen.main, 0.1)))) +
        ellipse(400, top, body.radius(top + 1), body.radius(top + 1) * 0.15, '#3d2d22') +
        plant +
        body.band(top, form === 1 ? 610 : 650, pen.cylinder(pen.main)) +
        (form === 0 ? body.band(490, 504, pen.fade(dark(pen.main, 0.7), 0.5, 0, 0, 0, 0, 1)) : '') +
        (form === 2
          ? pen.clip(
              body.path,
              times(17, (i) =>
                stroke(
                  `M${276 + i * 15.5} 430L${290 + i * 13.8} 660`,
                  i < 8 ? light(pen.main, 0.4) : dark(pen.main, 0.5),
                  4,
                  opacity(0.45),
                ),
              ),
            )
          : pen.clip(body.path, pen.speckle(250, top, 300, 200, dark(pen.main, 0.6), 60))) +
        body.gloss(pen, -0.76, -0.54, 0.3)
      );
    },
  },
};

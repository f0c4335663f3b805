import type { Family } from '../archetype.ts';
import { brightness, dark, light } from '../colour.ts';
import { ellipse, group, opacity, path, rect, stroke, times, turn } from '../shapes.ts';
import { Turned } from '../turned.ts';

export const SPORT: Family = {
  foamroller: {
    scene: 'studio',
    with: ['yogamat', 'bottle'],
    focus: [300, 500, 1.6],
    draw: (pen) => {
      const c = pen.main;
      const tube = 'M230 400H590Q650 410 650 520T590 640H230Z';
      return (
        pen.ground(420, 632, 266, 1, 0.07) +
        path(
          tube,
          pen.linear(
            [
              [0, dark(c, 0.1)],
              [0.2, light(c, 0.34)],
              [0.5, c],
              [0.88, dark(c, 0.42)],
              [1, dark(c, 0.26)],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        pen.clip(
          tube,
          pen.pick(2) === 0
            ? times(5, (i) => rect(310 + i * 66, 380, 18, 280, 6, dark(c, 0.5), opacity(0.4)))
            : times(4, (r) =>
                times(9, (i) =>
                  rect(
                    290 + i * 42 + (r % 2) * 20,
                    420 + r * 54,
                    30,
                    36,
                    8,
                    i % 3 ? light(c, 0.2) : dark(c, 0.3),
                    opacity(0.6),
                  ),
                ),
              ),
        ) +
        ellipse(230, 520, 86, 120, pen.face(dark(c, 0.12))) +
        ellipse(230, 520, 60, 86, '#26282d') +
        ellipse(
          238,
          520,
          52,
          78,
          pen.linear([
            [0, '#15161a'],
            [1, '#4b4e55'],
          ]),
        ) +
        ellipse(230, 520, 86, 120, 'none', `stroke="${light(c, 0.35)}" stroke-width="4" opacity=".7"`)
      );
    },
  },
  dumbbell: {
    scene: 'studio',
    with: ['bottle'],
    focus: [260, 470, 1.6],
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      const bell = (x: number, y: number, s: number): string => {
        const head = (hx: number, near: boolean): string =>
          form === 0
            ? path(
                `M${hx - 52} -62L${hx - 30} -108H${hx + 40}L${hx + 62} -62V62L${hx + 40} 108H${hx - 30}L${hx - 52} 62Z`,
                pen.linear(
                  [
                    [0, light(c, 0.34)],
                    [0.4, c],
                    [1, dark(c, 0.46)],
                  ],
                  0,
                  0,
                  0.2,
                  1,
                ),
              ) +
              path(
                `M${hx - 52} -62L${hx - 30} -108H${hx + 40}L${hx + 20} -62Z`,
                light(c, 0.3),
                opacity(0.6),
              ) +
              (near
                ? pen.text(['5', '10', '20'][pen.seed % 3]!, hx - 14, 16, 46, {
                    fill: pen.inkOn(c),
                    weight: 700,
                  })
                : '')
            : rect(
                hx - 46,
                -100,
                106,
                200,
                form === 1 ? 22 : 50,
                pen.linear(
                  [
                    [0, light(c, 0.36)],
                    [0.25, c],
                    [0.8, dark(c, 0.42)],
                    [1, dark(c, 0.3)],
                  ],
                  0,
                  0,
                  0,
                  1,
                ),
              ) +
              rect(hx - 20, -100, 9, 200, 4, dark(c, 0.5), opacity(0.4)) +
              rect(hx + 20, -100, 9, 200, 4, dark(c, 0.5), opacity(0.4));
        return group(
          pen.ground(0, 104, 250, 1, 0.08) +
            rect(
              -130,
              -26,
              260,
              52,
              22,
              pen.linear(
                [
                  [0, '#8f959c'],
                  [0.25, '#eef0f2'],
                  [0.55, '#9aa0a7'],
                  [1, '#4a4e55'],
                ],
                0,
                0,
                0,
                1,
              ),
            ) +
            times(26, (i) => stroke(`M${-90 + i * 7} -22l8 44`, '#5d636b', 1.5, opacity(0.5))) +
            head(176, false) +
            head(-180, true),
          `transform="translate(${x} ${y}) scale(${s})"`,
        );
      };
      return bell(470, 420, 0.78) + bell(370, 566, 0.96);
    },
  },
  kettlebell: {
    scene: 'studio',
    with: ['yogamat'],
    focus: [400, 480, 1.5],
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      return (
        pen.ground(404, 654, 170, 1, 0.13) +
        stroke('M300 400C240 130 560 130 500 400', dark(c, 0.4), 66) +
        stroke('M300 400C240 130 560 130 500 400', form === 1 ? '#b9bec4' : c, 52) +
        stroke('M292 380C244 150 480 150 510 250', light(c, 0.6), 11, opacity(0.6)) +
        path(
          'M222 500Q222 360 320 344Q400 360 480 344Q578 360 578 500Q578 600 520 652H280Q222 600 222 500Z',
          pen.ball(c),
        ) +
        pen.clip(
          'M222 500Q222 360 320 344Q400 360 480 344Q578 360 578 500Q578 600 520 652H280Q222 600 222 500Z',
          pen.speckle(222, 340, 360, 320, light(c, 0.4), 90) +
            (form === 2 ? rect(200, 560, 400, 100, 0, pen.accent, opacity(0.9)) : ''),
        ) +
        ellipse(400, 500, 84, 84, dark(c, 0.24)) +
        ellipse(400, 500, 76, 76, pen.face(form === 1 ? pen.accent : c)) +
        pen.text(['15', '25', '35', '45'][pen.seed % 4]!, 400, 516, 56, {
          fill: pen.inkOn(form === 1 ? pen.accent : c),
          weight: 700,
        }) +
        pen.text('LB', 400, 546, 19, { fill: pen.inkOn(form === 1 ? pen.accent : c), spacing: 2 })
      );
    },
  },
  jumprope: {
    scene: 'tabletop',
    focus: [260, 560, 1.6],
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      const rope = form === 2 ? '#d9c3a0' : pen.accent;
      const d =
        'M262 520C180 300 250 130 400 140C600 150 640 330 520 400C400 470 250 400 300 290C350 200 520 240 560 360C590 450 560 500 540 520';
      const grip = (x: number, y: number, a: number): string =>
        turn(
          a,
          x,
          y,
          rect(x - 24, y, 48, 180, 22, form === 2 ? pen.cylinder('#c69a63') : pen.cylinder(c)) +
            times(7, (i) =>
              rect(x - 25, y + 34 + i * 18, 50, 6, 3, dark(form === 2 ? '#c69a63' : c, 0.4), opacity(0.5)),
            ) +
            rect(x - 18, y - 14, 36, 26, 8, pen.metal('#c3c8cd')) +
            rect(x - 25, y + 160, 50, 18, 8, pen.accent),
        );
      return pen.lift(
        stroke(d, dark(rope, 0.3), form === 0 ? 9 : 16) +
          (form === 2
            ? stroke(d, c, 17, 'stroke-dasharray="30 34" stroke-linecap="butt"') +
              stroke(
                d,
                light(c, 0.45),
                5,
                'stroke-dasharray="30 34" stroke-linecap="butt" transform="translate(-2 -4)"',
              )
            : stroke(d, light(rope, 0.15), form === 0 ? 5 : 10)) +
          grip(262, 520, 14) +
          grip(540, 520, -14),
        12,
      );
    },
  },
  basketball: {
    scene: 'studio',
    with: ['bottle'],
    focus: [340, 380, 1.6],
    draw: (pen) => {
      // Pure black would hide the channels.
      const c = brightness(pen.main) < 0.25 ? light(pen.main, 0.22) : pen.main;
      const line = dark(c, 0.78);
      const ball = 'M180 430a220 220 0 0 1 440 0a220 220 0 0 1 -440 0';
      return (
        pen.ground(412, 652, 180, 1, 0.12) +
        path(ball, pen.ball(c)) +
        pen.clip(
          ball,
          rect(
            170,
            200,
            460,
            460,
            0,
            pen.pattern(
              11,
              11,
              ellipse(3, 3, 2, 2, dark(c, 0.5), opacity(0.32)) +
                ellipse(8, 8, 1.6, 1.6, light(c, 0.4), opacity(0.3)),
            ),
          ) +
            (pen.pick(3) === 2
              ? path('M180 430Q300 330 400 430T620 430V660H180Z', pen.accent, opacity(0.92))
              : '') +
            turn(
              -18,
              400,
              430,
              stroke('M400 205V655M178 430H622', line, 8) +
                stroke('M240 240Q360 430 240 620M560 240Q440 430 560 620', line, 8),
            ) +
            ellipse(
              330,
              330,
              120,
              90,
              pen.radial([
                [0, '#fff', 0.5],
                [1, '#fff', 0],
              ]),
            ) +
            path('M180 430a220 220 0 0 0 440 0q-60 160 -220 160t-220 -160', dark(c, 0.85), opacity(0.28)),
        ) +
        turn(
          -18,
          400,
          430,
          pen.text(pen.brand, 400, 414, 36, { fill: line, weight: 700, width: 150, italic: true }),
        )
      );
    },
  },
  racket: {
    scene: 'tabletop',
    focus: [400, 300, 1.6],
    scale: 1.05,
    draw: (pen) => {
      const c = pen.main;
      const a = pen.accent;
      const string = pen.pattern(
        19,
        19,
        `<path d="M0 9.5h19M9.5 0v19" stroke="#faf8f0" stroke-width="2.200"/><path d="M0 11h19M11 0v19" stroke="#6d6a62" stroke-opacity=".25"/>`,
      );
      return (
        turn(
          32,
          400,
          400,
          pen.lift(
            ellipse(400, 232, 148, 188, string) +
              path('M340 400L392 540H408L460 400L438 412L400 500L362 412Z', pen.face(c)) +
              ellipse(400, 232, 148, 188, 'none', `stroke="${dark(c, 0.2)}" stroke-width="24"`) +
              ellipse(398, 229, 148, 188, 'none', `stroke="${c}" stroke-width="15"`) +
              ellipse(396, 226, 148, 188, 'none', `stroke="${light(c, 0.6)}" stroke-width="4" opacity=".7"`) +
              group(
                ellipse(
                  400,
                  232,
                  148,
                  188,
                  'none',
                  `stroke="${a}" stroke-width="15" stroke-dasharray="120 410"`,
                ),
              ) +
              rect(384, 520, 32, 40, 3, a) +
              rect(380, 552, 40, 200, 9, pen.cylinder('#2c2d31')) +
              times(12, (i) => stroke(`M380 ${572 + i * 15}l40 -10`, '#4d4f55', 4)) +
              rect(374, 742, 52, 18, 7, pen.cylinder(c)) +
              pen.text(pen.brand, 400, 448, 14, { fill: pen.inkOn(c), weight: 700, width: 60 }),
            12,
          ),
        ) +
        (pen.pick(3) !== 1
          ? pen.lift(
              ellipse(600, 600, 64, 64, pen.ball('#d3df4a')) +
                stroke('M548 566Q600 596 590 660M612 538Q604 590 662 606', '#f7f9e6', 6),
              10,
            )
          : '')
      );
    },
  },
  petbowl: {
    scene: 'kitchen',
    with: ['petbed'],
    focus: [400, 560, 1.6],
    scale: 0.9,
    draw: (pen) => {
      const c = pen.main;
      const raised = pen.pick(3) === 2;
      const y = raised ? 430 : 500;
      const bowl = new Turned(
        [
          [y, 196],
          [y, 196],
          [y + 120, 226],
          [y + 140, 228],
          [y + 146, 220],
        ],
        400,
        0.24,
      );
      const food =
        pen.pick(3) === 1
          ? times(5, (i) => turn(i * 72, 400, y + 8, rect(386, y - 26, 28, 40, 14, light(c, 0.24))))
          : times(44, (i) =>
              ellipse(270 + ((i * 83) % 260), y - 12 + ((i * 29) % 40), 13, 9, i % 3 ? '#a8713f' : '#8a5a30'),
            );
      const rimPath = `M${400 - 184} ${y}a184 44 0 0 0 368 0a184 44 0 0 0 -368 0`;
      return (
        pen.ground(404, raised ? 668 : 650, 236, 1, 0.13) +
        (raised
          ? [210, 560, 300, 480]
              .map((x, i) =>
                rect(x, y + 90, 26, i < 2 ? 140 : 120, 5, pen.face(i < 2 ? '#b98655' : '#8a6038')),
              )
              .join('') + path(`M170 ${y + 76}H630L644 ${y + 108}H156Z`, pen.face('#c99b68'))
          : '') +
        bowl.body(pen.cylinder(c)) +
        (raised ? path(`M170 ${y + 66}H630L640 ${y + 96}H160Z`, pen.face('#c99b68')) : '') +
        bowl.mouth(
          pen,
          light(c, 0.1),
          pen.linear(
            [
              [0, dark(c, 0.45)],
              [1, light(c, 0.2)],
            ],
            0,
            0,
            0.3,
            1,
          ),
          12,
        ) +
        pen.clip(rimPath, group(food, 'transform="translate(0 14)"')) +
        (raised
          ? ''
          : ellipse(400, y + 92, 24, 20, pen.inkOn(c), opacity(0.75)) +
            [
              [366, -10],
              [388, -26],
              [412, -26],
              [434, -10],
            ]
              .map(([x, dy]) => ellipse(x!, y + 80 + dy!, 9, 11, pen.inkOn(c), opacity(0.75)))
              .join('') +
            bowl.band(y + 132, y + 146, dark(c, 0.4))) +
        bowl.gloss(pen, -0.78, -0.6, 0.35)
      );
    },
  },
  leash: {
    scene: 'tabletop',
    focus: [540, 560, 1.7],
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      // A handle, two loops that lie on one another, and an end with the clip.
      const d =
        'M352 268C270 210 236 104 318 96C396 92 398 196 372 262M196 430a194 168 0 1 0 388 0a194 168 0 1 0 -388 0M228 424a160 138 0 1 0 320 0a160 138 0 1 0 -320 0M404 598Q446 616 486 592';
      const over =
        form === 0
          ? stroke(d, pen.accent, 16, 'stroke-dasharray="7 15"') +
            stroke(d, light(c, 0.4), 4, 'stroke-dasharray="3 8" opacity=".6"')
          : form === 1
            ? stroke(d, light(c, 0.4), 3, 'stroke-dasharray="8 6" transform="translate(-6 0)"')
            : stroke(d, pen.accent, 5);
      return pen.lift(
        stroke(d, dark(c, 0.35), 25) +
          stroke(d, c, 20) +
          over +
          rect(334, 256, 58, 52, 10, '#3a2c22') +
          rect(470, 566, 40, 44, 8, '#3a2c22') +
          ellipse(546, 588, 24, 24, 'none', 'stroke="#c9a25b" stroke-width="11"') +
          path(
            'M566 574Q640 552 660 600Q664 650 612 652Q580 650 584 626L602 624Q606 636 622 634Q642 628 636 604Q620 584 572 604Z',
            pen.linear(
              [
                [0, '#f0d79c'],
                [0.5, '#c9a25b'],
                [1, '#8a6a30'],
              ],
              0,
              0,
              1,
              1,
            ),
          ) +
          stroke('M588 628L574 602', '#8a6a30', 7),
        12,
      );
    },
  },
  pettoy: {
    scene: 'livingroom',
    with: ['petbed', 'petbowl'],
    focus: [400, 560, 1.6],
    scale: 0.8,
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      const ball = (x: number, y: number, r: number, tone: string): string =>
        pen.ground(x, y + r - 4, r * 0.9, 0.8) +
        ellipse(x, y, r, r, pen.ball(tone)) +
        stroke(
          `M${x - r * 0.9} ${y - r * 0.3}Q${x} ${y + r * 0.2} ${x + r * 0.8} ${y - r * 0.5}M${x - r * 0.7} ${y + r * 0.6}Q${x} ${y + r * 0.1} ${x + r * 0.9} ${y + r * 0.3}`,
          light(tone, 0.6),
          r * 0.09,
        );
      const knot = (x: number, y: number): string =>
        ellipse(x, y, 76, 66, pen.ball(c)) +
        times(7, (i) =>
          stroke(
            `M${x - 60 + i * 18} ${y - 52 + Math.abs(i - 3) * 8}q24 50 -4 ${100 - Math.abs(i - 3) * 12}`,
            i % 2 ? pen.accent : dark(c, 0.35),
            9,
            opacity(0.75),
          ),
        );
      if (form === 1)
        return ball(290, 520, 96, c) + ball(520, 500, 110, pen.accent) + ball(400, 590, 84, light(c, 0.3));
      if (form === 2)
        return (
          pen.ground(404, 642, 150) +
          ellipse(400, 490, 166, 160, pen.ball(c)) +
          pen.clip(
            'M234 490a166 160 0 0 1 332 0a166 160 0 0 1 -332 0',
            times(
              9,
              (i) =>
                stroke(
                  `M${220 + i * 40} 320C${300 + i * 30} 430 ${180 + i * 34} 560 ${260 + i * 36} 680`,
                  i % 2 ? pen.accent : dark(c, 0.3),
                  17,
                  opacity(0.55),
                ) +
                stroke(
                  `M220 ${340 + i * 38}C350 ${300 + i * 40} 440 ${420 + i * 30} 600 ${350 + i * 38}`,
                  light(c, 0.4),
                  9,
                  opacity(0.4),
                ),
            ),
          )
        );
      const rope = 'M220 560C320 500 480 620 580 540';
      return (
        pen.ground(218, 622, 92, 0.9, 0.14) +
        pen.ground(582, 602, 92, 0.9, 0.14) +
        pen.ground(400, 604, 200, 0.8, 0.06) +
        times(9, (i) =>
          stroke(
            `M190 566q-50 ${-40 + i * 12} -110 ${-46 + i * 15}M610 534q50 ${-40 + i * 12} 110 ${-46 + i * 15}`,
            i % 2 ? pen.accent : c,
            9,
          ),
        ) +
        stroke(rope, dark(c, 0.3), 64) +
        stroke(rope, c, 54) +
        stroke(rope, pen.accent, 50, 'stroke-dasharray="14 26" stroke-linecap="butt"') +
        stroke(rope, light(c, 0.5), 8, 'opacity=".5" transform="translate(0 -16)"') +
        knot(218, 560) +
        knot(582, 540)
      );
    },
  },
};

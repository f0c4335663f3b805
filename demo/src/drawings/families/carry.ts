import type { Family } from '../archetype.ts';
import { dark, light } from '../colour.ts';
import { ellipse, opacity, path, rect, stroke, tenths, times, turn } from '../shapes.ts';

const STITCH = 'stroke-dasharray="8 5" opacity=".75"';

export const CARRY: Family = {
  tote: {
    scene: 'studio',
    with: [],
    focus: [400, 470, 1.5],
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      const strap = form === 1 ? dark(c, 0.2) : '#9a663c';
      const bag = 'M190 330H610L648 640Q650 654 634 654H166Q150 654 152 640Z';
      return (
        pen.ground(404, 654, 250, 1, 0.09) +
        stroke('M300 334C290 130 510 130 500 334', dark(strap, 0.4), 20) +
        path('M206 316H594L610 334H190Z', dark(c, 0.6)) +
        path(bag, pen.face(c, 1.2)) +
        pen.clip(
          bag,
          (form === 1
            ? pen.speckle(150, 330, 500, 330, dark(c, 0.4), 70)
            : rect(140, 320, 520, 350, 0, pen.weave(c, 7))) +
            (form === 2
              ? times(5, (i) => rect(140, 390 + i * 46, 520, 16, 0, pen.accent, opacity(0.8)))
              : '') +
            rect(
              140,
              570,
              520,
              100,
              0,
              form === 0 ? pen.down(strap) : pen.fade(dark(c, 0.7), 0, 0.35, 0, 0, 0, 1),
            ) +
            stroke(
              'M250 350Q300 480 230 650M560 350Q520 500 580 650',
              dark(c, 0.6),
              12,
              `opacity=".22" ${pen.blur(6)}`,
            ),
        ) +
        stroke('M196 348H604', dark(c, 0.5), 3, STITCH) +
        (form === 0 ? stroke('M160 580H640', '#e7c99a', 3, STITCH) : '') +
        stroke('M280 440C270 100 530 100 520 440', dark(strap, 0.25), 26) +
        stroke('M276 440C268 98 528 98 514 440', light(strap, 0.2), 6, opacity(0.7)) +
        [280, 520]
          .map(
            (x) =>
              rect(x - 17, 400, 34, 62, 5, pen.face(strap)) +
              ellipse(x, 414, 5, 5, pen.ball('#d2b06a')) +
              ellipse(x, 446, 5, 5, pen.ball('#d2b06a')),
          )
          .join('') +
        rect(350, 480, 100, 52, 4, form === 0 ? '#f2ead9' : pen.face(strap)) +
        pen.text(pen.brand, 400, 512, 18, {
          fill: form === 0 ? '#4a3b2c' : '#f4e3c4',
          font: 'serif',
          width: 88,
        })
      );
    },
  },
  wallet: {
    scene: 'tabletop',
    focus: [430, 380, 1.7],
    scale: 0.86,
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      const card = (y: number, tone: string, x = 0): string =>
        rect(230 + x, y, 340, 200, 16, pen.face(tone)) + rect(256 + x, y + 24, 46, 34, 6, '#e2c57c');
      const grain = rect(
        160,
        260,
        480,
        330,
        26,
        pen.pattern(
          9,
          9,
          ellipse(2, 3, 1.4, 1.4, dark(c, 0.5), opacity(0.3)) +
            ellipse(7, 7, 1.2, 1.2, light(c, 0.4), opacity(0.25)),
        ),
      );
      return turn(
        -8,
        400,
        400,
        pen.lift(
          (form === 2
            ? ''
            : card(206, '#3e5f8a', 20) +
              card(232, pen.accent) +
              (form === 0 ? rect(186, 244, 430, 90, 4, '#b9cbb0') : '')) +
            rect(160, 262, 480, 328, 26, pen.face(c, 1.3)) +
            grain +
            rect(
              174,
              276,
              452,
              300,
              18,
              'none',
              `stroke="${light(c, 0.45)}" stroke-width="3.500" ${STITCH}`,
            ) +
            (form === 1
              ? [330, 400, 470]
                  .map((y, i) =>
                    path(
                      `M160 ${y}Q400 ${y + 26} 640 ${y}V${y + 8}Q400 ${y + 34} 160 ${y + 8}Z`,
                      dark(c, 0.5),
                      opacity(0.5 - i * 0.1),
                    ),
                  )
                  .join('')
              : form === 2
                ? rect(174, 286, 452, 16, 8, '#2a2b30') +
                  times(44, (i) => rect(178 + i * 10, 288, 5, 12, 1, '#d2b06a')) +
                  rect(600, 284, 60, 20, 8, pen.metal('#d2b06a'))
                : path('M640 290V560Q650 420 640 290Z', dark(c, 0.6)) +
                  rect(626, 270, 16, 312, 8, pen.face(dark(c, 0.3)))) +
            path('M186 270H430L230 560Q166 560 166 500V300Q166 274 186 270Z', '#fff', opacity(0.1)) +
            pen.text(pen.brand, 400, 530, 24, { fill: dark(c, 0.6), font: 'serif', width: 200 }),
          16,
        ),
      );
    },
  },
  watch: {
    scene: 'tabletop',
    focus: [400, 400, 2],
    scale: 0.92,
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(4);
      const dial = ['#2f3a34', '#f5f1e6', '#1f3350', '#20242b'][form]!;
      const inkC = form === 1 ? '#3a342c' : '#f2efe6';
      const gold = form === 1 ? '#d2ae68' : '#c3c8cd';
      const strap = (y: number, h: number, flip: number): string =>
        path(
          `M${342} ${y}H458L${446} ${y + h * flip}Q400 ${y + (h + 22) * flip} 354 ${y + h * flip}Z`,
          pen.linear([
            [0, dark(c, 0.3)],
            [0.2, light(c, 0.14)],
            [0.6, c],
            [1, dark(c, 0.4)],
          ]),
        ) +
        stroke(
          `M354 ${y}L364 ${y + (h - 10) * flip}M446 ${y}L436 ${y + (h - 10) * flip}`,
          light(c, 0.5),
          3,
          STITCH,
        );
      return turn(
        12,
        400,
        400,
        pen.lift(
          strap(290, 190, -1) +
            strap(510, 210, 1) +
            times(5, (i) => ellipse(400, 580 + i * 28, 6, 5, dark(c, 0.7))) +
            rect(348, 76, 104, 16, 6, pen.metal(gold)) +
            [
              [322, 262],
              [446, 262],
              [322, 496],
              [446, 496],
            ]
              .map(([x, y]) => rect(x!, y!, 32, 44, 8, pen.metal(gold)))
              .join('') +
            rect(
              548,
              384,
              26,
              34,
              6,
              pen.linear(
                [
                  [0, light(gold, 0.5)],
                  [0.5, gold],
                  [1, dark(gold, 0.5)],
                ],
                0,
                0,
                0,
                1,
              ),
            ) +
            (form === 3
              ? rect(538, 320, 24, 24, 6, pen.metal(gold)) + rect(538, 458, 24, 24, 6, pen.metal(gold))
              : '') +
            ellipse(400, 400, 156, 156, pen.face(gold, 2)) +
            ellipse(400, 400, 146, 146, form === 2 ? '#16202f' : dark(gold, 0.25)) +
            (form === 2
              ? times(60, (i) => {
                  const a = (i * Math.PI) / 30;
                  const r = i % 5 ? 138 : 130;
                  return stroke(
                    `M${tenths(400 + Math.sin(a) * r)} ${tenths(400 - Math.cos(a) * r)}L${tenths(400 + Math.sin(a) * 143)} ${tenths(400 - Math.cos(a) * 143)}`,
                    '#e7ebee',
                    i % 5 ? 1.5 : 4,
                  );
                })
              : '') +
            ellipse(
              400,
              400,
              124,
              124,
              pen.radial(
                [
                  [0, light(dial, 0.18)],
                  [1, dark(dial, 0.2)],
                ],
                0.36,
                0.3,
                0.8,
              ),
            ) +
            times(12, (i) => {
              const a = (i * Math.PI) / 6;
              const x = 400 + Math.sin(a) * 98;
              const y = 400 - Math.cos(a) * 98;
              return form === 0
                ? pen.text(String(i === 0 ? 12 : i), x, y + 9, 25, { fill: inkC, weight: 600 })
                : form === 2
                  ? ellipse(x, y, 8, 8, '#eef0d8')
                  : stroke(
                      `M${tenths(x)} ${tenths(y)}L${tenths(400 + Math.sin(a) * 114)} ${tenths(400 - Math.cos(a) * 114)}`,
                      inkC,
                      form === 1 ? 3 : 5,
                    );
            }) +
            (form === 3
              ? [
                  [346, 400],
                  [454, 400],
                  [400, 456],
                ]
                  .map(
                    ([x, y]) =>
                      ellipse(x!, y!, 30, 30, light(dial, 0.14)) +
                      ellipse(x!, y!, 30, 30, 'none', `stroke="${inkC}" stroke-opacity=".4"`) +
                      stroke(`M${x} ${y}l8 -18`, pen.accent, 3),
                  )
                  .join('')
              : '') +
            pen.text(pen.brand, 400, 356, 15, { fill: inkC, font: 'serif', width: 90 }) +
            turn(-58, 400, 400, rect(395, 334, 10, 78, 5, form === 1 ? '#3a342c' : '#f6f4ec')) +
            turn(52, 400, 400, rect(396.5, 300, 7, 112, 3, form === 1 ? '#3a342c' : '#f6f4ec')) +
            turn(200, 400, 400, rect(399, 296, 2, 130, 1, '#e2553a')) +
            ellipse(400, 400, 7, 7, '#e2553a') +
            path('M300 330A124 124 0 0 1 450 286L330 470A124 124 0 0 1 300 330Z', '#fff', opacity(0.16)),
          14,
        ),
      );
    },
  },
  sunglasses: {
    scene: 'tabletop',
    focus: [280, 400, 1.7],
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      const lens = ['#3c3a38', '#5a4432', '#30403f'][pen.seed % 3]!;
      const shape = (x: number, s: number): string =>
        form === 0
          ? `M${x - 118} 410a118 116 0 1 0 236 0a118 116 0 1 0 -236 0`
          : form === 1
            ? `M${x - 124} 330Q${x} 304 ${x + 124} 330Q${x + 132} 420 ${x + 96} 500Q${x} 524 ${x - 96} 500Q${x - 132} 420 ${x - 124} 330Z`
            : `M${x - 132 * s} 316Q${x} 296 ${x + 122 * s} 336Q${x + 124 * s} 440 ${x + 62 * s} 504Q${x} 530 ${x - 70 * s} 500Q${x - 128 * s} 440 ${x - 132 * s} 316Z`;
      const one = (x: number, s: number): string =>
        path(
          shape(x, s),
          pen.linear(
            [
              [0, dark(lens, 0.5), 0.96],
              [0.6, lens, 0.9],
              [1, light(lens, 0.4), 0.82],
            ],
            0,
            0,
            0.3,
            1,
          ),
        ) +
        pen.clip(
          shape(x, s),
          path(`M${x - 120} 470L${x - 10} 280H${x + 50}L${x - 70} 510Z`, '#fff', opacity(0.2)) +
            path(`M${x + 20} 500L${x + 120} 320V380L${x + 60} 510Z`, '#fff', opacity(0.12)),
        ) +
        path(shape(x, s), 'none', `stroke="${c}" stroke-width="26"`) +
        path(
          shape(x, s),
          'none',
          `stroke="${light(c, 0.5)}" stroke-width="5" opacity=".55" transform="translate(-3 -6)"`,
        );
      return pen.lift(
        stroke('M150 350Q120 230 260 200M650 350Q680 230 540 200', dark(c, 0.3), 22) +
          stroke('M260 200Q300 196 330 210M540 200Q500 196 470 210', dark(c, 0.4), 20) +
          one(258, 1) +
          one(542, -1) +
          stroke('M372 380Q400 352 428 380', c, 24) +
          stroke('M376 372Q400 348 424 372', light(c, 0.5), 5, opacity(0.6)) +
          [
            [140, 346],
            [660, 346],
          ]
            .map(([x, y]) => rect(x! - 9, y! - 7, 18, 14, 4, pen.metal('#d2b06a')))
            .join(''),
        18,
      );
    },
  },
  backpack: {
    scene: 'meadow',
    with: ['flask', 'boot'],
    focus: [400, 480, 1.5],
    scale: 0.9,
    draw: (pen) => {
      const c = pen.main;
      const a = pen.accent;
      const form = pen.pick(4);
      const leather = '#9a663c';
      const body =
        form === 1
          ? 'M232 240Q400 210 568 240L590 600Q590 656 530 656H270Q210 656 210 600Z'
          : 'M230 300Q230 150 400 150T570 300L596 590Q598 656 530 656H270Q202 656 204 590Z';
      const cover = rect(190, 130, 430, 540, 0, pen.weave(c, 6));
      return (
        pen.ground(404, 656, 230, 1, 0.1) +
        stroke('M214 320C150 400 160 560 220 620M586 320C650 400 640 560 580 620', dark(c, 0.5), 30) +
        stroke('M360 156C350 90 450 90 440 156', dark(c, 0.5), 18) +
        rect(172, 480, 60, 150, 22, pen.face(dark(c, 0.3))) +
        rect(568, 480, 60, 150, 22, pen.face(dark(c, 0.35))) +
        rect(182, 400, 34, 120, 12, pen.metal('#c9ced2')) +
        rect(186, 378, 26, 30, 6, '#2c2e33') +
        path(body, pen.face(c, 1.3)) +
        pen.clip(
          body,
          cover +
            ellipse(
              300,
              300,
              120,
              160,
              pen.radial([
                [0, '#fff', 0.3],
                [1, '#fff', 0],
              ]),
            ),
        ) +
        (form === 1
          ? path(
              'M232 176H568Q580 176 580 190V262Q400 300 220 262V190Q220 176 232 176Z',
              pen.face(light(c, 0.07)),
            ) +
            rect(220, 214, 360, 22, 6, dark(c, 0.4)) +
            [300, 500]
              .map((x) => rect(x - 10, 220, 20, 190, 5, a) + rect(x - 18, 380, 36, 30, 6, '#2c2e33'))
              .join('')
          : form === 3
            ? path(
                'M216 290Q220 170 400 168T584 290L590 380Q400 440 210 380Z',
                pen.face(light(c, 0.08), 1.2),
              ) +
              [310, 490]
                .map(
                  (x) =>
                    rect(x - 15, 330, 30, 170, 6, pen.face(leather)) +
                    rect(x - 20, 420, 40, 34, 5, pen.metal('#d2b06a')) +
                    rect(x - 11, 428, 22, 18, 3, leather),
                )
                .join('')
            : stroke('M240 300Q250 190 400 188T560 300', '#26282d', 11) +
              stroke('M240 300Q250 190 400 188T560 300', a, 3, 'stroke-dasharray="4 5"') +
              rect(552, 296, 12, 40, 5, a)) +
        path(
          'M250 450Q250 424 276 424H524Q550 424 550 450V590Q550 626 514 626H286Q250 626 250 590Z',
          pen.down(light(c, 0.05)),
        ) +
        rect(250, 424, 300, 202, 26, pen.weave(c, 6)) +
        stroke('M262 466H538', '#26282d', 10) +
        stroke('M262 466H538', a, 3, 'stroke-dasharray="4 5"') +
        rect(524, 464, 11, 42, 5, a) +
        (form === 2
          ? stroke('M250 350L550 420M550 350L250 420', a, 5) +
            rect(
              180,
              160,
              440,
              62,
              31,
              pen.linear(
                [
                  [0, light(a, 0.3)],
                  [0.5, a],
                  [1, dark(a, 0.4)],
                ],
                0,
                0,
                0,
                1,
              ),
            ) +
            ellipse(194, 191, 12, 30, dark(a, 0.3))
          : '') +
        rect(350, 520, 100, 46, 5, form === 3 ? pen.face(leather) : '#f1ece0') +
        pen.text(pen.brand, 400, 549, 17, {
          fill: form === 3 ? '#f4e3c4' : '#3a3733',
          weight: 600,
          width: 88,
        })
      );
    },
  },
};

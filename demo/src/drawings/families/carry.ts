import type { Family } from '../archetype.ts';
import { dark, light } from '../colour.ts';
import { el, li, n, op, pa, rc, times, turn } from '../shapes.ts';

const STITCH = 'stroke-dasharray="8 5" opacity=".75"';

export const CARRY: Family = {
  tote: {
    scene: 'studio',
    with: [],
    focus: [400, 470, 1.5],
    draw: (p) => {
      const c = p.main;
      const form = p.pick(3);
      const strap = form === 1 ? dark(c, 0.2) : '#9a663c';
      const bag = 'M190 330H610L648 640Q650 654 634 654H166Q150 654 152 640Z';
      return (
        p.ground(404, 654, 250, 1, 0.09) +
        li('M300 334C290 130 510 130 500 334', dark(strap, 0.4), 20) +
        pa('M206 316H594L610 334H190Z', dark(c, 0.6)) +
        pa(bag, p.face(c, 1.2)) +
        p.clip(
          bag,
          (form === 1
            ? p.speckle(150, 330, 500, 330, dark(c, 0.4), 70)
            : rc(140, 320, 520, 350, 0, p.weave(c, 7))) +
            (form === 2 ? times(5, (i) => rc(140, 390 + i * 46, 520, 16, 0, p.accent, op(0.8))) : '') +
            rc(
              140,
              570,
              520,
              100,
              0,
              form === 0 ? p.down(strap) : p.fade(dark(c, 0.7), 0, 0.35, 0, 0, 0, 1),
            ) +
            li(
              'M250 350Q300 480 230 650M560 350Q520 500 580 650',
              dark(c, 0.6),
              12,
              `opacity=".22" ${p.blur(6)}`,
            ),
        ) +
        li('M196 348H604', dark(c, 0.5), 3, STITCH) +
        (form === 0 ? li('M160 580H640', '#e7c99a', 3, STITCH) : '') +
        li('M280 440C270 100 530 100 520 440', dark(strap, 0.25), 26) +
        li('M276 440C268 98 528 98 514 440', light(strap, 0.2), 6, op(0.7)) +
        [280, 520]
          .map(
            (x) =>
              rc(x - 17, 400, 34, 62, 5, p.face(strap)) +
              el(x, 414, 5, 5, p.ball('#d2b06a')) +
              el(x, 446, 5, 5, p.ball('#d2b06a')),
          )
          .join('') +
        rc(350, 480, 100, 52, 4, form === 0 ? '#f2ead9' : p.face(strap)) +
        p.text(p.brand, 400, 512, 18, { fill: form === 0 ? '#4a3b2c' : '#f4e3c4', font: 'serif', width: 88 })
      );
    },
  },
  wallet: {
    scene: 'tabletop',
    focus: [430, 380, 1.7],
    scale: 0.86,
    draw: (p) => {
      const c = p.main;
      const form = p.pick(3);
      const card = (y: number, tone: string, x = 0): string =>
        rc(230 + x, y, 340, 200, 16, p.face(tone)) + rc(256 + x, y + 24, 46, 34, 6, '#e2c57c');
      const grain = rc(
        160,
        260,
        480,
        330,
        26,
        p.pattern(
          9,
          9,
          el(2, 3, 1.4, 1.4, dark(c, 0.5), op(0.3)) + el(7, 7, 1.2, 1.2, light(c, 0.4), op(0.25)),
        ),
      );
      return turn(
        -8,
        400,
        400,
        p.lift(
          (form === 2
            ? ''
            : card(206, '#3e5f8a', 20) +
              card(232, p.accent) +
              (form === 0 ? rc(186, 244, 430, 90, 4, '#b9cbb0') : '')) +
            rc(160, 262, 480, 328, 26, p.face(c, 1.3)) +
            grain +
            rc(174, 276, 452, 300, 18, 'none', `stroke="${light(c, 0.45)}" stroke-width="3.500" ${STITCH}`) +
            (form === 1
              ? [330, 400, 470]
                  .map((y, i) =>
                    pa(
                      `M160 ${y}Q400 ${y + 26} 640 ${y}V${y + 8}Q400 ${y + 34} 160 ${y + 8}Z`,
                      dark(c, 0.5),
                      op(0.5 - i * 0.1),
                    ),
                  )
                  .join('')
              : form === 2
                ? rc(174, 286, 452, 16, 8, '#2a2b30') +
                  times(44, (i) => rc(178 + i * 10, 288, 5, 12, 1, '#d2b06a')) +
                  rc(600, 284, 60, 20, 8, p.metal('#d2b06a'))
                : pa('M640 290V560Q650 420 640 290Z', dark(c, 0.6)) +
                  rc(626, 270, 16, 312, 8, p.face(dark(c, 0.3)))) +
            pa('M186 270H430L230 560Q166 560 166 500V300Q166 274 186 270Z', '#fff', op(0.1)) +
            p.text(p.brand, 400, 530, 24, { fill: dark(c, 0.6), font: 'serif', width: 200 }),
          16,
        ),
      );
    },
  },
  watch: {
    scene: 'tabletop',
    focus: [400, 400, 2],
    scale: 0.92,
    draw: (p) => {
      const c = p.main;
      const form = p.pick(4);
      const dial = ['#2f3a34', '#f5f1e6', '#1f3350', '#20242b'][form]!;
      const inkC = form === 1 ? '#3a342c' : '#f2efe6';
      const gold = form === 1 ? '#d2ae68' : '#c3c8cd';
      const strap = (y: number, h: number, flip: number): string =>
        pa(
          `M${342} ${y}H458L${446} ${y + h * flip}Q400 ${y + (h + 22) * flip} 354 ${y + h * flip}Z`,
          p.lin([
            [0, dark(c, 0.3)],
            [0.2, light(c, 0.14)],
            [0.6, c],
            [1, dark(c, 0.4)],
          ]),
        ) +
        li(
          `M354 ${y}L364 ${y + (h - 10) * flip}M446 ${y}L436 ${y + (h - 10) * flip}`,
          light(c, 0.5),
          3,
          STITCH,
        );
      return turn(
        12,
        400,
        400,
        p.lift(
          strap(290, 190, -1) +
            strap(510, 210, 1) +
            times(5, (i) => el(400, 580 + i * 28, 6, 5, dark(c, 0.7))) +
            rc(348, 76, 104, 16, 6, p.metal(gold)) +
            [
              [322, 262],
              [446, 262],
              [322, 496],
              [446, 496],
            ]
              .map(([x, y]) => rc(x!, y!, 32, 44, 8, p.metal(gold)))
              .join('') +
            rc(
              548,
              384,
              26,
              34,
              6,
              p.lin(
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
              ? rc(538, 320, 24, 24, 6, p.metal(gold)) + rc(538, 458, 24, 24, 6, p.metal(gold))
              : '') +
            el(400, 400, 156, 156, p.face(gold, 2)) +
            el(400, 400, 146, 146, form === 2 ? '#16202f' : dark(gold, 0.25)) +
            (form === 2
              ? times(60, (i) => {
                  const a = (i * Math.PI) / 30;
                  const r = i % 5 ? 138 : 130;
                  return li(
                    `M${n(400 + Math.sin(a) * r)} ${n(400 - Math.cos(a) * r)}L${n(400 + Math.sin(a) * 143)} ${n(400 - Math.cos(a) * 143)}`,
                    '#e7ebee',
                    i % 5 ? 1.5 : 4,
                  );
                })
              : '') +
            el(
              400,
              400,
              124,
              124,
              p.rad(
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
                ? p.text(String(i === 0 ? 12 : i), x, y + 9, 25, { fill: inkC, weight: 600 })
                : form === 2
                  ? el(x, y, 8, 8, '#eef0d8')
                  : li(
                      `M${n(x)} ${n(y)}L${n(400 + Math.sin(a) * 114)} ${n(400 - Math.cos(a) * 114)}`,
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
                      el(x!, y!, 30, 30, light(dial, 0.14)) +
                      el(x!, y!, 30, 30, 'none', `stroke="${inkC}" stroke-opacity=".4"`) +
                      li(`M${x} ${y}l8 -18`, p.accent, 3),
                  )
                  .join('')
              : '') +
            p.text(p.brand, 400, 356, 15, { fill: inkC, font: 'serif', width: 90 }) +
            turn(-58, 400, 400, rc(395, 334, 10, 78, 5, form === 1 ? '#3a342c' : '#f6f4ec')) +
            turn(52, 400, 400, rc(396.5, 300, 7, 112, 3, form === 1 ? '#3a342c' : '#f6f4ec')) +
            turn(200, 400, 400, rc(399, 296, 2, 130, 1, '#e2553a')) +
            el(400, 400, 7, 7, '#e2553a') +
            pa('M300 330A124 124 0 0 1 450 286L330 470A124 124 0 0 1 300 330Z', '#fff', op(0.16)),
          14,
        ),
      );
    },
  },
  sunglasses: {
    scene: 'tabletop',
    focus: [280, 400, 1.7],
    draw: (p) => {
      const c = p.main;
      const form = p.pick(3);
      const lens = ['#3c3a38', '#5a4432', '#30403f'][p.seed % 3]!;
      const shape = (x: number, s: number): string =>
        form === 0
          ? `M${x - 118} 410a118 116 0 1 0 236 0a118 116 0 1 0 -236 0`
          : form === 1
            ? `M${x - 124} 330Q${x} 304 ${x + 124} 330Q${x + 132} 420 ${x + 96} 500Q${x} 524 ${x - 96} 500Q${x - 132} 420 ${x - 124} 330Z`
            : `M${x - 132 * s} 316Q${x} 296 ${x + 122 * s} 336Q${x + 124 * s} 440 ${x + 62 * s} 504Q${x} 530 ${x - 70 * s} 500Q${x - 128 * s} 440 ${x - 132 * s} 316Z`;
      const one = (x: number, s: number): string =>
        pa(
          shape(x, s),
          p.lin(
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
        p.clip(
          shape(x, s),
          pa(`M${x - 120} 470L${x - 10} 280H${x + 50}L${x - 70} 510Z`, '#fff', op(0.2)) +
            pa(`M${x + 20} 500L${x + 120} 320V380L${x + 60} 510Z`, '#fff', op(0.12)),
        ) +
        pa(shape(x, s), 'none', `stroke="${c}" stroke-width="26"`) +
        pa(
          shape(x, s),
          'none',
          `stroke="${light(c, 0.5)}" stroke-width="5" opacity=".55" transform="translate(-3 -6)"`,
        );
      return p.lift(
        li('M150 350Q120 230 260 200M650 350Q680 230 540 200', dark(c, 0.3), 22) +
          li('M260 200Q300 196 330 210M540 200Q500 196 470 210', dark(c, 0.4), 20) +
          one(258, 1) +
          one(542, -1) +
          li('M372 380Q400 352 428 380', c, 24) +
          li('M376 372Q400 348 424 372', light(c, 0.5), 5, op(0.6)) +
          [
            [140, 346],
            [660, 346],
          ]
            .map(([x, y]) => rc(x! - 9, y! - 7, 18, 14, 4, p.metal('#d2b06a')))
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
    draw: (p) => {
      const c = p.main;
      const a = p.accent;
      const form = p.pick(4);
      const leather = '#9a663c';
      const body =
        form === 1
          ? 'M232 240Q400 210 568 240L590 600Q590 656 530 656H270Q210 656 210 600Z'
          : 'M230 300Q230 150 400 150T570 300L596 590Q598 656 530 656H270Q202 656 204 590Z';
      const cover = rc(190, 130, 430, 540, 0, p.weave(c, 6));
      return (
        p.ground(404, 656, 230, 1, 0.1) +
        li('M214 320C150 400 160 560 220 620M586 320C650 400 640 560 580 620', dark(c, 0.5), 30) +
        li('M360 156C350 90 450 90 440 156', dark(c, 0.5), 18) +
        rc(172, 480, 60, 150, 22, p.face(dark(c, 0.3))) +
        rc(568, 480, 60, 150, 22, p.face(dark(c, 0.35))) +
        rc(182, 400, 34, 120, 12, p.metal('#c9ced2')) +
        rc(186, 378, 26, 30, 6, '#2c2e33') +
        pa(body, p.face(c, 1.3)) +
        p.clip(
          body,
          cover +
            el(
              300,
              300,
              120,
              160,
              p.rad([
                [0, '#fff', 0.3],
                [1, '#fff', 0],
              ]),
            ),
        ) +
        (form === 1
          ? pa(
              'M232 176H568Q580 176 580 190V262Q400 300 220 262V190Q220 176 232 176Z',
              p.face(light(c, 0.07)),
            ) +
            rc(220, 214, 360, 22, 6, dark(c, 0.4)) +
            [300, 500]
              .map((x) => rc(x - 10, 220, 20, 190, 5, a) + rc(x - 18, 380, 36, 30, 6, '#2c2e33'))
              .join('')
          : form === 3
            ? pa('M216 290Q220 170 400 168T584 290L590 380Q400 440 210 380Z', p.face(light(c, 0.08), 1.2)) +
              [310, 490]
                .map(
                  (x) =>
                    rc(x - 15, 330, 30, 170, 6, p.face(leather)) +
                    rc(x - 20, 420, 40, 34, 5, p.metal('#d2b06a')) +
                    rc(x - 11, 428, 22, 18, 3, leather),
                )
                .join('')
            : li('M240 300Q250 190 400 188T560 300', '#26282d', 11) +
              li('M240 300Q250 190 400 188T560 300', a, 3, 'stroke-dasharray="4 5"') +
              rc(552, 296, 12, 40, 5, a)) +
        pa(
          'M250 450Q250 424 276 424H524Q550 424 550 450V590Q550 626 514 626H286Q250 626 250 590Z',
          p.down(light(c, 0.05)),
        ) +
        rc(250, 424, 300, 202, 26, p.weave(c, 6)) +
        li('M262 466H538', '#26282d', 10) +
        li('M262 466H538', a, 3, 'stroke-dasharray="4 5"') +
        rc(524, 464, 11, 42, 5, a) +
        (form === 2
          ? li('M250 350L550 420M550 350L250 420', a, 5) +
            rc(
              180,
              160,
              440,
              62,
              31,
              p.lin(
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
            el(194, 191, 12, 30, dark(a, 0.3))
          : '') +
        rc(350, 520, 100, 46, 5, form === 3 ? p.face(leather) : '#f1ece0') +
        p.text(p.brand, 400, 549, 17, { fill: form === 3 ? '#f4e3c4' : '#3a3733', weight: 600, width: 88 })
      );
    },
  },
};

import type { Family } from '../archetype.ts';
import { brightness, dark, light, mix } from '../colour.ts';
import type { Pen } from '../pen.ts';
import { ellipse, group, opacity, path, rect, stroke, tenths, times, turn } from '../shapes.ts';

/** A camp quilt, turned back at a corner so that its lining is seen. */
function quilt(pen: Pen): string {
  const c = pen.main;
  const cloth = 'M206 150Q400 128 594 150Q606 400 590 660Q400 684 210 660Q194 400 206 150Z';
  return (
    pen.lift(path(cloth, pen.face(c, 1.2)), 16) +
    pen.clip(
      cloth,
      times(6, (i) =>
        stroke(`M190 ${222 + i * 74}Q400 ${236 + i * 74} 610 ${222 + i * 74}`, dark(c, 0.5), 4, opacity(0.6)),
      ) +
        times(4, (i) => stroke(`M${286 + i * 78} 130V690`, dark(c, 0.5), 3, opacity(0.4))) +
        times(30, (i) =>
          ellipse(244 + (i % 5) * 78, 250 + Math.floor(i / 5) * 74 - 40, 30, 20, '#fff', opacity(0.12)),
        ),
    ) +
    path('M594 150Q520 140 440 138Q470 250 596 300Z', pen.face(pen.accent, 1.2)) +
    stroke('M440 138Q470 250 596 300', dark(pen.accent, 0.35), 4, opacity(0.6)) +
    pen.text(pen.brand, 300, 628, 24, { fill: pen.inkOn(c), weight: 600, width: 150 })
  );
}

export const TEXTILES: Family = {
  rug: {
    scene: 'floor',
    focus: [300, 300, 1.8],
    scale: 1.1,
    draw: (pen) => {
      const form = pen.pick(3);
      const c = pen.main;
      const a = form === 2 ? dark(c, 0.5) : pen.accent;
      const b = mix(c, '#f3ead9', 0.55);
      const diamonds = (size: number, colour: string, w: number): string =>
        pen.pattern(
          size,
          size,
          `<path d="M0 ${size / 2}L${size / 2} 0L${size} ${size / 2}L${size / 2} ${size}Z" fill="none" stroke="${colour}" stroke-width="${w}"/>`,
        );
      const field =
        form === 0
          ? rect(206, 130, 388, 540, 0, diamonds(97, a, 10)) +
            rect(206, 130, 388, 540, 0, diamonds(48.5, b, 3)) +
            times(5, (i) => path(`M400 ${150 + i * 108}l46 48l-46 48l-46 -48z`, i % 2 ? a : b))
          : form === 1
            ? times(9, (i) =>
                rect(190, 120 + i * 62, 420, [34, 14, 24][i % 3]!, 0, [a, b, dark(c, 0.2)][i % 3]!),
              )
            : rect(206, 130, 388, 540, 0, diamonds(129, a, 6));
      return pen.lift(
        times(46, (i) =>
          stroke(
            `M${194 + i * 9} 112q${(i % 3) - 1} -18 ${(i % 5) - 2} -34M${194 + i * 9} 688q${(i % 3) - 1} 18 ${(i % 4) - 2} 34`,
            '#e9dfcb',
            3,
          ),
        ) +
          rect(186, 108, 428, 584, 3, pen.face(form === 2 ? light(c, 0.22) : c, 0.7)) +
          field +
          (form === 1 ? '' : rect(200, 122, 400, 556, 0, 'none', `stroke="${a}" stroke-width="9"`)) +
          rect(186, 108, 428, 584, 3, pen.weave(c, 5)) +
          rect(
            186,
            108,
            428,
            584,
            3,
            pen.linear(
              [
                [0, '#fff', 0.25],
                [0.5, '#fff', 0],
                [1, '#241a26', 0.22],
              ],
              0,
              0,
              1,
              1,
            ),
          ),
        10,
      );
    },
  },
  pillow: {
    scene: 'studio',
    with: [],
    focus: [320, 400, 1.6],
    draw: (pen) => {
      const form = pen.pick(4);
      // Pure black would hide folds and threads.
      const c = brightness(pen.main) < 0.25 ? light(pen.main, 0.16) : pen.main;
      const shape =
        form === 1
          ? 'M110 350Q90 330 120 326Q400 300 680 326Q710 330 690 352Q672 480 692 600Q706 634 676 630Q400 656 122 630Q92 630 110 596Q130 470 110 350Z'
          : 'M176 196Q150 176 190 180Q400 216 610 180Q650 176 626 200Q586 400 632 606Q650 646 606 640Q400 610 192 640Q150 646 170 604Q212 400 176 196Z';
      const deco =
        form === 1
          ? times(9, (i) =>
              rect(
                128 + i * 64,
                280,
                [18, 8, 30][i % 3]!,
                400,
                0,
                i % 3 === 1 ? pen.accent : dark(c, 0.24),
                opacity(0.75),
              ),
            )
          : form === 3
            ? times(25, (i) => {
                const x = 250 + (i % 5) * 76;
                const y = 260 + Math.floor(i / 5) * 74;
                return times(6, (k) =>
                  stroke(
                    `M${x} ${y}l${tenths(Math.cos(k) * 16)} ${tenths(Math.sin(k) * 16)}`,
                    light(c, 0.4),
                    4,
                  ),
                );
              })
            : form === 2
              ? ''
              : rect(380, 160, 40, 520, 0, pen.accent, opacity(0.5)) +
                rect(350, 160, 10, 520, 0, pen.accent, opacity(0.4)) +
                rect(440, 160, 10, 520, 0, pen.accent, opacity(0.4));
      return (
        pen.ground(400, form === 1 ? 628 : 624, 236, 0.9, 0.06) +
        path(shape, pen.face(c, 1.2)) +
        pen.clip(
          shape,
          deco +
            (form === 2 ? '' : rect(90, 150, 640, 520, 0, pen.weave(c, 6))) +
            ellipse(
              300,
              300,
              240,
              170,
              pen.radial([
                [0, '#fff', 0.42],
                [1, '#fff', 0],
              ]),
            ) +
            ellipse(
              560,
              600,
              280,
              180,
              pen.radial([
                [0, dark(c, 0.8), 0.4],
                [1, dark(c, 0.8), 0],
              ]),
            ) +
            stroke(
              form === 1
                ? 'M124 340Q190 400 230 440M676 340Q610 400 580 440M124 616Q200 560 240 530M676 616Q610 560 570 530'
                : 'M190 200Q240 270 270 340M612 200Q560 270 536 330M186 622Q240 560 270 500M614 622Q560 560 540 510',
              dark(c, 0.5),
              9,
              `opacity=".22" ${pen.blur(5)}`,
            ),
        ) +
        path(
          shape,
          'none',
          `stroke="${form === 0 ? pen.accent : dark(c, 0.2)}" stroke-width="5" opacity=".8"`,
        )
      );
    },
  },
  throw: {
    scene: 'studio',
    with: ['candle'],
    focus: [380, 480, 1.7],
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      const over =
        form === 2
          ? pen.knit(c, 34)
          : form === 0
            ? pen.pattern(
                22,
                22,
                rect(3, 3, 16, 16, 3, dark(c, 0.3), opacity(0.35)) +
                  rect(5, 5, 12, 12, 2, light(c, 0.2), opacity(0.5)),
              )
            : pen.weave(c, 6);
      const slab = (y: number, w: number, h: number, tone: string): string => {
        const d = `M${400 - w} ${y + h * 0.5}Q${400 - w - 26} ${y} ${400 - w + 30} ${y}H${400 + w - 20}Q${400 + w + 30} ${y + 4} ${400 + w + 14} ${y + h * 0.5}Q${400 + w + 26} ${y + h} ${400 + w - 30} ${y + h}H${400 - w + 24}Q${400 - w - 26} ${y + h} ${400 - w} ${y + h * 0.5}Z`;
        return (
          path(d, pen.down(tone, 1.2)) +
          path(d, over) +
          rect(400 - w, y + h - 9, w * 2, 9, 4, dark(c, 0.7), opacity(0.3))
        );
      };
      const stripes =
        form === 1 ? times(3, (i) => rect(250 + i * 34, 280, 12, 340, 0, pen.accent, opacity(0.7))) : '';
      const front = 'M214 300Q210 280 240 276H470Q500 280 498 304L512 606H206Z';
      return (
        pen.ground(400, 646, 240, 1, 0.12) +
        slab(570, 226, 76, dark(c, 0.06)) +
        slab(498, 220, 78, c) +
        slab(424, 224, 80, dark(c, 0.04)) +
        slab(352, 216, 78, c) +
        slab(282, 214, 76, light(c, 0.05)) +
        group(path(front, dark(c, 0.7), opacity(0.25)), `transform="translate(12 10)" ${pen.blur(7)}`) +
        path(front, pen.face(light(c, 0.08), 1.2)) +
        pen.clip(front, stripes) +
        path(front, over) +
        times(31, (i) =>
          stroke(
            `M${210 + i * 10} 604q${(i % 3) * 2 - 2} 22 ${(i % 5) - 2} 44`,
            i % 2 ? c : light(c, 0.3),
            5,
          ),
        ) +
        ellipse(
          330,
          350,
          130,
          60,
          pen.radial([
            [0, '#fff', 0.35],
            [1, '#fff', 0],
          ]),
        )
      );
    },
  },
  scarf: {
    scene: 'wall',
    focus: [400, 480, 1.7],
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      const check =
        form === 0
          ? ''
          : pen.pattern(
              form === 1 ? 90 : 130,
              form === 1 ? 90 : 130,
              `<path d="M20 0v130M40 0v130M0 20h130M0 40h130" stroke="${pen.accent}" stroke-width="9" stroke-opacity=".7"/><path d="M70 0v130M0 70h130" stroke="${dark(c, 0.5)}" stroke-width="16" stroke-opacity=".35"/>`,
            );
      const cloth = (d: string, tone: string): string =>
        path(d, pen.face(tone, 1.3)) +
        (check
          ? path(d, check)
          : pen.clip(
              d,
              times(4, (i) => rect(180, 560 + i * 34, 460, 13, 0, pen.accent, opacity(0.85))),
            )) +
        path(d, pen.weave(c, 5));
      const fringe = (x: number, y: number, k: number): string =>
        times(k, (i) =>
          stroke(
            `M${x + i * 11} ${y}q${(i % 3) * 3 - 3} 26 ${(i % 4) - 2} 54`,
            i % 2 ? c : light(c, 0.25),
            6,
          ),
        );
      return (
        pen.lift(
          cloth('M290 170Q400 100 510 170Q560 220 520 280Q400 340 280 280Q240 220 290 170Z', dark(c, 0.12)) +
            ellipse(400, 214, 86, 44, dark(c, 0.6)) +
            fringe(262, 660, 12) +
            cloth('M300 250L420 290L392 664H258Q276 440 300 250Z', c) +
            fringe(424, 624, 12) +
            cloth('M390 290L510 250Q548 430 560 628H420Z', dark(c, 0.05)) +
            cloth(
              'M268 200Q240 290 330 320Q420 350 500 310Q560 280 534 200Q500 280 400 276Q310 276 268 200Z',
              light(c, 0.06),
            ),
          14,
        ) +
        stroke(
          'M340 330Q320 460 316 640M470 320Q490 460 500 610M300 250Q330 300 400 306',
          dark(c, 0.5),
          8,
          `opacity=".25" ${pen.blur(4)}`,
        )
      );
    },
  },
  petbed: {
    scene: 'livingroom',
    with: ['petbowl', 'plantpot'],
    focus: [320, 540, 1.6],
    draw: (pen) => {
      const c = pen.main;
      const weave = pen.weave(c, 7);
      const form = pen.pick(3);
      const shape =
        form === 1
          ? 'M130 560Q120 500 190 496H610Q680 500 670 560V620Q668 652 620 652H180Q132 652 130 620Z'
          : 'M110 560C110 440 690 440 690 560C700 640 620 660 400 660S100 640 110 560Z';
      return (
        pen.ground(404, 652, 300, 1, 0.12) +
        path(shape, pen.down(c, 1.2)) +
        path(shape, weave) +
        (form === 1
          ? rect(160, 452, 480, 110, 44, pen.down(light(c, 0.1))) +
            rect(160, 452, 480, 110, 44, weave) +
            rect(190, 462, 420, 24, 12, '#fff', opacity(0.3))
          : ellipse(400, 540, 246, 76, dark(c, 0.42)) +
            ellipse(400, 562, 228, 62, pen.ball('#f4ede0')) +
            times(40, (i) =>
              ellipse(220 + ((i * 97) % 360), 530 + ((i * 41) % 66), 9, 6, '#fff', opacity(0.35)),
            ) +
            path(
              'M110 560C112 600 190 652 400 652S688 600 690 560C690 600 640 560 600 590C540 624 260 624 200 590C160 560 112 600 110 560Z',
              pen.down(light(c, 0.04)),
            ) +
            path('M118 560C124 598 200 640 400 640S676 598 684 556', 'none') +
            path(
              'M110 560C112 600 190 652 400 652S688 600 690 560C690 600 640 560 600 590C540 624 260 624 200 590C160 560 112 600 110 560Z',
              weave,
            )) +
        (form === 2
          ? turn(
              -12,
              470,
              540,
              rect(430, 520, 110, 30, 15, '#f2e6cf') +
                ellipse(432, 522, 18, 18, '#f2e6cf') +
                ellipse(432, 548, 18, 18, '#f2e6cf') +
                ellipse(540, 522, 18, 18, '#f2e6cf') +
                ellipse(540, 548, 18, 18, '#f2e6cf'),
            )
          : '') +
        rect(580, 612, 60, 26, 3, '#f4efe4') +
        pen.text(pen.brand, 610, 629, 11, { fill: '#55504a', width: 52 })
      );
    },
  },
  yogamat: {
    scene: 'studio',
    with: ['bottle', 'foamroller'],
    focus: [270, 520, 1.7],
    draw: (pen) => {
      const c = pen.main;
      const base = pen.pick(3) === 1 ? '#c99f6c' : c;
      let spiral = 'M250 520';
      for (let i = 1; i <= 60; i++) {
        const a = i * 0.42;
        const r = 6 + i * 1.62;
        spiral += `L${tenths(250 + Math.cos(a) * r * 0.94)} ${tenths(520 + Math.sin(a) * r)}`;
      }
      return (
        pen.ground(410, 632, 270, 1, 0.1) +
        path('M250 622H700V650Q720 664 760 648L800 690Q640 720 250 640Z', pen.down(c), opacity(0)) +
        path(
          'M250 418H640Q700 420 704 520T640 622H250Z',
          pen.linear(
            [
              [0, dark(base, 0.1)],
              [0.2, light(base, 0.36)],
              [0.5, base],
              [0.9, dark(base, 0.4)],
              [1, dark(base, 0.24)],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        (pen.pick(3) === 1
          ? pen.clip(
              'M250 418H640Q700 420 704 520T640 622H250Z',
              pen.speckle(250, 418, 450, 204, '#6d4c2a', 120),
            )
          : '') +
        (pen.pick(3) === 2
          ? times(4, (i) => stroke(`M${350 + i * 86} 420q60 100 0 200`, light(c, 0.5), 3, opacity(0.7)))
          : '') +
        ellipse(250, 520, 96, 102, dark(c, 0.16)) +
        stroke(spiral, light(c, 0.34), 7) +
        stroke(spiral, dark(c, 0.5), 2.5) +
        ellipse(250, 520, 96, 102, 'none', `stroke="${light(c, 0.3)}" stroke-width="4"`) +
        [380, 590]
          .map((x) =>
            path(
              `M${x} 414Q${x + 56} 420 ${x + 58} 520T${x} 626h26Q${x + 84} 620 ${x + 84} 520T${x + 26} 414Z`,
              pen.linear(
                [
                  [0, light(pen.accent, 0.2)],
                  [0.5, pen.accent],
                  [1, dark(pen.accent, 0.4)],
                ],
                0,
                0,
                0,
                1,
              ),
            ),
          )
          .join('') +
        stroke('M402 414C430 280 570 280 606 414', dark(pen.accent, 0.25), 17) +
        stroke('M402 410C432 278 568 278 604 410', light(pen.accent, 0.2), 5)
      );
    },
  },
  sleepingbag: {
    scene: 'meadow',
    with: ['tent', 'flask'],
    focus: [400, 330, 1.5],
    scale: 0.85,
    draw: (pen) => {
      const c = pen.main;
      const a = pen.accent;
      const form = pen.pick(3);
      if (form === 2) return quilt(pen);
      const bag =
        'M300 150Q400 96 500 150Q566 220 560 340Q548 520 500 640Q480 690 400 690T300 640Q252 520 240 340Q234 220 300 150Z';
      return (
        pen.lift(path(bag, pen.face(c, 1.2)), 16) +
        pen.clip(
          bag,
          times(11, (i) => {
            const y = 250 + i * 40;
            return (
              stroke(`M220 ${y}Q400 ${y + 34} 580 ${y}`, dark(c, 0.5), 3, opacity(0.7)) +
              path(
                `M220 ${y}Q400 ${y + 34} 580 ${y}V${y + 18}Q400 ${y + 52} 220 ${y + 18}Z`,
                '#fff',
                opacity(0.14),
              ) +
              path(
                `M220 ${y - 16}Q400 ${y + 18} 580 ${y - 16}V${y}Q400 ${y + 34} 220 ${y}Z`,
                dark(c, 0.8),
                opacity(0.14),
              )
            );
          }) +
            (form === 1
              ? times(3, (i) =>
                  stroke(
                    `M${310 + i * 62} 320Q${318 + i * 58} 500 ${338 + i * 40} 690`,
                    dark(c, 0.5),
                    3,
                    opacity(0.6),
                  ),
                )
              : '') +
            path('M430 330Q440 520 400 700H470V300Z', a, opacity(0.9)) +
            rect(
              0,
              0,
              800,
              800,
              0,
              pen.linear([
                [0.25, '#fff', 0.3],
                [0.5, '#fff', 0],
                [0.8, '#1c1420', 0.3],
              ]),
            ),
        ) +
        ellipse(400, 236, 98, 92, dark(c, 0.4)) +
        ellipse(400, 244, 84, 78, pen.ball(a)) +
        ellipse(400, 270, 62, 42, light(a, 0.4)) +
        stroke('M320 196Q400 128 480 196', light(c, 0.3), 6, opacity(0.7)) +
        stroke('M452 316Q462 420 446 500', '#2a2b30', 7, 'stroke-dasharray="3 5"') +
        rect(440, 496, 14, 30, 5, '#d9b25c') +
        pen.text(pen.brand, 340, 470, 24, { fill: pen.inkOn(c), weight: 600, width: 150 })
      );
    },
  },
};

import type { Family } from '../archetype.ts';
import { dark, light } from '../colour.ts';
import type { Pen } from '../pen.ts';
import { ellipse, group, opacity, path, rect, stroke, times } from '../shapes.ts';

const HANGER =
  stroke('M400 96q-2 -44 26 -40q22 8 4 34q-30 20 -30 44', '#8d8f94', 6) +
  stroke('M270 190Q400 110 530 190', '#b98655', 13) +
  stroke('M272 186Q400 108 528 186', '#e2bf8f', 4);

/** Cloth with weave, folds and the light of the room. */
const cloth = (pen: Pen, d: string, tone: string, folds = '', over = ''): string =>
  path(d, pen.face(tone, 1.1)) +
  pen.clip(
    d,
    over +
      rect(0, 0, 800, 800, 0, pen.weave(tone, 5)) +
      (folds ? stroke(folds, dark(tone, 0.6), 13, `opacity=".26" ${pen.blur(7)}`) : '') +
      ellipse(
        300,
        260,
        200,
        240,
        pen.radial([
          [0, '#fff', 0.28],
          [1, '#fff', 0],
        ]),
      ),
  );
const seam = (d: string, tone: string): string =>
  stroke(d, dark(tone, 0.4), 2.5, 'opacity=".7" stroke-dasharray="7 4"');

export const GARMENTS: Family = {
  tshirt: {
    scene: 'wall',
    focus: [400, 280, 1.7],
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(4);
      const body =
        'M316 168Q400 226 484 168L570 206Q636 240 668 352L582 392L558 330Q552 500 566 676Q400 700 234 676Q248 500 242 330L218 392L132 352Q164 240 230 206Z';
      const over =
        form === 1 ? times(11, (i) => rect(100, 240 + i * 44, 600, 15, 0, pen.accent, opacity(0.85))) : '';
      return pen.lift(
        HANGER +
          path('M316 168Q400 120 484 168Q400 240 316 168Z', dark(c, 0.5)) +
          cloth(
            pen,
            body,
            c,
            'M250 360Q300 480 270 660M548 360Q520 500 540 660M330 300Q400 380 380 640',
            over,
          ) +
          stroke('M308 168Q400 248 492 168', dark(c, 0.16), 15) +
          stroke('M304 172Q400 262 496 172', dark(c, 0.45), 2, opacity(0.6)) +
          (form === 2
            ? path('M446 330h76v70l-38 18l-38 -18z', dark(c, 0.08)) +
              seam('M446 332h76v68l-38 18l-38 -18z', c)
            : form === 3
              ? ellipse(400, 400, 78, 78, pen.accent) +
                path('M322 420Q370 350 410 400T478 412A78 78 0 0 1 322 420Z', dark(pen.accent, 0.4)) +
                ellipse(424, 366, 18, 18, light(pen.accent, 0.7))
              : '') +
          seam('M236 658Q400 680 564 658M228 378L150 342M572 378L650 342', c),
        16,
      );
    },
  },
  hoodie: {
    scene: 'wall',
    focus: [400, 280, 1.6],
    draw: (pen) => {
      const c = pen.main;
      const zip = pen.pick(3) === 1;
      const body =
        'M300 190Q400 250 500 190L580 226Q640 262 690 560Q664 590 620 586L566 400Q560 560 568 664H232Q240 560 234 400L180 586Q136 590 110 560Q160 262 220 226Z';
      return pen.lift(
        cloth(
          pen,
          body,
          c,
          'M230 300Q170 440 160 570M570 300Q630 440 640 570M330 330Q380 480 330 640M480 330Q440 480 500 640',
        ) +
          path(
            'M300 200Q290 96 400 92Q510 96 500 200Q460 290 400 300Q340 290 300 200Z',
            pen.face(dark(c, 0.06)),
          ) +
          path('M330 196Q326 130 400 128Q474 130 470 196Q440 250 400 262Q360 250 330 196Z', dark(c, 0.55)) +
          path('M338 204Q400 180 462 204Q440 250 400 262Q360 250 338 204Z', dark(c, 0.38)) +
          (zip
            ? rect(394, 262, 12, 402, 0, '#6c7076') +
              times(40, (i) => rect(393, 266 + i * 10, 14, 4, 1, '#c3c7cb'))
            : '') +
          stroke('M362 256Q352 320 360 372M438 256Q450 320 440 380', light(pen.accent, 0.2), 7) +
          rect(355, 368, 10, 18, 3, '#c3a15c') +
          rect(435, 376, 10, 18, 3, '#c3a15c') +
          path('M290 500H510L550 590V640H250V590Z', dark(c, 0.07)) +
          seam('M290 502H510L548 590M290 502L252 590', c) +
          rect(230, 634, 340, 34, 6, pen.face(dark(c, 0.14))) +
          times(28, (i) => stroke(`M${240 + i * 12} 638v26`, dark(c, 0.5), 2, opacity(0.4))) +
          path('M112 548l66 30l-6 26q-44 4 -68 -28z', dark(c, 0.14)) +
          path('M688 548l-66 30l6 26q44 4 68 -28z', dark(c, 0.2)),
        16,
      );
    },
  },
  jacket: {
    scene: 'wall',
    focus: [400, 330, 1.5],
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      const body =
        'M312 170Q400 200 488 170L576 208Q640 250 690 566L622 590L562 400Q556 540 566 676H234Q244 540 238 400L178 590L110 566Q160 250 224 208Z';
      const quilt =
        form === 2
          ? rect(
              100,
              150,
              600,
              540,
              0,
              pen.pattern(
                54,
                54,
                `<path d="M0 0L54 54M54 0L0 54" stroke="${dark(c, 0.45)}" stroke-opacity=".5" stroke-width="2.5"/>`,
              ),
            )
          : '';
      const closing =
        form === 1
          ? times(6, (i) => ellipse(408, 256 + i * 74, 9, 9, pen.ball('#c9a25b')))
          : rect(394, 200, 12, 474, 0, '#33363c') +
            times(46, (i) => rect(393, 204 + i * 10, 14, 4, 1, form === 0 ? pen.accent : '#b9bdc2'));
      const pocket = (x: number): string =>
        form === 1
          ? path(`M${x} 500h110v100l-16 14h-78l-16 -14z`, dark(c, 0.07)) +
            seam(`M${x + 3} 504h104v94l-16 14h-72l-16 -14z`, c)
          : stroke(`M${x + 20} 480l60 110`, dark(c, 0.5), 9) + stroke(`M${x + 20} 480l60 110`, '#c3c7cb', 3);
      return pen.lift(
        (form === 0
          ? path('M292 190Q270 84 400 80Q530 84 508 190Q400 250 292 190Z', pen.face(dark(c, 0.05))) +
            path('M326 186Q316 116 400 112Q484 116 474 186Q400 226 326 186Z', dark(c, 0.5))
          : path('M330 150Q400 130 470 150L488 176Q400 214 312 176Z', dark(c, 0.5))) +
          cloth(
            pen,
            body,
            c,
            'M230 300Q170 440 150 580M570 300Q630 440 650 580M310 320Q350 480 300 660M490 320Q450 480 510 660',
            quilt,
          ) +
          (form === 0
            ? path(
                'M224 208Q300 170 312 170Q400 200 488 170Q500 170 576 208Q600 226 612 270Q400 330 188 270Q200 226 224 208Z',
                pen.accent,
                opacity(0.92),
              )
            : path(
                'M312 170L280 230L372 270L400 206ZM488 170L520 230L428 270L400 206Z',
                pen.face(dark(c, form === 1 ? 0.22 : 0.1)),
              )) +
          closing +
          pocket(262) +
          group(pocket(262), 'transform="translate(800 0) scale(-1 1)"') +
          seam('M240 660H560M118 552L176 574M682 552L624 574', c) +
          pen.text(pen.brand, 486, 340, 15, { fill: pen.inkOn(c), width: 90 }),
        16,
      );
    },
  },
  dress: {
    scene: 'wall',
    focus: [400, 300, 1.6],
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(4);
      const body = [
        'M330 150L400 250L470 150L520 190Q560 250 580 330L520 350L496 330Q496 400 500 420Q560 560 600 710Q400 740 200 710Q240 560 300 420Q304 400 304 330L280 350L220 330Q240 250 280 190Z',
        'M326 150Q400 210 474 150L506 170Q500 260 520 320Q510 390 512 410Q580 560 610 716Q400 744 190 716Q220 560 288 410Q290 390 280 320Q300 260 294 170Z',
        'M336 130Q344 200 320 230Q400 280 480 230Q456 200 464 130L476 130Q480 200 510 240Q500 330 506 400Q540 560 556 720Q400 744 244 720Q260 560 294 400Q300 330 290 240Q320 200 324 130Z',
        'M330 146Q400 190 470 146L540 190Q590 300 600 420L536 430L512 330Q508 380 512 410Q560 560 580 716Q400 740 220 716Q240 560 288 410Q292 380 288 330L264 430L200 420Q210 300 260 190Z',
      ][form]!;
      const dots =
        pen.seed % 3 === 0
          ? rect(
              150,
              100,
              500,
              640,
              0,
              pen.pattern(
                36,
                36,
                ellipse(9, 9, 4.5, 4.5, light(c, 0.65)) + ellipse(27, 27, 4.5, 4.5, light(c, 0.65)),
              ),
            )
          : pen.seed % 3 === 1
            ? rect(
                150,
                100,
                500,
                640,
                0,
                pen.pattern(
                  70,
                  70,
                  times(
                    5,
                    (i) => `<g transform="rotate(${i * 72} 20 20)">${ellipse(20, 12, 4, 7, pen.accent)}</g>`,
                  ) +
                    ellipse(20, 20, 3, 3, '#f3d58a') +
                    times(
                      5,
                      (i) =>
                        `<g transform="rotate(${i * 72} 54 52)">${ellipse(54, 47, 3, 5, light(c, 0.6))}</g>`,
                    ),
                  12,
                ),
              )
            : '';
      return pen.lift(
        HANGER +
          cloth(
            pen,
            body,
            c,
            'M320 430Q300 580 250 710M400 430Q404 580 390 720M480 430Q510 580 560 710M350 430Q340 600 320 720M450 430Q460 600 470 720',
            dots,
          ) +
          (form === 0 ? stroke('M330 152L452 400', dark(c, 0.4), 3, opacity(0.7)) : '') +
          (form === 3
            ? path('M330 146L350 210L400 176L450 210L470 146Q400 190 330 146Z', dark(c, 0.14)) +
              stroke('M400 180V720', dark(c, 0.4), 3, opacity(0.6)) +
              times(8, (i) => ellipse(400, 216 + i * 62, 6, 6, '#f2ede3'))
            : '') +
          path('M292 396Q400 424 508 396L512 424Q400 452 288 424Z', dark(c, 0.22)) +
          (form === 0
            ? stroke('M470 420Q520 470 500 540M474 420Q540 450 560 520', dark(c, 0.22), 11) +
              ellipse(474, 420, 14, 12, dark(c, 0.28))
            : ''),
        16,
      );
    },
  },
  onesie: {
    scene: 'nursery',
    with: ['plush', 'babybottle'],
    focus: [400, 300, 1.6],
    scale: 0.9,
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      const body =
        form === 1
          ? 'M330 150Q400 200 470 150L560 190Q600 230 640 330L566 370L540 320Q536 440 560 560Q580 640 560 690Q520 710 470 690L440 560H360L330 690Q280 710 240 690Q220 640 240 560Q264 440 260 320L234 370L160 330Q200 230 240 190Z'
          : 'M326 170Q400 226 474 170L566 206Q610 246 640 340L566 380L540 330Q540 460 548 560Q520 640 460 668H340Q280 640 252 560Q260 460 260 330L234 380L160 340Q190 246 234 206Z';
      const mark = pen.accent;
      const print = rect(
        140,
        140,
        520,
        570,
        0,
        pen.pattern(
          84,
          84,
          [
            ellipse(22, 22, 9, 8, mark) +
              ellipse(14, 12, 4, 4, mark) +
              ellipse(30, 12, 4, 4, mark) +
              ellipse(62, 62, 6, 6, dark(c, 0.25)),
            path('M20 8l4 9l10 1l-7 7l2 10l-9 -5l-9 5l2 -10l-7 -7l10 -1z', mark) +
              ellipse(60, 60, 4, 4, dark(c, 0.2)),
            ellipse(20, 24, 12, 7, mark) + ellipse(30, 18, 8, 8, mark) + ellipse(62, 60, 14, 6, '#fff'),
          ][pen.seed % 3]!,
        ),
      );
      return (
        pen.ground(410, 704, 170, 0.3) +
        pen.lift(
          path('M326 166Q400 130 474 166Q400 226 326 166Z', dark(c, 0.4)) +
            cloth(pen, body, c, 'M270 350Q310 460 280 600M530 350Q500 460 520 600', print) +
            stroke('M318 168Q400 244 482 168', light(c, 0.4), 14) +
            stroke('M234 374L166 340M566 374L634 340', light(c, 0.4), 14) +
            (form === 1
              ? stroke('M400 210Q402 420 440 560', '#b9bdc2', 7, 'stroke-dasharray="4 4"')
              : stroke('M252 560Q280 640 340 668H460Q520 640 548 560', light(c, 0.4), 12) +
                [360, 400, 440].map((x) => ellipse(x, 656, 8, 8, pen.ball('#f2ede3'))).join('')),
          12,
        )
      );
    },
  },
  beanie: {
    scene: 'shelf',
    with: ['book', 'vase'],
    focus: [400, 430, 1.6],
    scale: 0.9,
    draw: (pen) => {
      const c = pen.main;
      const form = pen.pick(3);
      const dome = 'M196 540Q176 250 400 240Q624 250 604 540Z';
      const cuff =
        'M176 500Q176 486 192 486Q400 520 608 486Q624 486 624 500V612Q624 630 604 632Q400 664 196 632Q176 630 176 612Z';
      const ribs = (y1: number, y2: number, k: number, w: number): string =>
        times(k, (i) => {
          const f = (i / (k - 1)) * 2 - 1;
          return stroke(
            `M${Math.round(400 + f * 214)} ${y2}Q${Math.round(400 + f * 206)} ${(y1 + y2) / 2} ${Math.round(400 + f * (y1 < 300 ? 60 : 214))} ${y1}`,
            dark(c, 0.5),
            w,
            opacity(0.35),
          );
        });
      return (
        pen.ground(404, 640, 220, 1, 0.1) +
        (form === 2
          ? ellipse(400, 214, 84, 80, pen.ball(pen.accent)) +
            times(46, (i) =>
              stroke(
                `M400 214l${Math.round(Math.cos(i * 0.137 * Math.PI) * (60 + (i % 4) * 10))} ${Math.round(Math.sin(i * 0.137 * Math.PI) * (60 + (i % 4) * 9))}`,
                i % 2 ? light(pen.accent, 0.3) : dark(pen.accent, 0.2),
                5,
                opacity(0.6),
              ),
            )
          : '') +
        path(dome, pen.ball(c)) +
        pen.clip(
          dome,
          rect(170, 230, 460, 330, 0, pen.knit(c, form === 1 ? 14 : 22)) +
            (form === 1 ? ribs(246, 540, 15, 6) : ''),
        ) +
        path(
          cuff,
          pen.linear([
            [0, dark(c, 0.3)],
            [0.3, light(c, 0.22)],
            [0.6, c],
            [1, dark(c, 0.42)],
          ]),
        ) +
        pen.clip(
          cuff,
          rect(170, 480, 460, 180, 0, pen.knit(c, 16)) +
            times(23, (i) => stroke(`M${190 + i * 19} 480V650`, dark(c, 0.55), 5, opacity(0.35))),
        ) +
        path('M176 500Q400 540 624 500V520Q400 560 176 520Z', dark(c, 0.7), opacity(0)) +
        rect(356, 560, 88, 46, 4, '#f2ede1') +
        pen.text(pen.brand, 400, 589, 17, { fill: '#3b3733', font: 'serif', width: 76 })
      );
    },
  },
};

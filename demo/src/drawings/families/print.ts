import { bookTitle } from '../../catalogue/book-titles.ts';
import type { Family } from '../archetype.ts';
import { dark, light, mix } from '../colour.ts';
import type { Pen } from '../pen.ts';
import { el, li, op, pa, rc, times, turn } from '../shapes.ts';

/** Breaks a title into at most three lines of about the same length. */
function lines(title: string): string[] {
  const words = title.split(' ');
  const wanted = title.length > 24 ? 3 : title.length > 11 ? 2 : 1;
  const out: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && `${line} ${word}`.length > title.length / wanted + 3) {
      out.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...out, line];
}

/** Art for a cover of 320 x 460 at (240, 150), by genre. */
function coverArt(p: Pen, genre: number): string {
  const c = p.main;
  const a = p.accent;
  const k = p.seed % 4;
  const night = dark(c, 0.55);
  switch (genre) {
    case 1:
      return (
        rc(
          240,
          150,
          320,
          470,
          0,
          p.lin(
            [
              [0, dark(c, 0.72)],
              [0.6, night],
              [1, c],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        times(50, (i) =>
          el(
            240 + ((i * 97) % 320),
            150 + ((i * 61) % 300),
            1 + (i % 3) * 0.7,
            1 + (i % 3) * 0.7,
            '#fff',
            op(0.7),
          ),
        ) +
        [
          el(400, 400, 104, 104, p.ball(a)) +
            el(
              400,
              400,
              170,
              34,
              'none',
              `stroke="${light(a, 0.4)}" stroke-width="7" transform="rotate(-18 400 400)"`,
            ),
          pa('M240 620L320 430L370 520L430 380L500 500L560 430V620Z', dark(c, 0.8)) +
            el(470, 320, 54, 54, light(a, 0.3)),
          times(7, (i) =>
            el(
              400,
              420,
              26 + i * 22,
              26 + i * 22,
              'none',
              `stroke="${i % 2 ? a : light(c, 0.5)}" stroke-width="${6 - i * 0.6}"`,
            ),
          ) + el(400, 420, 16, 16, '#fff'),
          pa('M400 300L430 470L400 440L370 470Z', light(a, 0.4)) +
            pa('M392 470h16l-8 110z', '#ffb35c') +
            el(330, 540, 150, 80, dark(c, 0.7)),
        ][k]!
      );
    case 2:
      return (
        rc(240, 150, 320, 470, 0, p.face(mix(c, '#f6efe2', 0.2))) +
        el(400, 450, 122, 122, '#fbf7ee') +
        el(400, 450, 104, 104, mix(a, '#fff', 0.3)) +
        [
          times(9, (i) =>
            el(
              360 + (i % 3) * 40,
              412 + Math.floor(i / 3) * 38,
              22,
              20,
              p.ball(['#d9542f', '#8ea64a', '#e9a23a'][i % 3]!),
            ),
          ),
          el(400, 450, 60, 60, p.ball('#f3b733')) +
            times(8, (i) => turn(i * 45, 400, 450, el(400, 378, 12, 24, '#7d9a4a'))),
          times(7, (i) =>
            li(
              `M330 ${410 + i * 13}Q400 ${390 + i * 15} 470 ${410 + i * 13}`,
              i % 2 ? '#e4c98d' : '#d9a860',
              9,
            ),
          ),
          pa('M340 480C340 400 460 400 460 480Z', '#c0562f') +
            times(5, (i) => el(356 + i * 22, 440 - (i % 2) * 14, 10, 10, '#6f8f4a')),
        ][k]!
      );
    case 3:
      return (
        rc(240, 150, 320, 470, 0, mix(c, '#f3ecdc', 0.78)) +
        rc(256, 166, 288, 438, 0, 'none', `stroke="${dark(c, 0.2)}" stroke-width="3"`) +
        [
          times(5, (i) =>
            turn(
              -40 + i * 20,
              400,
              590,
              pa('M400 590C366 520 372 430 400 390C428 430 434 520 400 590Z', i % 2 ? c : dark(c, 0.25)) +
                li('M400 586V400', '#fff', 2, op(0.5)),
            ),
          ),
          el(400, 450, 70, 52, c) +
            el(452, 412, 34, 32, dark(c, 0.2)) +
            pa('M482 410l34 8l-32 10z', '#d9a23a') +
            el(460, 404, 5, 5, '#fff') +
            pa('M340 440Q270 470 250 540Q340 520 400 480Z', dark(c, 0.3)) +
            li('M390 500v50M420 500v50', '#7a5a3a', 5),
          times(9, (i) => turn(i * 40, 400, 460, el(400, 400, 26, 58, i % 2 ? a : light(c, 0.2)))) +
            el(400, 460, 30, 30, '#d9a23a'),
          pa('M300 460Q320 360 400 356T500 460Z', '#b5432f') +
            times(6, (i) => el(340 + i * 24, 400 + (i % 2) * 30, 10, 9, '#f6efe2')) +
            pa('M372 460h56l10 110h-76z', '#f0e6d2'),
        ][k]!
      );
    case 4:
      return (
        rc(
          240,
          150,
          320,
          470,
          0,
          p.lin(
            [
              [0, mix(c, '#cfe4ee', 0.5)],
              [1, mix(c, '#fbeccb', 0.5)],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        el(490, 240, 36, 36, '#fff3c4') +
        pa('M240 540Q320 490 400 530T560 510V620H240Z', mix(c, '#7fa86a', 0.6)) +
        el(400, 480, 74, 84, ['#a8754a', '#8d8f98', '#d07a45', '#efe6d6'][k]!) +
        el(400, 400, 60, 54, ['#b98355', '#9fa1aa', '#dd8950', '#f7f0e2'][k]!) +
        (k === 3
          ? el(374, 330, 14, 46, '#f7f0e2') + el(426, 330, 14, 46, '#f7f0e2')
          : el(352, 358, 20, 20, ['#a8754a', '#8d8f98', '#d07a45', '#fff'][k]!) +
            el(448, 358, 20, 20, ['#a8754a', '#8d8f98', '#d07a45', '#fff'][k]!)) +
        el(380, 396, 6, 7, '#2a2226') +
        el(420, 396, 6, 7, '#2a2226') +
        el(400, 416, 22, 17, '#fdf3e2') +
        el(400, 410, 8, 6, '#3a2a26') +
        pa('M340 450h120l-12 26h-96z', a)
      );
    default:
      return (
        rc(240, 150, 320, 470, 0, p.face(c)) +
        [
          pa('M240 520Q320 470 400 510T560 480V620H240Z', a) +
            pa('M240 560Q340 520 440 556T560 540V620H240Z', dark(c, 0.4)) +
            el(480, 400, 44, 44, light(a, 0.5)),
          times(6, (i) => rc(262 + i * 46, 420 + ((i * 37) % 80), 34, 200, 17, i % 2 ? a : light(c, 0.3))),
          rc(300, 400, 200, 220, 0, dark(c, 0.3)) +
            pa('M290 410L400 320L510 410Z', a) +
            rc(376, 500, 48, 120, 0, light(a, 0.5)) +
            rc(320, 440, 40, 44, 0, '#ffd98a') +
            rc(440, 440, 40, 44, 0, '#ffd98a'),
          times(5, (i) =>
            pa(
              `M${270 + i * 58} 600C${240 + i * 58} 520 ${300 + i * 58} 480 ${270 + i * 58} 390C${330 + i * 58} 470 ${290 + i * 58} 540 ${270 + i * 58} 600Z`,
              i % 2 ? a : light(c, 0.35),
            ),
          ),
        ][k]!
      );
  }
}

export const PRINT: Family = {
  book: {
    scene: 'shelf',
    with: ['candle', 'mug'],
    focus: [400, 330, 1.6],
    draw: (p) => {
      const genre = Math.min(4, p.form);
      const book = bookTitle(genre, p.seed);
      const paper = genre === 3 || genre === 2;
      const ground =
        genre === 1
          ? dark(p.main, 0.7)
          : genre === 3
            ? '#f1eadb'
            : genre === 4
              ? mix(p.main, '#cfe4ee', 0.5)
              : genre === 2
                ? mix(p.main, '#f6efe2', 0.2)
                : p.main;
      const tone = p.inkOn(ground);
      const title = lines(book.title);
      const size = genre === 4 ? 38 : 46;
      const cover = 'M240 150H556Q560 150 560 156V616Q560 620 556 620H240Z';
      return (
        p.ground(424, 640, 206, 1, 0.07) +
        pa('M556 156L596 172V620L560 640L240 636V618Z', '#f3ead8') +
        times(9, (i) => li(`M${562 + i * 4} ${160 + i * 1.6}V${632 - i * 2}`, '#cdbf9f', 1.3)) +
        pa('M594 170L604 176V622L564 644L234 640V622L560 634L594 614Z', dark(p.main, 0.4)) +
        p.clip(cover, coverArt(p, genre)) +
        rc(
          240,
          150,
          20,
          470,
          0,
          p.lin([
            [0, '#000', 0.3],
            [0.5, '#fff', 0.22],
            [1, '#000', 0.16],
          ]),
        ) +
        pa(
          cover,
          p.lin(
            [
              [0, '#fff', 0.22],
              [0.5, '#fff', 0],
              [1, '#1c1018', 0.16],
            ],
            0,
            0,
            1,
            1,
          ),
        ) +
        title
          .map((line, i) =>
            p.text(line, 410, (genre === 4 ? 200 : 214) + i * size * 1.08, size, {
              fill: tone,
              font: genre === 1 ? 'sans' : 'serif',
              weight: genre === 1 ? 700 : paper ? 400 : 600,
              width: 262,
              italic: genre === 4,
            }),
          )
          .join('') +
        p.text(book.author.toUpperCase(), 410, 602, 17, {
          fill: genre === 3 ? dark(p.main, 0.5) : genre === 0 || genre === 1 ? '#fffaf0' : '#2f2a26',
          spacing: 3,
          width: 250,
        })
      );
    },
  },
  notebook: {
    scene: 'tabletop',
    focus: [400, 330, 1.6],
    draw: (p) => {
      const c = p.main;
      const form = p.pick(4);
      const art =
        form === 3
          ? turn(20, 400, 340, rc(396, 200, 12, 240, 3, '#e9b44a') + pa('M396 440l6 24l6 -24z', '#ecd0a4')) +
            pa('M300 470Q360 380 420 440T520 400', 'none', `stroke="${p.inkOn(c)}" stroke-width="4"`)
          : '';
      return (
        turn(
          8,
          400,
          400,
          p.lift(
            rc(232, 140, 356, 524, 12, dark(c, 0.5)) +
              rc(230, 146, 352, 510, 6, '#f4ecdb') +
              times(5, (i) => rc(566 + i * 3, 150, 1.5, 502, 0, '#cfc2a6')) +
              rc(222, 132, 350, 524, 12, p.face(c, 1.1)) +
              rc(222, 132, 350, 524, 12, form === 1 ? p.weave(c, 5) : 'none') +
              rc(
                222,
                132,
                40,
                524,
                10,
                p.lin([
                  [0, '#000', 0.26],
                  [0.6, '#fff', 0.14],
                  [1, '#000', 0.18],
                ]),
              ) +
              rc(
                522,
                128,
                16,
                532,
                3,
                p.lin([
                  [0, light(p.accent, 0.2)],
                  [1, dark(p.accent, 0.2)],
                ]),
              ) +
              pa('M330 656V720L340 708L350 720V656Z', p.accent) +
              art +
              (form === 3
                ? ''
                : rc(316, 260, 150, 84, 3, '#fbf6ea') +
                  p.text(p.brand, 391, 296, 20, { fill: '#33302c', font: 'serif', width: 130 }) +
                  p.text(['DOTTED', 'LINEN', 'LINED'][form]!, 391, 324, 12, {
                    fill: '#8a8279',
                    spacing: 3,
                  })) +
              rc(
                222,
                132,
                350,
                524,
                12,
                p.lin(
                  [
                    [0, '#fff', 0.28],
                    [0.5, '#fff', 0],
                    [1, '#1c1018', 0.14],
                  ],
                  0,
                  0,
                  1,
                  1,
                ),
              ),
            16,
          ),
        ) +
        p.lift(
          turn(
            -58,
            640,
            560,
            rc(
              560,
              552,
              180,
              17,
              8,
              p.lin(
                [
                  [0, '#54565c'],
                  [1, '#1d1e22'],
                ],
                0,
                0,
                0,
                1,
              ),
            ) +
              rc(700, 550, 26, 21, 3, '#d2b06a') +
              pa('M560 552L528 560.500L560 569Z', '#d2b06a'),
          ),
          8,
        )
      );
    },
  },
  fountainpen: {
    scene: 'tabletop',
    focus: [230, 500, 1.8],
    draw: (p) => {
      const c = p.main;
      const gold = p.seed % 2 ? '#d8b56a' : '#c9ccd0';
      const g = p.lin(
        [
          [0, dark(c, 0.2)],
          [0.25, light(c, 0.55)],
          [0.45, c],
          [1, dark(c, 0.55)],
        ],
        0,
        0,
        0,
        1,
      );
      const m = p.lin(
        [
          [0, dark(gold, 0.2)],
          [0.3, light(gold, 0.7)],
          [0.6, gold],
          [1, dark(gold, 0.5)],
        ],
        0,
        0,
        0,
        1,
      );
      const roller = p.pick(3) === 1;
      return p.pick(3) === 2
        ? turn(
            -28,
            400,
            400,
            p.lift(
              rc(210, 370, 400, 62, 31, g) +
                rc(396, 366, 22, 70, 4, m) +
                rc(590, 384, 30, 34, 10, m) +
                pa('M420 366Q520 350 570 362L572 376L424 384Z', m) +
                rc(240, 380, 130, 8, 4, '#fff', op(0.5)),
              16,
            ),
          )
        : turn(
            -28,
            400,
            400,
            p.lift(
              (roller
                ? pa('M160 392L96 400L160 410Z', m)
                : pa('M170 376Q110 384 70 400Q110 418 170 424Z', m) +
                  li('M84 400H140', '#5a4a2a', 2.5) +
                  el(142, 400, 5, 5, '#5a4a2a')) +
                pa(
                  'M160 372L260 364V438L160 428Z',
                  p.lin(
                    [
                      [0, '#4b4d53'],
                      [0.3, '#8b8f96'],
                      [1, '#17181b'],
                    ],
                    0,
                    0,
                    0,
                    1,
                  ),
                ) +
                rc(256, 362, 14, 78, 3, m) +
                pa('M268 362H560Q640 366 650 401Q640 436 560 440H268Z', g) +
                rc(540, 360, 9, 82, 2, m) +
                rc(290, 372, 230, 9, 4, '#fff', op(0.5)) +
                p.text(p.brand, 420, 412, 18, { fill: p.inkOn(c), font: 'serif', width: 150 }),
              16,
            ) +
              p.lift(
                rc(330, 520, 280, 76, 38, g) +
                  rc(330, 516, 20, 84, 4, m) +
                  rc(366, 516, 8, 84, 2, m) +
                  pa('M560 512Q470 496 400 510L400 526L560 530Z', m) +
                  el(400, 518, 9, 9, gold) +
                  rc(390, 532, 170, 8, 4, '#fff', op(0.4)),
                16,
              ),
          );
    },
  },
  pencils: {
    scene: 'tabletop',
    focus: [400, 260, 1.6],
    draw: (p) => {
      const graphite = p.pick(3) === 1;
      const rainbow = [
        '#d2473e',
        '#e98236',
        '#efb42d',
        '#a2bf3f',
        '#4f9d69',
        '#21968f',
        '#3f83c4',
        '#315fbd',
        '#7b60b8',
        '#c4558f',
        '#8a5a3c',
        '#3b3c41',
      ];
      return turn(
        -6,
        400,
        400,
        p.lift(
          rc(120, 250, 560, 420, 18, p.face(dark('#c3c8cd', 0.12))) +
            rc(134, 264, 532, 392, 12, '#efe9dd') +
            times(12, (i) => {
              const tone = graphite ? mix(p.main, '#26282d', i / 14) : rainbow[i]!;
              const x = 146 + i * 43;
              const up = (i * 29) % 26;
              return (
                rc(x, 250 - up + 90, 36, 320 + up, 3, p.cyl(tone)) +
                li(`M${x + 12} ${344 - up}V652M${x + 24} ${344 - up}V652`, dark(tone, 0.35), 1.5, op(0.5)) +
                pa(
                  `M${x} ${342 - up}Q${x + 6} ${334 - up} ${x + 12} ${342 - up}Q${x + 18} ${334 - up} ${x + 24} ${342 - up}Q${x + 30} ${334 - up} ${x + 36} ${342 - up}L${x + 22} ${286 - up}H${x + 14}Z`,
                  p.lin([
                    [0, '#c99a66'],
                    [0.4, '#f0d9b4'],
                    [1, '#b98655'],
                  ]),
                ) +
                pa(
                  `M${x + 13} ${290 - up}L${x + 18} ${268 - up}L${x + 23} ${290 - up}Z`,
                  graphite ? '#3a3b40' : tone,
                )
              );
            }) +
            rc(120, 540, 560, 130, 12, p.face(p.main)) +
            rc(120, 540, 560, 10, 4, '#fff', op(0.35)) +
            p.text(p.brand, 400, 604, 38, { fill: p.inkOn(p.main), font: 'serif', width: 300 }) +
            p.text(['COLORED PENCILS', 'GRAPHITE PENCILS', 'WATERCOLOR PENCILS'][p.pick(3)]!, 400, 640, 16, {
              fill: p.inkOn(p.main),
              spacing: 4,
            }),
          14,
        ),
      );
    },
  },
  boardgame: {
    scene: 'tabletop',
    focus: [400, 400, 1.5],
    scale: 0.98,
    draw: (p) => {
      const c = p.main;
      const a = p.accent;
      const k = p.seed % 4;
      const name = [
        'Harvest Moon Road',
        'The Lost Ferry',
        'Nine Lanterns',
        'Copper & Crown',
        'Tiny Kingdoms',
        'Silk Harbor',
        'Fox in the Mill',
        'Sky Orchard',
        'Tidebound',
        'The Last Bakery',
        'Moss & Marble',
        'Owl Court',
      ][(p.seed >> 2) % 12]!;
      const art = [
        pa('M150 520L260 380L330 450L440 320L560 460L650 400V560H150Z', dark(c, 0.4)) +
          el(520, 300, 54, 54, light(a, 0.4)) +
          pa('M150 540Q300 500 420 540T650 530V640H150Z', a),
        times(19, (i) =>
          pa(
            'M0 -38L33 -19V19L0 38L-33 19V-19Z',
            [a, light(c, 0.3), dark(c, 0.3), mix(c, a, 0.5)][i % 4]!,
            `transform="translate(${232 + (i % 5) * 72 + (Math.floor(i / 5) % 2) * 36} ${340 + Math.floor(i / 5) * 64})"`,
          ),
        ),
        pa('M300 560V400H330V360H360V400H440V360H470V400H500V560Z', dark(c, 0.5)) +
          pa('M380 560V500Q400 470 420 500V560Z', a) +
          pa('M400 360V290L450 306L400 322Z', a) +
          el(560, 320, 36, 36, light(a, 0.5)),
        times(
          9,
          (i) =>
            el(
              220 + ((i * 97) % 380),
              340 + ((i * 61) % 200),
              26 + (i % 3) * 12,
              30 + (i % 3) * 12,
              light(a, 0.2),
              op(0.85),
            ) + el(220 + ((i * 97) % 380), 340 + ((i * 61) % 200), 60, 60, a, op(0.16)),
        ),
      ][k]!;
      return (
        turn(
          -5,
          400,
          400,
          p.lift(
            rc(166, 170, 500, 500, 6, dark(c, 0.55)) +
              rc(150, 152, 500, 500, 5, p.face(c)) +
              p.clip(
                'M150 152h500v500h-500z',
                el(
                  400,
                  420,
                  330,
                  330,
                  p.rad([
                    [0, light(c, 0.35)],
                    [1, c, 0],
                  ]),
                ) + art,
              ) +
              rc(
                150,
                152,
                500,
                500,
                5,
                'none',
                `stroke="${light(c, 0.5)}" stroke-opacity=".5" stroke-width="4"`,
              ) +
              p.text(name, 400, 246, 58, { fill: p.inkOn(c), font: 'serif', weight: 700, width: 430 }) +
              p.text(
                ['A GAME OF BOLD PLANS', 'A GAME OF CLEVER TRADES', 'THE PARTY GAME', 'PLAY TOGETHER'][
                  p.pick(4)
                ]!,
                400,
                280,
                16,
                { fill: p.inkOn(c), spacing: 4, width: 380 },
              ) +
              rc(170, 602, 460, 34, 17, dark(c, 0.5), op(0.8)) +
              p.text(p.brand, 260, 625, 17, { fill: '#fff', width: 140 }) +
              p.text('2-5 PLAYERS   45 MIN   AGE 8+', 500, 624, 13, { fill: '#fff', spacing: 1 }) +
              rc(
                150,
                152,
                500,
                500,
                5,
                p.lin(
                  [
                    [0, '#fff', 0.26],
                    [0.5, '#fff', 0],
                    [1, '#1c1018', 0.2],
                  ],
                  0,
                  0,
                  1,
                  1,
                ),
              ),
            18,
          ),
        ) +
        p.lift(
          [
            [640, 690, '#d2473e'],
            [700, 640, '#315fbd'],
            [90, 700, '#efb42d'],
          ]
            .map(([x, y, t]) => pa(`M${x} ${Number(y) - 30}a15 15 0 1 1 1 0l20 38h-42z`, p.face(String(t))))
            .join('') +
            turn(
              20,
              130,
              640,
              rc(70, 590, 50, 50, 9, p.face('#fbf7ee')) +
                [
                  [84, 604],
                  [106, 626],
                  [95, 615],
                ]
                  .map(([x, y]) => el(x!, y!, 5, 5, '#2a2226'))
                  .join(''),
            ),
          7,
        )
      );
    },
  },
  puzzle: {
    scene: 'tabletop',
    focus: [400, 430, 1.5],
    draw: (p) => {
      const c = p.main;
      const a = p.accent;
      const scenery =
        rc(
          130,
          200,
          540,
          400,
          0,
          p.lin(
            [
              [0, mix(c, '#bfdceb', 0.6)],
              [1, mix(a, '#fdf0d5', 0.6)],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        el(520, 290, 44, 44, '#fff3c4') +
        pa('M130 470L250 320L330 410L440 290L560 430L670 360V600H130Z', mix(c, '#5a7484', 0.5)) +
        pa('M130 500Q260 440 400 490T670 470V600H130Z', c) +
        pa('M130 550Q300 510 460 546T670 530V600H130Z', dark(c, 0.35)) +
        [210, 260, 560, 600].map((x, i) => pa(`M${x} ${540 - i * 6}l24 -70l24 70z`, dark(c, 0.5))).join('') +
        rc(380, 470, 60, 44, 0, '#f6efe2') +
        pa('M370 472l40 -34l40 34z', '#c0562f');
      const w = 67.5;
      const h = 80;
      let cuts = '';
      for (let i = 1; i < 8; i++)
        for (let r = 0; r < 5; r++) {
          const s = (i * 7 + r * 3 + p.seed) % 2 ? 1 : -1;
          const x = 130 + i * w;
          const y = 200 + r * h;
          cuts += `M${x} ${y}v26q${s * 22} -8 ${s * 20} 14t${s * -20} 14v26`;
        }
      for (let r = 1; r < 5; r++)
        for (let i = 0; i < 8; i++) {
          const s = (i * 5 + r * 3 + p.seed) % 2 ? 1 : -1;
          const x = 130 + i * w;
          const y = 200 + r * h;
          cuts += `M${x} ${y}h22q-8 ${s * 20} 12 ${s * 18}t12 ${s * -18}h21`;
        }
      const piece = (x: number, y: number, angle: number, tone: string): string =>
        turn(
          angle,
          x,
          y,
          p.lift(
            pa(
              `M${x - 36} ${y - 36}h24q-10 -24 12 -24t12 24h24v24q24 -10 24 12t-24 12v24h-72v-24q22 10 22 -12t-22 -12z`,
              p.face(tone),
            ),
            7,
          ),
        );
      return (
        turn(
          -4,
          400,
          400,
          p.lift(
            p.clip(
              'M130 200H670V520H602.500V600H130Z',
              scenery +
                li(cuts, '#20303a', 2.2, op(0.4)) +
                li(cuts, '#fff', 1, 'opacity=".5" transform="translate(-1.500 -1.500)"'),
            ),
            10,
          ),
        ) +
        piece(640, 620, 24, dark(c, 0.2)) +
        piece(130, 680, -18, mix(a, '#fdf0d5', 0.4)) +
        piece(520, 700, 48, mix(c, '#5a7484', 0.4)) +
        piece(250, 126, 12, mix(c, '#bfdceb', 0.5))
      );
    },
  },
};

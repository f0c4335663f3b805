import type { Family } from '../archetype.ts';
import { dark, light, mix } from '../colour.ts';
import { ellipse, opacity, path, rect, stroke, times, turn } from '../shapes.ts';

export const TABLE_GAMES: Family = {
  boardgame: {
    scene: 'tabletop',
    focus: [400, 400, 1.5],
    scale: 0.98,
    draw: (pen) => {
      const c = pen.main;
      const a = pen.accent;
      const k = pen.seed % 4;
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
      ][(pen.seed >> 2) % 12]!;
      const art = [
        path('M150 520L260 380L330 450L440 320L560 460L650 400V560H150Z', dark(c, 0.4)) +
          ellipse(520, 300, 54, 54, light(a, 0.4)) +
          path('M150 540Q300 500 420 540T650 530V640H150Z', a),
        times(19, (i) =>
          path(
            'M0 -38L33 -19V19L0 38L-33 19V-19Z',
            [a, light(c, 0.3), dark(c, 0.3), mix(c, a, 0.5)][i % 4]!,
            `transform="translate(${232 + (i % 5) * 72 + (Math.floor(i / 5) % 2) * 36} ${340 + Math.floor(i / 5) * 64})"`,
          ),
        ),
        path('M300 560V400H330V360H360V400H440V360H470V400H500V560Z', dark(c, 0.5)) +
          path('M380 560V500Q400 470 420 500V560Z', a) +
          path('M400 360V290L450 306L400 322Z', a) +
          ellipse(560, 320, 36, 36, light(a, 0.5)),
        times(
          9,
          (i) =>
            ellipse(
              220 + ((i * 97) % 380),
              340 + ((i * 61) % 200),
              26 + (i % 3) * 12,
              30 + (i % 3) * 12,
              light(a, 0.2),
              opacity(0.85),
            ) + ellipse(220 + ((i * 97) % 380), 340 + ((i * 61) % 200), 60, 60, a, opacity(0.16)),
        ),
      ][k]!;
      return (
        turn(
          -5,
          400,
          400,
          pen.lift(
            rect(166, 170, 500, 500, 6, dark(c, 0.55)) +
              rect(150, 152, 500, 500, 5, pen.face(c)) +
              pen.clip(
                'M150 152h500v500h-500z',
                ellipse(
                  400,
                  420,
                  330,
                  330,
                  pen.radial([
                    [0, light(c, 0.35)],
                    [1, c, 0],
                  ]),
                ) + art,
              ) +
              rect(
                150,
                152,
                500,
                500,
                5,
                'none',
                `stroke="${light(c, 0.5)}" stroke-opacity=".5" stroke-width="4"`,
              ) +
              pen.text(name, 400, 246, 58, { fill: pen.inkOn(c), font: 'serif', weight: 700, width: 430 }) +
              pen.text(
                ['A GAME OF BOLD PLANS', 'A GAME OF CLEVER TRADES', 'THE PARTY GAME', 'PLAY TOGETHER'][
                  pen.pick(4)
                ]!,
                400,
                280,
                16,
                { fill: pen.inkOn(c), spacing: 4, width: 380 },
              ) +
              rect(170, 602, 460, 34, 17, dark(c, 0.5), opacity(0.8)) +
              pen.text(pen.brand, 260, 625, 17, { fill: '#fff', width: 140 }) +
              pen.text('2-5 PLAYERS   45 MIN   AGE 8+', 500, 624, 13, { fill: '#fff', spacing: 1 }) +
              rect(
                150,
                152,
                500,
                500,
                5,
                pen.linear(
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
        pen.lift(
          [
            [640, 690, '#d2473e'],
            [700, 640, '#315fbd'],
            [90, 700, '#efb42d'],
          ]
            .map(([x, y, t]) =>
              path(`M${x} ${Number(y) - 30}a15 15 0 1 1 1 0l20 38h-42z`, pen.face(String(t))),
            )
            .join('') +
            turn(
              20,
              130,
              640,
              rect(70, 590, 50, 50, 9, pen.face('#fbf7ee')) +
                [
                  [84, 604],
                  [106, 626],
                  [95, 615],
                ]
                  .map(([x, y]) => ellipse(x!, y!, 5, 5, '#2a2226'))
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
    draw: (pen) => {
      const c = pen.main;
      const a = pen.accent;
      const scenery =
        rect(
          130,
          200,
          540,
          400,
          0,
          pen.linear(
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
        ellipse(520, 290, 44, 44, '#fff3c4') +
        path('M130 470L250 320L330 410L440 290L560 430L670 360V600H130Z', mix(c, '#5a7484', 0.5)) +
        path('M130 500Q260 440 400 490T670 470V600H130Z', c) +
        path('M130 550Q300 510 460 546T670 530V600H130Z', dark(c, 0.35)) +
        [210, 260, 560, 600]
          .map((x, i) => path(`M${x} ${540 - i * 6}l24 -70l24 70z`, dark(c, 0.5)))
          .join('') +
        rect(380, 470, 60, 44, 0, '#f6efe2') +
        path('M370 472l40 -34l40 34z', '#c0562f');
      const w = 67.5;
      const h = 80;
      let cuts = '';
      for (let i = 1; i < 8; i++)
        for (let r = 0; r < 5; r++) {
          const s = (i * 7 + r * 3 + pen.seed) % 2 ? 1 : -1;
          const x = 130 + i * w;
          const y = 200 + r * h;
          cuts += `M${x} ${y}v26q${s * 22} -8 ${s * 20} 14t${s * -20} 14v26`;
        }
      for (let r = 1; r < 5; r++)
        for (let i = 0; i < 8; i++) {
          const s = (i * 5 + r * 3 + pen.seed) % 2 ? 1 : -1;
          const x = 130 + i * w;
          const y = 200 + r * h;
          cuts += `M${x} ${y}h22q-8 ${s * 20} 12 ${s * 18}t12 ${s * -18}h21`;
        }
      const piece = (x: number, y: number, angle: number, tone: string): string =>
        turn(
          angle,
          x,
          y,
          pen.lift(
            path(
              `M${x - 36} ${y - 36}h24q-10 -24 12 -24t12 24h24v24q24 -10 24 12t-24 12v24h-72v-24q22 10 22 -12t-22 -12z`,
              pen.face(tone),
            ),
            7,
          ),
        );
      return (
        turn(
          -4,
          400,
          400,
          pen.lift(
            pen.clip(
              'M130 200H670V520H602.500V600H130Z',
              scenery +
                stroke(cuts, '#20303a', 2.2, opacity(0.4)) +
                stroke(cuts, '#fff', 1, 'opacity=".5" transform="translate(-1.500 -1.500)"'),
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

import type { Family } from '../archetype.ts';
import { dark, light, mix } from '../colour.ts';
import { ellipse, group, opacity, path, rect, stroke, times, turn } from '../shapes.ts';
import { coverAnimal } from './cover-animals.ts';

type Art = (c: string, a: string) => string;

const hills: Art = (c, a) =>
  ellipse(520, 330, 54, 54, light(a, 0.4)) +
  path('M150 520L260 380L330 450L440 340L560 460L650 400V560H150Z', dark(c, 0.4)) +
  path('M150 540Q300 500 420 540T650 530V652H150Z', a) +
  stroke('M400 652Q350 590 420 560T400 524', light(a, 0.5), 16);

const tiles: Art = (c, a) =>
  times(19, (i) =>
    path(
      'M0 -38L33 -19V19L0 38L-33 19V-19Z',
      [a, light(c, 0.3), dark(c, 0.3), mix(c, a, 0.5)][i % 4]!,
      `transform="translate(${232 + (i % 5) * 72 + (Math.floor(i / 5) % 2) * 36} ${340 + Math.floor(i / 5) * 64})"`,
    ),
  );

const castle: Art = (c, a) =>
  path('M300 590V400H330V360H360V400H440V360H470V400H500V590Z', dark(c, 0.5)) +
  path('M380 590V510Q400 480 420 510V590Z', a) +
  path('M400 360V300L450 316L400 332Z', a) +
  ellipse(560, 340, 36, 36, light(a, 0.5)) +
  path('M150 590Q400 560 650 590V652H150Z', dark(c, 0.25));

const lanterns: Art = (c, a) =>
  times(9, (i) => {
    const x = 210 + (i % 5) * 95 + (i > 4 ? 48 : 0);
    const y = 380 + (i > 4 ? 130 : 0) + ((i * 29) % 40);
    return (
      ellipse(x, y, 58, 58, light(a, 0.3), opacity(0.25)) +
      stroke(`M${x} ${y - 40}V310`, dark(c, 0.4), 2.5) +
      path(
        `M${x - 24} ${y - 30}H${x + 24}L${x + 32} ${y}L${x + 24} ${y + 34}H${x - 24}L${x - 32} ${y}Z`,
        light(a, 0.2),
      ) +
      path(`M${x - 24} ${y - 30}h48l-5 -12h-38zM${x - 24} ${y + 34}h48l-5 10h-38z`, dark(c, 0.5)) +
      ellipse(x, y + 4, 10, 18, '#fff6d0')
    );
  });

const waves = (c: string, a: string): string =>
  times(3, (i) =>
    path(
      `M150 ${540 + i * 34}q25 -22 50 0t50 0t50 0t50 0t50 0t50 0t50 0t50 0t50 0t50 0V652H150Z`,
      [light(c, 0.3), mix(c, a, 0.4), dark(c, 0.35)][i]!,
    ),
  );

const ship: Art = (c, a) =>
  ellipse(540, 350, 44, 44, light(a, 0.5)) +
  path('M250 480H540L500 560H290Z', dark(c, 0.55)) +
  rect(300, 430, 180, 52, 6, light(a, 0.35)) +
  times(4, (i) => rect(316 + i * 40, 444, 24, 20, 4, dark(c, 0.45))) +
  rect(392, 370, 44, 62, 4, a) +
  rect(392, 384, 44, 12, 0, '#fff', opacity(0.7)) +
  waves(c, a);

const tide: Art = (c, a) => ellipse(400, 440, 100, 100, light(a, 0.5)) + waves(c, a);

const crown: Art = (c, a) =>
  path('M260 540L240 380L330 450L400 340L470 450L560 380L540 540Z', a) +
  rect(256, 540, 288, 36, 8, dark(a, 0.2)) +
  [240, 400, 560].map((x) => ellipse(x, x === 400 ? 334 : 374, 20, 20, light(a, 0.4))).join('') +
  times(5, (i) => ellipse(290 + i * 55, 558, 11, 11, dark(c, 0.5)));

const orchard: Art = (c, a) =>
  times(3, (i) => {
    const x = 250 + i * 150;
    const y = 420 + (i % 2) * 60;
    return (
      ellipse(x, y + 120, 74, 20, light(c, 0.5)) +
      rect(x - 9, y + 30, 18, 88, 4, dark(c, 0.55)) +
      ellipse(x, y, 66, 62, mix('#6f9160', c, 0.25)) +
      times(6, (k) => ellipse(x - 36 + ((k * 29) % 76), y - 30 + ((k * 17) % 60), 9, 9, a))
    );
  });

const bakery: Art = (c, a) =>
  path('M250 560C230 440 300 400 400 400S570 440 550 560Z', mix('#c98b4a', c, 0.15)) +
  [310, 390, 470].map((x) => stroke(`M${x} 440q30 30 10 76`, light('#e9c893', 0.3), 14)).join('') +
  rect(210, 560, 380, 22, 10, dark(c, 0.45)) +
  times(3, (i) => stroke(`M${340 + i * 60} 380q-14 -22 0 -40t0 -34`, light(a, 0.4), 8, opacity(0.7)));

const mill: Art = (c, a) =>
  path('M340 600L366 410H434L460 600Z', mix(c, '#8a6a50', 0.55)) +
  path('M356 414L400 360L444 414Z', dark(c, 0.5)) +
  times(4, (i) =>
    turn(20 + i * 90, 400, 420, rect(394, 300, 12, 120, 3, dark(c, 0.6)) + rect(406, 304, 30, 84, 2, a)),
  ) +
  path('M150 596Q400 570 650 596V652H150Z', dark(c, 0.3)) +
  group(coverAnimal('Fox'), 'transform="translate(560 560) scale(.42) translate(-400 -500)"');

const owl: Art = (c, a) =>
  ellipse(400, 480, 150, 150, light(a, 0.35)) +
  group(coverAnimal('Owl'), 'transform="translate(400 480) scale(.95) translate(-400 -460)"') +
  stroke('M200 590H600', dark(c, 0.5), 16);

/** Invented games: what is on the lid is what the name says. */
const GAMES: readonly (readonly [name: string, art: Art])[] = [
  ['Harvest Moon Road', hills],
  ['The Lost Ferry', ship],
  ['Nine Lanterns', lanterns],
  ['Copper & Crown', crown],
  ['Tiny Kingdoms', castle],
  ['Silk Harbor', ship],
  ['Fox in the Mill', mill],
  ['Sky Orchard', orchard],
  ['Tidebound', tide],
  ['The Last Bakery', bakery],
  ['Moss & Marble', tiles],
  ['Owl Court', owl],
];

export const TABLE_GAMES: Family = {
  boardgame: {
    scene: 'tabletop',
    focus: [400, 400, 1.5],
    scale: 0.98,
    draw: (pen) => {
      const c = pen.main;
      const [name, draw] = GAMES[(pen.seed >> 2) % GAMES.length]!;
      const art = draw(c, mix(pen.accent, c, 0.28));
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
              pen.text('ABOUT 45 MINUTES', 520, 624, 13, { fill: '#fff', spacing: 1 }) +
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
      const form = pen.pick(3);
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
      const flat = form === 2 ? 'transform="translate(400 420) scale(1.24 .72) translate(-400 -400)"' : '';
      return (
        turn(
          -4,
          400,
          400,
          pen.lift(
            group(
              pen.clip(
                'M130 200H670V520H602.500V600H130Z',
                (form === 1
                  ? rect(130, 200, 540, 400, 0, '#d8ae80') +
                    group(scenery, opacity(0.62)) +
                    pen.grain(130, 200, 540, 400, '#c99b68', 22)
                  : scenery) +
                  stroke(cuts, '#20303a', 2.2, opacity(0.4)) +
                  stroke(cuts, '#fff', 1, 'opacity=".5" transform="translate(-1.500 -1.500)"'),
              ),
              flat,
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

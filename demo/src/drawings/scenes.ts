/** @file Rooms and places in which products are seen in use. Each is drawn behind the product; `floor` is where it stands. */
import type { SceneName } from './archetype.ts';
import { dark, light, mix } from './colour.ts';
import type { Pen } from './pen.ts';
import { el, gr, li, n, op, pa, rc, times, turn } from './shapes.ts';

export interface Scene {
  /** Where things stand. */
  floor: number;
  /** Size of the product. */
  scale: number;
  /** False where things hang or lie and cast their own shadow. */
  stands: boolean;
  draw: (pen: Pen) => string;
}

const WALLS = ['#e6dccb', '#cfd8cf', '#d5dce2', '#e3cfc2', '#d9d3de', '#dcd6c8', '#c9cfc4', '#e8d9c0'];
const wallOf = (pen: Pen): string => WALLS[(pen.seed >> 3) % WALLS.length]!;

const wash = (pen: Pen, colour: string, y: number, h: number, depth = 0.6): string =>
  rc(
    0,
    y,
    800,
    h,
    0,
    pen.lin(
      [
        [0, light(colour, 0.3 * depth)],
        [0.6, colour],
        [1, dark(colour, 0.24 * depth)],
      ],
      0,
      0,
      1,
      0.7,
    ),
  );

/** Sun through a window, slanting over a wall. */
const sunlight = (pen: Pen, strength = 0.34): string => {
  const pane = (x: number, y: number): string => pa(`M${x} ${y}l120 34v150l-120 -34z`, '#fff6e0');
  return gr(
    pane(60, 60) + pane(196, 98) + pane(60, 228) + pane(196, 266),
    `opacity="${strength}" ${pen.blur(5)}`,
  );
};

const plank = (pen: Pen, y: number, colour: string): string =>
  rc(
    0,
    y,
    800,
    800 - y,
    0,
    pen.lin(
      [
        [0, light(colour, 0.22)],
        [0.5, colour],
        [1, dark(colour, 0.26)],
      ],
      0,
      0,
      0.5,
      1,
    ),
  ) +
  gr(pen.grain(-40, y + 8, 880, 800 - y, colour, 16), op(0.55)) +
  rc(0, y, 800, 5, 0, light(colour, 0.5), op(0.6));

const leafy = (x: number, y: number, s: number, colour: string): string =>
  gr(
    times(9, (i) => {
      const a = -160 + i * 18 + (i % 2) * 8;
      return turn(
        a + 90,
        0,
        0,
        pa(
          'M0 0C-26 -40 -22 -110 0 -150C22 -110 26 -40 0 0Z',
          mix(colour, i % 2 ? '#20402c' : '#a9c38b', 0.25),
        ) + li('M0 0V-140', dark(colour, 0.3), 1.5),
      );
    }),
    `transform="translate(${x} ${y}) scale(${s})"`,
  );

const pottedPlant = (x: number, y: number, s: number, pot: string): string =>
  leafy(x, y - 70 * s, s, '#5f8a5c') +
  pa(`M${x - 42 * s} ${y - 84 * s}h${84 * s}l${-12 * s} ${84 * s}h${-60 * s}z`, pot) +
  rc(x - 47 * s, y - 92 * s, 94 * s, 18 * s, 4, light(pot, 0.15));

const frame = (pen: Pen, x: number, y: number, w: number, h: number, tint: string): string =>
  pen.lift(rc(x, y, w, h, 2, '#caa06c') + rc(x + 8, y + 8, w - 16, h - 16, 0, '#f7f2e8'), 8) +
  el(x + w * 0.42, y + h * 0.42, w * 0.2, w * 0.2, tint, op(0.85)) +
  pa(
    `M${n(x + w * 0.2)} ${n(y + h * 0.78)}q${n(w * 0.3)} ${n(-h * 0.4)} ${n(w * 0.6)} 0z`,
    dark(tint, 0.25),
    op(0.85),
  );

const sky = (pen: Pen, top: string, low: string): string =>
  rc(
    0,
    0,
    800,
    800,
    0,
    pen.lin(
      [
        [0, top],
        [0.62, low],
        [1, low],
      ],
      0,
      0,
      0,
      1,
    ),
  );

const pines = (
  y: number,
  colour: string,
  from: number,
  count: number,
  size: number,
  rng: Pen['rng'],
): string =>
  times(count, (i) => {
    const x = from + i * size * 0.62 + rng.next() * size * 0.3;
    const h = size * (1 + rng.next() * 0.9);
    return times(3, (k) =>
      pa(
        `M${n(x)} ${n(y - h + k * h * 0.22)}l${n(size * (0.2 + k * 0.07))} ${n(h * 0.42)}h${n(-size * (0.4 + k * 0.14))}z`,
        colour,
      ),
    );
  });

const tiles = (pen: Pen, colour: string, w: number, h: number, height: number): string =>
  rc(
    0,
    0,
    800,
    height,
    0,
    pen.pattern(
      w,
      h * 2,
      rc(1, 1, w - 2, h - 2, 2, light(colour, 0.12)) +
        rc(1 - w / 2, h + 1, w - 2, h - 2, 2, colour) +
        rc(1 + w / 2, h + 1, w - 2, h - 2, 2, light(colour, 0.06)),
    ),
  );

export const SCENES: Record<SceneName, Scene> = {
  kitchen: {
    floor: 640,
    scale: 0.74,
    stands: true,
    draw: (pen) => {
      const wall = wallOf(pen);
      return (
        wash(pen, dark(wall, 0.1), 0, 800) +
        tiles(pen, wall, 96, 46, 560) +
        rc(
          0,
          0,
          800,
          560,
          0,
          pen.lin(
            [
              [0, '#fff', 0.4],
              [0.5, '#fff', 0],
              [1, '#241c2b', 0.2],
            ],
            0,
            0,
            1,
            0.6,
          ),
        ) +
        rc(440, 172, 360, 16, 2, '#b98a58') +
        rc(440, 188, 360, 10, 0, '#2a2230', op(0.16)) +
        rc(520, 96, 44, 76, 8, '#e9e2d3') +
        rc(572, 112, 40, 60, 8, pen.blend(0.4)) +
        rc(622, 84, 46, 88, 10, '#8f9b86') +
        pottedPlant(726, 172, 0.6, '#c98d6a') +
        sunlight(pen) +
        plank(pen, 548, '#c79a68')
      );
    },
  },
  table: {
    floor: 640,
    scale: 0.74,
    stands: true,
    draw: (pen) => {
      const wall = wallOf(pen);
      return (
        wash(pen, wall, 0, 800, 0.9) +
        sunlight(pen, 0.5) +
        gr(leafy(740, 560, 1.5, '#7d9a78'), `${pen.blur(7)} opacity=".6"`) +
        rc(
          0,
          530,
          800,
          270,
          0,
          pen.lin(
            [
              [0, '#efe7da'],
              [1, '#d8ccba'],
            ],
            0,
            0,
            0.4,
            1,
          ),
        ) +
        rc(0, 530, 800, 270, 0, pen.weave('#d9cdbb', 9)) +
        pa('M0 700Q200 676 420 706T800 690V800H0Z', '#fff', op(0.22)) +
        rc(0, 530, 800, 4, 0, '#fff', op(0.7))
      );
    },
  },
  livingroom: {
    floor: 664,
    scale: 0.78,
    stands: true,
    draw: (pen) => {
      const wall = wallOf(pen);
      return (
        wash(pen, wall, 0, 560, 0.8) +
        frame(pen, 520, 70, 150, 190, pen.blend(0.3)) +
        frame(pen, 392, 110, 104, 130, pen.accent) +
        sunlight(pen, 0.42) +
        rc(0, 540, 800, 24, 0, light(wall, 0.45)) +
        rc(0, 564, 800, 3, 0, dark(wall, 0.4), op(0.4)) +
        plank(pen, 566, '#b98f63') +
        pottedPlant(92, 606, 1.25, '#d9cfc0') +
        el(410, 700, 370, 62, '#efe6d6') +
        el(410, 700, 340, 54, 'none', 'stroke="#d2c3aa" stroke-width="4"')
      );
    },
  },
  shelf: {
    floor: 610,
    scale: 0.7,
    stands: true,
    draw: (pen) => {
      const wall = wallOf(pen);
      return (
        wash(pen, wall, 0, 800, 1) +
        sunlight(pen, 0.5) +
        times(6, (i) =>
          rc(
            600 + i * 25,
            430 - ((i * 37) % 50),
            23,
            190 + ((i * 37) % 50),
            3,
            [pen.main, '#e7dcc7', '#7c8a86', pen.accent, '#b98868', '#3c4752'][i]!,
            op(0.92),
          ),
        ) +
        rc(
          0,
          620,
          800,
          30,
          0,
          pen.lin(
            [
              [0, '#d7ae7c'],
              [1, '#a97c4d'],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        gr(pen.grain(0, 620, 800, 30, '#b98a58', 5), op(0.6)) +
        rc(0, 650, 800, 34, 0, pen.fade('#2a2230', 0.3, 0, 0, 0, 0, 1)) +
        frame(pen, 66, 410, 150, 210, pen.blend(0.5))
      );
    },
  },
  desk: {
    floor: 650,
    scale: 0.78,
    stands: true,
    draw: (pen) => {
      const wall = wallOf(pen);
      return (
        wash(pen, wall, 0, 800, 0.8) +
        frame(pen, 86, 110, 130, 160, pen.blend(0.4)) +
        sunlight(pen, 0.38) +
        rc(330, 120, 400, 250, 14, '#2b2d33') +
        rc(
          342,
          132,
          376,
          226,
          4,
          pen.lin(
            [
              [0, light(pen.main, 0.5)],
              [1, dark(pen.main, 0.35)],
            ],
            0,
            0,
            1,
            1,
          ),
        ) +
        pa('M342 330Q430 240 520 300T718 230V358H342Z', dark(pen.main, 0.3), op(0.6)) +
        rc(512, 370, 36, 130, 0, '#3a3d44') +
        rc(450, 496, 160, 14, 7, '#3a3d44') +
        plank(pen, 506, '#cfa273') +
        pottedPlant(92, 560, 0.9, '#e8e1d4')
      );
    },
  },
  bathroom: {
    floor: 630,
    scale: 0.74,
    stands: true,
    draw: (pen) =>
      tiles(pen, '#dfe6e2', 110, 110, 560) +
      rc(
        0,
        0,
        800,
        560,
        0,
        pen.lin(
          [
            [0, '#fff', 0.5],
            [0.5, '#fff', 0],
            [1, '#24303a', 0.26],
          ],
          0,
          0,
          1,
          0.6,
        ),
      ) +
      sunlight(pen, 0.55) +
      gr(leafy(760, 520, 1.5, '#6f9a78'), `${pen.blur(3)} opacity=".85"`) +
      rc(
        0,
        540,
        800,
        260,
        0,
        pen.lin(
          [
            [0, '#f6f4f0'],
            [1, '#d9d5cf'],
          ],
          0,
          0,
          0.3,
          1,
        ),
      ) +
      li(
        'M-20 640C150 600 240 690 420 650S700 600 840 660M-10 740C200 700 330 770 560 720',
        '#a9a7a6',
        2.5,
        op(0.5),
      ) +
      rc(0, 540, 800, 6, 0, '#fff'),
  },
  meadow: {
    floor: 652,
    scale: 0.84,
    stands: true,
    draw: (pen) =>
      sky(pen, '#8fb9cf', '#f3e6cf') +
      el(610, 190, 70, 70, '#fff6dc', op(0.9)) +
      el(
        610,
        190,
        190,
        190,
        pen.rad([
          [0, '#fff6dc', 0.7],
          [1, '#fff6dc', 0],
        ]),
      ) +
      pa('M0 430L140 270L230 360L370 190L520 380L620 300L800 440V600H0Z', '#9fb4c0') +
      pa('M370 190L430 268L385 262L352 290L318 256Z', '#f6f4ef') +
      pa('M0 480Q180 380 380 470T800 430V640H0Z', '#7f9f8c') +
      pines(520, '#4f7561', -20, 12, 74, pen.rng) +
      pines(548, '#3b5f4d', 380, 9, 88, pen.rng) +
      pa(
        'M0 540Q220 500 430 536T800 520V800H0Z',
        pen.lin(
          [
            [0, '#9db26c'],
            [1, '#5f7d45'],
          ],
          0,
          0,
          0,
          1,
        ),
      ) +
      times(60, (i) =>
        li(
          `M${(i * 137) % 800} ${575 + ((i * 71) % 215)}q4 -14 ${(i % 3) * 4 - 4} -24`,
          i % 2 ? '#b9c983' : '#4f6d3b',
          2,
          op(0.6),
        ),
      ),
  },
  patio: {
    floor: 640,
    scale: 0.78,
    stands: true,
    draw: (pen) =>
      sky(pen, '#cfe0d2', '#e8ead2') +
      gr(
        times(16, (i) =>
          el(
            (i * 173) % 800,
            60 + ((i * 97) % 420),
            60 + ((i * 31) % 70),
            60 + ((i * 31) % 70),
            ['#9dbb86', '#7fa271', '#c3d3a0', '#6a9068'][i % 4]!,
            op(0.5),
          ),
        ),
        pen.blur(14),
      ) +
      leafy(60, 560, 1.7, '#5d8a55') +
      leafy(770, 590, 1.9, '#4f7d52') +
      plank(pen, 552, '#b08a63') +
      times(4, (i) => rc(0, 600 + i * 58, 800, 3, 0, '#4a3625', op(0.35))),
  },
  studio: {
    floor: 650,
    scale: 0.84,
    stands: true,
    draw: (pen) => {
      const wall = mix(pen.main, '#efe8dd', 0.62);
      return (
        wash(pen, wall, 0, 800, 1) +
        pa('M470 560V300a150 150 0 0 1 300 0V560Z', light(wall, 0.3)) +
        el(180, 230, 120, 120, mix(pen.accent, wall, 0.4), op(0.8)) +
        sunlight(pen, 0.4) +
        rc(
          0,
          556,
          800,
          244,
          0,
          pen.lin(
            [
              [0, dark(wall, 0.1)],
              [1, dark(wall, 0.26)],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        pa('M70 640v-40a330 46 0 0 1 660 0v40a330 52 0 0 1 -660 0z', dark(wall, 0.2)) +
        el(400, 604, 330, 48, light(wall, 0.12)) +
        el(400, 604, 330, 48, pen.fade('#fff', 0.4, 0, 0, 0, 1, 1))
      );
    },
  },
  nursery: {
    floor: 652,
    scale: 0.78,
    stands: true,
    draw: (pen) =>
      wash(pen, '#ece3d6', 0, 580, 0.7) +
      times(34, (i) =>
        el(
          40 + (i % 9) * 92 + (Math.floor(i / 9) % 2) * 46,
          60 + Math.floor(i / 9) * 120,
          6,
          6,
          i % 2 ? pen.main : '#d9b99b',
          op(0.4),
        ),
      ) +
      li('M0 66Q400 190 800 50', '#b9a68e', 3) +
      times(9, (i) => {
        const x = 60 + i * 85;
        const y = 92 + Math.sin((i + 1) / 3.2) * 36;
        return pa(`M${x} ${n(y)}h52l-26 62z`, ['#e9b7a7', '#b5cfc0', '#f0d58a', '#b4cde0', pen.main][i % 5]!);
      }) +
      sunlight(pen, 0.4) +
      rc(0, 568, 800, 16, 0, '#fbf7f0') +
      plank(pen, 584, '#d9b88f') +
      el(420, 700, 350, 58, '#f6eee2') +
      el(420, 700, 320, 50, '#eadcc8'),
  },
  workshop: {
    floor: 640,
    scale: 0.76,
    stands: true,
    draw: (pen) =>
      wash(pen, '#c9b291', 0, 800, 0.8) +
      rc(0, 0, 800, 540, 0, pen.pattern(40, 40, el(20, 20, 4, 4, '#6d5638', op(0.55)))) +
      gr(
        rc(540, 90, 18, 190, 6, '#8a5a34') +
          rc(500, 70, 98, 36, 8, '#6f757d') +
          rc(650, 80, 16, 220, 4, '#9aa1a8') +
          el(658, 86, 34, 34, '#9aa1a8') +
          el(658, 76, 16, 18, '#c9b291') +
          pa('M400 90h60l-10 200h-40z', '#b9bec4') +
          rc(408, 60, 44, 50, 8, '#a4452f'),
        `opacity=".75" ${pen.blur(1.5)}`,
      ) +
      sunlight(pen, 0.4) +
      plank(pen, 540, '#a97a4b') +
      rc(0, 612, 800, 3, 0, '#3b2917', op(0.4)) +
      rc(0, 712, 800, 3, 0, '#3b2917', op(0.4)) +
      times(12, (i) =>
        li(`M${(i * 181) % 780} ${640 + ((i * 53) % 140)}q10 -10 18 2t-6 12`, '#e6c99a', 3, op(0.7)),
      ),
  },
  tabletop: {
    floor: 400,
    scale: 0.82,
    stands: false,
    draw: (pen) => {
      const wood = ['#c69c6d', '#8d6a4b', '#dac2a0', '#b9b0a4'][pen.seed % 4]!;
      return (
        rc(0, 0, 800, 800, 0, pen.face(wood, 0.8)) +
        gr(pen.grain(0, 0, 800, 800, wood, 44), op(0.6)) +
        times(3, (i) => rc(0, 196 + i * 204, 800, 3, 0, dark(wood, 0.5), op(0.5))) +
        pen.lift(
          turn(
            -14,
            700,
            120,
            rc(560, -60, 300, 300, 4, mix(pen.accent, '#f2ece0', 0.55)) +
              rc(560, -60, 300, 300, 4, pen.weave('#e9e0d0', 8)),
          ),
          8,
        ) +
        pen.lift(el(92, 708, 92, 92, '#f5f1e8') + el(92, 708, 70, 70, '#5b3d2b'), 12) +
        gr(leafy(70, 90, 0.9, '#7f9a72'), 'opacity=".9" transform="rotate(150 70 90)"') +
        rc(
          0,
          0,
          800,
          800,
          0,
          pen.lin(
            [
              [0, '#fff6e2', 0.5],
              [0.5, '#fff6e2', 0],
              [1, '#241a26', 0.3],
            ],
            0,
            0,
            1,
            1,
          ),
        )
      );
    },
  },
  floor: {
    floor: 440,
    scale: 0.9,
    stands: false,
    draw: (pen) => {
      const wood = ['#c9a37a', '#a98460', '#d8c0a0'][pen.seed % 3]!;
      const sofa = mix(pen.accent, '#b9b3a8', 0.5);
      return (
        rc(0, 0, 800, 800, 0, pen.face(wood, 0.7)) +
        times(9, (i) => rc(i * 92, 0, 2.5, 800, 0, dark(wood, 0.45), op(0.5))) +
        gr(pen.grain(0, 0, 800, 800, wood, 40, true), op(0.5)) +
        gr(rc(90, -150, 620, 190, 40, dark(wood, 0.8)), `opacity=".35" ${pen.blur(12)}`) +
        rc(90, -160, 620, 180, 36, pen.down(sofa)) +
        rc(90, -160, 620, 180, 36, pen.weave(sofa, 7)) +
        rc(396, -160, 4, 172, 2, dark(sofa, 0.4)) +
        leafy(20, 800, 1.5, '#6f9a6c') +
        rc(
          0,
          0,
          800,
          800,
          0,
          pen.lin(
            [
              [0, '#fff6e2', 0.5],
              [0.5, '#fff6e2', 0],
              [1, '#241a26', 0.26],
            ],
            0,
            0,
            1,
            1,
          ),
        )
      );
    },
  },
  wall: {
    floor: 380,
    scale: 0.8,
    stands: false,
    draw: (pen) => {
      const wall = wallOf(pen);
      return (
        wash(pen, wall, 0, 800, 1) +
        sunlight(pen, 0.5) +
        rc(
          0,
          700,
          800,
          100,
          0,
          pen.lin(
            [
              [0, '#cda878'],
              [1, '#a27a4e'],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        rc(0, 700, 800, 5, 0, '#f1dcb9') +
        pottedPlant(716, 704, 0.95, '#e9e2d6') +
        times(3, (i) =>
          rc(48 - i * 4, 680 - i * 22, 140 + i * 6, 22, 3, [pen.accent, '#e5dac6', '#6f7d83'][i]!),
        )
      );
    },
  },
};

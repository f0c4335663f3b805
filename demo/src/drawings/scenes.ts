/** @file Rooms and places in which products are seen in use. Each is drawn behind the product; `floor` is where it stands. */
import type { SceneName } from './archetype.ts';
import { dark, light, mix } from './colour.ts';
import type { Pen } from './pen.ts';
import {
  frame,
  leafy,
  pines,
  plank,
  pottedPlant,
  sky,
  sunlight,
  tiles,
  wallOf,
  wash,
} from './scene-parts.ts';
import { ellipse, group, opacity, path, rect, stroke, tenths, times, turn } from './shapes.ts';

export interface Scene {
  /** Where things stand. */
  floor: number;
  /** Size of the product. */
  scale: number;
  /** False where things hang or lie and cast their own shadow. */
  stands: boolean;
  draw: (pen: Pen) => string;
}

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
        rect(
          0,
          0,
          800,
          560,
          0,
          pen.linear(
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
        rect(440, 172, 360, 16, 2, '#b98a58') +
        rect(440, 188, 360, 10, 0, '#2a2230', opacity(0.16)) +
        rect(520, 96, 44, 76, 8, '#e9e2d3') +
        rect(572, 112, 40, 60, 8, pen.blend(0.4)) +
        rect(622, 84, 46, 88, 10, '#8f9b86') +
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
        group(leafy(740, 560, 1.5, '#7d9a78'), `${pen.blur(7)} opacity=".6"`) +
        rect(
          0,
          530,
          800,
          270,
          0,
          pen.linear(
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
        rect(0, 530, 800, 270, 0, pen.weave('#d9cdbb', 9)) +
        path('M0 700Q200 676 420 706T800 690V800H0Z', '#fff', opacity(0.22)) +
        rect(0, 530, 800, 4, 0, '#fff', opacity(0.7))
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
        rect(0, 540, 800, 24, 0, light(wall, 0.45)) +
        rect(0, 564, 800, 3, 0, dark(wall, 0.4), opacity(0.4)) +
        plank(pen, 566, '#b98f63') +
        pottedPlant(92, 606, 1.25, '#d9cfc0') +
        ellipse(410, 700, 370, 62, '#efe6d6') +
        ellipse(410, 700, 340, 54, 'none', 'stroke="#d2c3aa" stroke-width="4"')
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
          rect(
            600 + i * 25,
            430 - ((i * 37) % 50),
            23,
            190 + ((i * 37) % 50),
            3,
            [pen.main, '#e7dcc7', '#7c8a86', pen.accent, '#b98868', '#3c4752'][i]!,
            opacity(0.92),
          ),
        ) +
        rect(
          0,
          620,
          800,
          30,
          0,
          pen.linear(
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
        group(pen.grain(0, 620, 800, 30, '#b98a58', 5), opacity(0.6)) +
        rect(0, 650, 800, 34, 0, pen.fade('#2a2230', 0.3, 0, 0, 0, 0, 1)) +
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
        rect(330, 120, 400, 250, 14, '#2b2d33') +
        rect(
          342,
          132,
          376,
          226,
          4,
          pen.linear(
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
        path('M342 330Q430 240 520 300T718 230V358H342Z', dark(pen.main, 0.3), opacity(0.6)) +
        rect(512, 370, 36, 130, 0, '#3a3d44') +
        rect(450, 496, 160, 14, 7, '#3a3d44') +
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
      rect(
        0,
        0,
        800,
        560,
        0,
        pen.linear(
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
      group(leafy(760, 520, 1.5, '#6f9a78'), `${pen.blur(3)} opacity=".85"`) +
      rect(
        0,
        540,
        800,
        260,
        0,
        pen.linear(
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
      stroke(
        'M-20 640C150 600 240 690 420 650S700 600 840 660M-10 740C200 700 330 770 560 720',
        '#a9a7a6',
        2.5,
        opacity(0.5),
      ) +
      rect(0, 540, 800, 6, 0, '#fff'),
  },
  meadow: {
    floor: 652,
    scale: 0.84,
    stands: true,
    draw: (pen) =>
      sky(pen, '#8fb9cf', '#f3e6cf') +
      ellipse(610, 190, 70, 70, '#fff6dc', opacity(0.9)) +
      ellipse(
        610,
        190,
        190,
        190,
        pen.radial([
          [0, '#fff6dc', 0.7],
          [1, '#fff6dc', 0],
        ]),
      ) +
      path('M0 430L140 270L230 360L370 190L520 380L620 300L800 440V600H0Z', '#9fb4c0') +
      path('M370 190L430 268L385 262L352 290L318 256Z', '#f6f4ef') +
      path('M0 480Q180 380 380 470T800 430V640H0Z', '#7f9f8c') +
      pines(520, '#4f7561', -20, 12, 74, pen.rng) +
      pines(548, '#3b5f4d', 380, 9, 88, pen.rng) +
      path(
        'M0 540Q220 500 430 536T800 520V800H0Z',
        pen.linear(
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
        stroke(
          `M${(i * 137) % 800} ${575 + ((i * 71) % 215)}q4 -14 ${(i % 3) * 4 - 4} -24`,
          i % 2 ? '#b9c983' : '#4f6d3b',
          2,
          opacity(0.6),
        ),
      ),
  },
  patio: {
    floor: 640,
    scale: 0.78,
    stands: true,
    draw: (pen) =>
      sky(pen, '#cfe0d2', '#e8ead2') +
      group(
        times(16, (i) =>
          ellipse(
            (i * 173) % 800,
            60 + ((i * 97) % 420),
            60 + ((i * 31) % 70),
            60 + ((i * 31) % 70),
            ['#9dbb86', '#7fa271', '#c3d3a0', '#6a9068'][i % 4]!,
            opacity(0.5),
          ),
        ),
        pen.blur(14),
      ) +
      leafy(60, 560, 1.7, '#5d8a55') +
      leafy(770, 590, 1.9, '#4f7d52') +
      plank(pen, 552, '#b08a63') +
      times(4, (i) => rect(0, 600 + i * 58, 800, 3, 0, '#4a3625', opacity(0.35))),
  },
  studio: {
    floor: 650,
    scale: 0.84,
    stands: true,
    draw: (pen) => {
      const wall = mix(pen.main, '#efe8dd', 0.62);
      return (
        wash(pen, wall, 0, 800, 1) +
        path('M470 560V300a150 150 0 0 1 300 0V560Z', light(wall, 0.3)) +
        ellipse(180, 230, 120, 120, mix(pen.accent, wall, 0.4), opacity(0.8)) +
        sunlight(pen, 0.4) +
        rect(
          0,
          556,
          800,
          244,
          0,
          pen.linear(
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
        path('M70 640v-40a330 46 0 0 1 660 0v40a330 52 0 0 1 -660 0z', dark(wall, 0.2)) +
        ellipse(400, 604, 330, 48, light(wall, 0.12)) +
        ellipse(400, 604, 330, 48, pen.fade('#fff', 0.4, 0, 0, 0, 1, 1))
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
        ellipse(
          40 + (i % 9) * 92 + (Math.floor(i / 9) % 2) * 46,
          60 + Math.floor(i / 9) * 120,
          6,
          6,
          i % 2 ? pen.main : '#d9b99b',
          opacity(0.4),
        ),
      ) +
      stroke('M0 66Q400 190 800 50', '#b9a68e', 3) +
      times(9, (i) => {
        const x = 60 + i * 85;
        const y = 92 + Math.sin((i + 1) / 3.2) * 36;
        return path(
          `M${x} ${tenths(y)}h52l-26 62z`,
          ['#e9b7a7', '#b5cfc0', '#f0d58a', '#b4cde0', pen.main][i % 5]!,
        );
      }) +
      sunlight(pen, 0.4) +
      rect(0, 568, 800, 16, 0, '#fbf7f0') +
      plank(pen, 584, '#d9b88f') +
      ellipse(420, 700, 350, 58, '#f6eee2') +
      ellipse(420, 700, 320, 50, '#eadcc8'),
  },
  workshop: {
    floor: 640,
    scale: 0.76,
    stands: true,
    draw: (pen) =>
      wash(pen, '#c9b291', 0, 800, 0.8) +
      rect(0, 0, 800, 540, 0, pen.pattern(40, 40, ellipse(20, 20, 4, 4, '#6d5638', opacity(0.55)))) +
      group(
        rect(540, 90, 18, 190, 6, '#8a5a34') +
          rect(500, 70, 98, 36, 8, '#6f757d') +
          rect(650, 80, 16, 220, 4, '#9aa1a8') +
          ellipse(658, 86, 34, 34, '#9aa1a8') +
          ellipse(658, 76, 16, 18, '#c9b291') +
          path('M400 90h60l-10 200h-40z', '#b9bec4') +
          rect(408, 60, 44, 50, 8, '#a4452f'),
        `opacity=".75" ${pen.blur(1.5)}`,
      ) +
      sunlight(pen, 0.4) +
      plank(pen, 540, '#a97a4b') +
      rect(0, 612, 800, 3, 0, '#3b2917', opacity(0.4)) +
      rect(0, 712, 800, 3, 0, '#3b2917', opacity(0.4)) +
      times(12, (i) =>
        stroke(`M${(i * 181) % 780} ${640 + ((i * 53) % 140)}q10 -10 18 2t-6 12`, '#e6c99a', 3, opacity(0.7)),
      ),
  },
  tabletop: {
    floor: 400,
    scale: 0.82,
    stands: false,
    draw: (pen) => {
      const wood = ['#c69c6d', '#8d6a4b', '#dac2a0', '#b9b0a4'][pen.seed % 4]!;
      return (
        rect(0, 0, 800, 800, 0, pen.face(wood, 0.8)) +
        group(pen.grain(0, 0, 800, 800, wood, 44), opacity(0.6)) +
        times(3, (i) => rect(0, 196 + i * 204, 800, 3, 0, dark(wood, 0.5), opacity(0.5))) +
        pen.lift(
          turn(
            -14,
            700,
            120,
            rect(560, -60, 300, 300, 4, mix(pen.accent, '#f2ece0', 0.55)) +
              rect(560, -60, 300, 300, 4, pen.weave('#e9e0d0', 8)),
          ),
          8,
        ) +
        pen.lift(ellipse(92, 708, 92, 92, '#f5f1e8') + ellipse(92, 708, 70, 70, '#5b3d2b'), 12) +
        group(leafy(70, 90, 0.9, '#7f9a72'), 'opacity=".9" transform="rotate(150 70 90)"') +
        rect(
          0,
          0,
          800,
          800,
          0,
          pen.linear(
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
        rect(0, 0, 800, 800, 0, pen.face(wood, 0.7)) +
        times(9, (i) => rect(i * 92, 0, 2.5, 800, 0, dark(wood, 0.45), opacity(0.5))) +
        group(pen.grain(0, 0, 800, 800, wood, 40, true), opacity(0.5)) +
        group(rect(90, -150, 620, 190, 40, dark(wood, 0.8)), `opacity=".35" ${pen.blur(12)}`) +
        rect(90, -160, 620, 180, 36, pen.down(sofa)) +
        rect(90, -160, 620, 180, 36, pen.weave(sofa, 7)) +
        rect(396, -160, 4, 172, 2, dark(sofa, 0.4)) +
        leafy(20, 800, 1.5, '#6f9a6c') +
        rect(
          0,
          0,
          800,
          800,
          0,
          pen.linear(
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
        rect(
          0,
          700,
          800,
          100,
          0,
          pen.linear(
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
        rect(0, 700, 800, 5, 0, '#f1dcb9') +
        pottedPlant(716, 704, 0.95, '#e9e2d6') +
        times(3, (i) =>
          rect(48 - i * 4, 680 - i * 22, 140 + i * 6, 22, 3, [pen.accent, '#e5dac6', '#6f7d83'][i]!),
        )
      );
    },
  },
};

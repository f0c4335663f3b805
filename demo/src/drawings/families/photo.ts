import type { Family } from '../archetype.ts';
import { dark, light } from '../colour.ts';
import { ellipse, opacity, path, rect, stroke, times } from '../shapes.ts';

export const PHOTO: Family = {
  camera: {
    scene: 'shelf',
    with: ['book', 'plantpot'],
    focus: [400, 440, 1.6],
    draw: (pen) => {
      const form = pen.pick(3);
      const metal = pen.seed % 2 ? '#c9ccd0' : '#3a3c41';
      return (
        pen.ground(404, 640, 270, 1, 0.1) +
        stroke('M146 380C90 420 100 560 150 640', pen.accent, 15, opacity(0.9)) +
        (form === 0
          ? path('M300 300L330 236Q340 222 360 222H450Q470 222 480 236L510 300Z', pen.down(metal)) +
            pen.text(pen.brand, 405, 276, 22, { fill: pen.inkOn(metal), weight: 600, width: 110 })
          : pen.text(pen.brand, 250, 336, 22, { fill: pen.inkOn(metal), weight: 600, width: 130 })) +
        rect(136, 296, 528, 340, 34, pen.down(metal)) +
        rect(136, 372, 528, 206, 0, pen.face(pen.main, 1.1)) +
        rect(
          136,
          372,
          528,
          206,
          0,
          pen.pattern(
            10,
            10,
            ellipse(3, 3, 2, 2, dark(pen.main, 0.4), opacity(0.45)) +
              ellipse(8, 8, 2, 2, light(pen.main, 0.3), opacity(0.3)),
          ),
        ) +
        rect(136, 368, 528, 5, 0, '#fff', opacity(0.35)) +
        rect(136, 578, 528, 4, 0, '#17181b', opacity(0.5)) +
        rect(170, 262, 84, 38, 8, pen.metal(metal)) +
        times(9, (i) => rect(174 + i * 9, 264, 3, 34, 1, '#17181b', opacity(0.35))) +
        rect(556, 272, 62, 28, 8, pen.metal(metal)) +
        rect(574, 256, 26, 18, 6, pen.metal('#c9432f')) +
        (form === 0
          ? ''
          : rect(540, 314, 92, 44, 6, '#17181b') +
            rect(
              546,
              320,
              80,
              32,
              4,
              pen.linear(
                [
                  [0, '#5d7a93'],
                  [1, '#1f2a36'],
                ],
                0,
                0,
                1,
                1,
              ),
            )) +
        ellipse(404, 474, 168, 168, pen.ball('#5a5d63')) +
        ellipse(404, 474, 158, 158, '#232529') +
        times(48, (i) => {
          const a = (i * Math.PI) / 24;
          return stroke(
            `M${Math.round(404 + Math.cos(a) * 142)} ${Math.round(474 + Math.sin(a) * 142)}L${Math.round(404 + Math.cos(a) * 156)} ${Math.round(474 + Math.sin(a) * 156)}`,
            '#3f4248',
            5,
          );
        }) +
        ellipse(404, 474, 132, 132, pen.ball('#3a3d42')) +
        ellipse(404, 474, 112, 112, '#141518') +
        ellipse(
          404,
          474,
          92,
          92,
          pen.radial(
            [
              [0, '#0c1018'],
              [0.5, '#27425f'],
              [0.8, '#5b3f74'],
              [1, '#10131a'],
            ],
            0.42,
            0.4,
            0.6,
          ),
        ) +
        ellipse(404, 474, 44, 44, '#0b0d12') +
        ellipse(366, 430, 26, 18, '#fff', 'opacity=".75" transform="rotate(-36 366 430)"') +
        ellipse(446, 520, 14, 10, '#8fd0d8', opacity(0.5)) +
        ellipse(196, 330, 12, 12, pen.ball('#d24b38'))
      );
    },
  },
  tripod: {
    scene: 'meadow',
    with: ['backpack'],
    focus: [400, 260, 1.6],
    draw: (pen) => {
      const c = pen.main;
      const short = pen.pick(3) === 2;
      const top = short ? 330 : 250;
      const leg = (x: number, tone: number): string =>
        stroke(`M400 ${top + 90}L${x} 664`, dark(c, 0.3 + tone), 24) +
        stroke(`M395 ${top + 90}L${x - 5} 664`, light(c, 0.3), 6, opacity(0.8)) +
        [0.42, 0.74]
          .map((t) => ellipse(400 + (x - 400) * t, top + 90 + (574 - top) * t, 17, 13, '#2a2b30'))
          .join('') +
        ellipse(x, 664, 17, 9, '#1d1e22');
      return (
        pen.ground(400, 668, 200, 0.5) +
        leg(414, 0.2) +
        leg(190, 0) +
        leg(612, 0.1) +
        rect(380, top - 20, 40, 150, 8, pen.metal(c)) +
        path(`M346 ${top + 64}h108l16 50h-140z`, pen.down('#303238')) +
        ellipse(400, top - 30, 46, 46, pen.ball('#3a3d43')) +
        rect(340, top - 96, 120, 26, 7, pen.down(pen.accent)) +
        rect(352, top - 70, 96, 20, 4, '#2a2b30') +
        rect(444, top - 40, 54, 18, 9, pen.metal('#9aa0a7')) +
        ellipse(500, top - 31, 14, 20, pen.ball('#303238')) +
        pen.text(pen.brand, 400, top - 77, 13, { fill: pen.inkOn(pen.accent), width: 90 })
      );
    },
  },
};

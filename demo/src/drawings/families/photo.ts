import type { Family } from '../archetype.ts';
import { dark, light } from '../colour.ts';
import { el, li, op, pa, rc, times } from '../shapes.ts';

export const PHOTO: Family = {
  camera: {
    scene: 'shelf',
    with: ['book', 'plantpot'],
    focus: [400, 440, 1.6],
    draw: (p) => {
      const form = p.pick(3);
      const metal = p.seed % 2 ? '#c9ccd0' : '#3a3c41';
      return (
        p.ground(404, 640, 270, 1, 0.1) +
        li('M146 380C90 420 100 560 150 640', p.accent, 15, op(0.9)) +
        (form === 0
          ? pa('M300 300L330 236Q340 222 360 222H450Q470 222 480 236L510 300Z', p.down(metal)) +
            p.text(p.brand, 405, 276, 22, { fill: p.inkOn(metal), weight: 600, width: 110 })
          : p.text(p.brand, 250, 336, 22, { fill: p.inkOn(metal), weight: 600, width: 130 })) +
        rc(136, 296, 528, 340, 34, p.down(metal)) +
        rc(136, 372, 528, 206, 0, p.face(p.main, 1.1)) +
        rc(
          136,
          372,
          528,
          206,
          0,
          p.pattern(
            10,
            10,
            el(3, 3, 2, 2, dark(p.main, 0.4), op(0.45)) + el(8, 8, 2, 2, light(p.main, 0.3), op(0.3)),
          ),
        ) +
        rc(136, 368, 528, 5, 0, '#fff', op(0.35)) +
        rc(136, 578, 528, 4, 0, '#17181b', op(0.5)) +
        rc(170, 262, 84, 38, 8, p.metal(metal)) +
        times(9, (i) => rc(174 + i * 9, 264, 3, 34, 1, '#17181b', op(0.35))) +
        rc(556, 272, 62, 28, 8, p.metal(metal)) +
        rc(574, 256, 26, 18, 6, p.metal('#c9432f')) +
        (form === 0
          ? ''
          : rc(540, 314, 92, 44, 6, '#17181b') +
            rc(
              546,
              320,
              80,
              32,
              4,
              p.lin(
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
        el(404, 474, 168, 168, p.ball('#5a5d63')) +
        el(404, 474, 158, 158, '#232529') +
        times(48, (i) => {
          const a = (i * Math.PI) / 24;
          return li(
            `M${Math.round(404 + Math.cos(a) * 142)} ${Math.round(474 + Math.sin(a) * 142)}L${Math.round(404 + Math.cos(a) * 156)} ${Math.round(474 + Math.sin(a) * 156)}`,
            '#3f4248',
            5,
          );
        }) +
        el(404, 474, 132, 132, p.ball('#3a3d42')) +
        el(404, 474, 112, 112, '#141518') +
        el(
          404,
          474,
          92,
          92,
          p.rad(
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
        el(404, 474, 44, 44, '#0b0d12') +
        el(366, 430, 26, 18, '#fff', 'opacity=".75" transform="rotate(-36 366 430)"') +
        el(446, 520, 14, 10, '#8fd0d8', op(0.5)) +
        el(196, 330, 12, 12, p.ball('#d24b38'))
      );
    },
  },
  tripod: {
    scene: 'meadow',
    with: ['backpack'],
    focus: [400, 260, 1.6],
    draw: (p) => {
      const c = p.main;
      const short = p.pick(3) === 2;
      const top = short ? 330 : 250;
      const leg = (x: number, tone: number): string =>
        li(`M400 ${top + 90}L${x} 664`, dark(c, 0.3 + tone), 24) +
        li(`M395 ${top + 90}L${x - 5} 664`, light(c, 0.3), 6, op(0.8)) +
        [0.42, 0.74]
          .map((t) => el(400 + (x - 400) * t, top + 90 + (574 - top) * t, 17, 13, '#2a2b30'))
          .join('') +
        el(x, 664, 17, 9, '#1d1e22');
      return (
        p.ground(400, 668, 200, 0.5) +
        leg(414, 0.2) +
        leg(190, 0) +
        leg(612, 0.1) +
        rc(380, top - 20, 40, 150, 8, p.metal(c)) +
        pa(`M346 ${top + 64}h108l16 50h-140z`, p.down('#303238')) +
        el(400, top - 30, 46, 46, p.ball('#3a3d43')) +
        rc(340, top - 96, 120, 26, 7, p.down(p.accent)) +
        rc(352, top - 70, 96, 20, 4, '#2a2b30') +
        rc(444, top - 40, 54, 18, 9, p.metal('#9aa0a7')) +
        el(500, top - 31, 14, 20, p.ball('#303238')) +
        p.text(p.brand, 400, top - 77, 13, { fill: p.inkOn(p.accent), width: 90 })
      );
    },
  },
};

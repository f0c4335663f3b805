import type { Family } from '../archetype.ts';
import { dark, light } from '../colour.ts';
import { ellipse, opacity, path, rect, stroke, tenths, times } from '../shapes.ts';
import { Turned } from '../turned.ts';

export const COFFEE: Family = {
  frenchpress: {
    scene: 'kitchen',
    with: ['mug', 'coffeebag'],
    focus: [400, 300, 1.7],
    draw: (pen) => {
      const form = pen.pick(3);
      const steel = '#c8cccf';
      const frame = pen.main;
      const carafe = new Turned(
        [
          [270, 120],
          [270, 120],
          [620, 120],
          [640, 116],
          [650, 108],
        ],
        380,
      );
      const lid = new Turned(
        form === 2
          ? [
              [236, 122],
              [236, 122],
              [270, 124],
            ]
          : [
              [214, 60],
              [228, 108],
              [246, 124],
              [246, 124],
              [274, 126],
            ],
        380,
      );
      const knob = new Turned(
        [
          [120, 10],
          [126, 22],
          [144, 24],
          [154, 10],
        ],
        380,
      );
      const wood = '#b98655';
      const handle = 'M498 300C604 296 612 580 500 584';
      return (
        pen.ground(384, 652, 128) +
        stroke(handle, dark(form === 2 ? wood : frame, 0.35), 32) +
        stroke(handle, form === 2 ? wood : frame, 25) +
        stroke(handle, light(form === 2 ? wood : frame, 0.4), 7, 'transform="translate(-3 -6)"') +
        rect(377, 150, 6, 90, 3, pen.metal(steel)) +
        (form === 1
          ? carafe.body(pen.metal(pen.main)) + carafe.gloss(pen, -0.76, -0.55, 0.6)
          : carafe.band(
              400,
              646,
              pen.linear([
                [0, '#2a1710'],
                [0.25, '#5b3520'],
                [0.6, '#35200f'],
                [1, '#1d0f09'],
              ]),
            ) +
            carafe.ring(400, '#7b5030') +
            ellipse(380, 399, 104, 12, '#a5764b', opacity(0.8)) +
            rect(376, 276, 8, 118, 0, '#d4d8da') +
            carafe.band(384, 398, pen.metal('#cfd3d6')) +
            carafe.body(pen.glass('#dbe6e8', 0.85)) +
            carafe.gloss(pen, -0.8, -0.62, 0.85) +
            carafe.gloss(pen, 0.62, 0.76, 0.4) +
            carafe.band(580, 600, pen.metal(frame)) +
            carafe.band(300, 318, pen.metal(frame)) +
            [-0.86, -0.2, 0.5]
              .map((f) => rect(380 + 120 * f - 8, 300, 16, 346, 3, pen.metal(frame)))
              .join('') +
            carafe.band(622, 650, pen.metal(frame))) +
        path('M262 276L226 262Q224 284 262 300Z', form === 1 ? dark(pen.main, 0.1) : '#dfe8e9') +
        lid.body(form === 2 ? pen.cylinder(wood) : pen.metal(frame)) +
        (form === 2 ? lid.ring(236, light(wood, 0.25)) : lid.gloss(pen, -0.7, -0.4, 0.6, 0.2)) +
        knob.body(form === 2 ? pen.ball(wood) : pen.ball('#2b2c30')) +
        ellipse(372, 132, 7, 4, '#fff', opacity(0.6))
      );
    },
  },
  grinder: {
    scene: 'kitchen',
    with: ['mug', 'coffeebag'],
    focus: [400, 360, 1.6],
    draw: (pen) => {
      const body = new Turned([
        [270, 92],
        [280, 104],
        [280, 104],
        [470, 104],
        [500, 96],
        [500, 96],
        [620, 96],
        [645, 92],
        [650, 84],
      ]);
      const dome = new Turned([
        [206, 30],
        [216, 78],
        [244, 98],
        [270, 102],
      ]);
      const wood = '#7a5138';
      return (
        pen.ground(400, 652, 108) +
        body.body(pen.metal(pen.main)) +
        body.band(470, 482, dark(pen.main, 0.5)) +
        body.band(500, 650, pen.pick(2) === 0 ? pen.cylinder(wood) : pen.cylinder(dark(pen.main, 0.3))) +
        (pen.pick(2) === 0
          ? pen.clip(body.bandPath(500, 648), pen.grain(300, 490, 200, 170, wood, 9, true))
          : '') +
        times(20, (i) => {
          const x = 306 + i * 10;
          return stroke(
            `M${x} ${tenths(492 + Math.sqrt(Math.max(0, 96 ** 2 - (x - 400) ** 2)) * 0.15)}v16`,
            dark(pen.main, 0.5),
            3,
            opacity(0.5),
          );
        }) +
        body.gloss(pen, -0.74, -0.5, 0.6) +
        dome.body(pen.metal(pen.main)) +
        dome.gloss(pen, -0.6, -0.3, 0.7) +
        stroke('M400 206V160', '#8b8f95', 14) +
        stroke('M400 160C460 150 520 158 566 166', '#74787e', 18) +
        stroke('M400 157C460 147 520 155 566 163', '#e4e7e9', 5) +
        new Turned(
          [
            [108, 18],
            [118, 26],
            [146, 28],
            [172, 16],
          ],
          570,
        ).body(pen.ball(wood)) +
        ellipse(400, 160, 15, 13, pen.ball('#b9bec3')) +
        pen.text(pen.brand, 400, 400, 22, { fill: pen.inkOn(pen.main), spacing: 2, width: 150 })
      );
    },
  },
  kettle: {
    scene: 'kitchen',
    with: ['teatin', 'mug'],
    focus: [330, 430, 1.6],
    draw: (pen) => {
      const form = pen.pick(3);
      const body = new Turned(
        form === 1
          ? [
              [380, 70],
              [410, 140],
              [500, 182],
              [600, 178],
              [650, 150],
            ]
          : [
              [360, 88],
              [400, 108],
              [520, 140],
              [620, 152],
              [650, 140],
            ],
        430,
      );
      const spout =
        form === 1
          ? 'M282 520C240 500 232 440 206 404'
          : 'M304 590C200 600 250 400 186 392C170 390 160 398 152 408';
      const wood = '#8a5a38';
      const handle = form === 1 ? 'M310 420C300 200 560 200 552 420' : 'M512 388C640 350 668 470 610 572';
      return (
        pen.ground(432, 652, 165) +
        stroke(spout, dark(pen.main, 0.45), form === 1 ? 52 : 30) +
        stroke(spout, pen.main, form === 1 ? 44 : 23) +
        stroke(spout, light(pen.main, 0.6), 7, 'transform="translate(-6 -4)" opacity=".8"') +
        (form === 1 ? stroke(handle, '#3a3b40', 14) : '') +
        body.body(pen.metal(pen.main)) +
        body.gloss(pen, -0.72, -0.44, 0.55) +
        body.gloss(pen, 0.55, 0.72, 0.25) +
        body.band(640, 650, dark(pen.main, 0.5)) +
        new Turned(
          [
            [340, 66],
            [346, 84],
            [364, 90],
          ],
          430,
        ).body(pen.metal(pen.main)) +
        new Turned(
          [
            [300, 12],
            [308, 22],
            [324, 22],
            [338, 12],
          ],
          430,
        ).body(pen.ball(wood)) +
        (form === 1
          ? stroke('M372 268C400 244 460 244 490 268', wood, 30) +
            stroke('M376 262C402 240 456 240 484 260', light(wood, 0.4), 7)
          : stroke(handle, dark(wood, 0.4), 30) +
            stroke(handle, wood, 24) +
            stroke(handle, light(wood, 0.4), 6, 'transform="translate(-2 -7)"'))
      );
    },
  },
};

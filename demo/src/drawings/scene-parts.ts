/** @file What rooms and places are furnished with. */
import { dark, light, mix } from './colour.ts';
import type { Pen } from './pen.ts';
import { ellipse, group, opacity, path, rect, stroke, tenths, times, turn } from './shapes.ts';

const WALLS = ['#e6dccb', '#cfd8cf', '#d5dce2', '#e3cfc2', '#d9d3de', '#dcd6c8', '#c9cfc4', '#e8d9c0'];
export const wallOf = (pen: Pen): string => WALLS[(pen.seed >> 3) % WALLS.length]!;

export const wash = (pen: Pen, colour: string, y: number, h: number, depth = 0.6): string =>
  rect(
    0,
    y,
    800,
    h,
    0,
    pen.linear(
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
export const sunlight = (pen: Pen, strength = 0.34): string => {
  const pane = (x: number, y: number): string => path(`M${x} ${y}l120 34v150l-120 -34z`, '#fff6e0');
  return group(
    pane(60, 60) + pane(196, 98) + pane(60, 228) + pane(196, 266),
    `opacity="${strength}" ${pen.blur(5)}`,
  );
};

export const plank = (pen: Pen, y: number, colour: string): string =>
  rect(
    0,
    y,
    800,
    800 - y,
    0,
    pen.linear(
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
  group(pen.grain(-40, y + 8, 880, 800 - y, colour, 16), opacity(0.55)) +
  rect(0, y, 800, 5, 0, light(colour, 0.5), opacity(0.6));

export const leafy = (x: number, y: number, s: number, colour: string): string =>
  group(
    times(9, (i) => {
      const a = -160 + i * 18 + (i % 2) * 8;
      return turn(
        a + 90,
        0,
        0,
        path(
          'M0 0C-26 -40 -22 -110 0 -150C22 -110 26 -40 0 0Z',
          mix(colour, i % 2 ? '#20402c' : '#a9c38b', 0.25),
        ) + stroke('M0 0V-140', dark(colour, 0.3), 1.5),
      );
    }),
    `transform="translate(${x} ${y}) scale(${s})"`,
  );

export const pottedPlant = (x: number, y: number, s: number, pot: string): string =>
  leafy(x, y - 70 * s, s, '#5f8a5c') +
  path(`M${x - 42 * s} ${y - 84 * s}h${84 * s}l${-12 * s} ${84 * s}h${-60 * s}z`, pot) +
  rect(x - 47 * s, y - 92 * s, 94 * s, 18 * s, 4, light(pot, 0.15));

export const frame = (pen: Pen, x: number, y: number, w: number, h: number, tint: string): string =>
  pen.lift(rect(x, y, w, h, 2, '#caa06c') + rect(x + 8, y + 8, w - 16, h - 16, 0, '#f7f2e8'), 8) +
  ellipse(x + w * 0.42, y + h * 0.42, w * 0.2, w * 0.2, tint, opacity(0.85)) +
  path(
    `M${tenths(x + w * 0.2)} ${tenths(y + h * 0.78)}q${tenths(w * 0.3)} ${tenths(-h * 0.4)} ${tenths(w * 0.6)} 0z`,
    dark(tint, 0.25),
    opacity(0.85),
  );

export const sky = (pen: Pen, top: string, low: string): string =>
  rect(
    0,
    0,
    800,
    800,
    0,
    pen.linear(
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

export const pines = (
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
      path(
        `M${tenths(x)} ${tenths(y - h + k * h * 0.22)}l${tenths(size * (0.2 + k * 0.07))} ${tenths(h * 0.42)}h${tenths(-size * (0.4 + k * 0.14))}z`,
        colour,
      ),
    );
  });

export const tiles = (pen: Pen, colour: string, w: number, h: number, height: number): string =>
  rect(
    0,
    0,
    800,
    height,
    0,
    pen.pattern(
      w,
      h * 2,
      rect(1, 1, w - 2, h - 2, 2, light(colour, 0.12)) +
        rect(1 - w / 2, h + 1, w - 2, h - 2, 2, colour) +
        rect(1 + w / 2, h + 1, w - 2, h - 2, 2, light(colour, 0.06)),
    ),
  );

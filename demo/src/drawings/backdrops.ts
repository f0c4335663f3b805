/** @file What stands behind a product: seamless studio paper by day and by evening. */
import { brightness, dark, hsl, hueOf, light } from './colour.ts';
import type { Pen } from './pen.ts';
import { ellipse, rect } from './shapes.ts';

const PALE = [
  '#f2ede5',
  '#ece6da',
  '#e7ebe5',
  '#e4eaee',
  '#f1e5de',
  '#ede8ef',
  '#ebe4d4',
  '#e1e8e1',
  '#f4ecdc',
  '#e6e3dc',
];
const DEEP = [
  '#cfc4b3',
  '#c3cfc8',
  '#bfcbd5',
  '#dcc0ae',
  '#cfc3d2',
  '#b9c5b0',
  '#d9c69f',
  '#bfb3a6',
  '#d3b6ae',
  '#aebdc4',
];

export function backdropColour(pen: Pen): string {
  const list = brightness(pen.main) > 0.76 ? DEEP : PALE;
  return list[pen.seed % list.length]!;
}

/** Paper that curves from wall to floor, lit from the upper left. */
export function studio(pen: Pen, colour: string, floor = 560): string {
  const wall = pen.linear(
    [
      [0, light(colour, 0.35)],
      [0.62, colour],
      [0.74, dark(colour, 0.05)],
      [0.86, light(colour, 0.18)],
      [1, dark(colour, 0.06)],
    ],
    0,
    0,
    0,
    1,
  );
  const sun = pen.radial(
    [
      [0, '#ffffff', 0.75],
      [1, '#ffffff', 0],
    ],
    0.2,
    0.1,
    0.8,
  );
  const dusk = pen.radial(
    [
      [0, dark(colour, 0.5), 0],
      [0.75, dark(colour, 0.5), 0],
      [1, dark(colour, 0.5), 0.22],
    ],
    0.36,
    0.36,
    0.95,
  );
  return (
    rect(0, 0, 800, 800, 0, wall) +
    rect(0, 0, 800, 800, 0, sun) +
    rect(0, 0, 800, 800, 0, dusk) +
    ellipse(400, floor + 90, 520, 90, '#ffffff', 'opacity=".12"')
  );
}

/** The same paper after dark, in the product's own hue, with one lamp behind it. */
export function evening(pen: Pen): string {
  const hue = hueOf(pen.main);
  const base = hsl(hue, 0.24, 0.2);
  const glow = pen.radial(
    [
      [0, hsl(hue, 0.34, 0.52), 0.95],
      [0.5, hsl(hue, 0.3, 0.32), 0.75],
      [1, base, 0],
    ],
    0.42,
    0.42,
    0.6,
  );
  return (
    rect(0, 0, 800, 800, 0, base) +
    rect(0, 0, 800, 800, 0, glow) +
    ellipse(400, 700, 520, 120, hsl(hue, 0.3, 0.42), 'opacity=".28"')
  );
}

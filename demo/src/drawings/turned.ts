/** @file Things made on a wheel or a lathe: a profile of radii by height, seen from slightly above. */
import type { Pen } from './pen.ts';
import { ellipse, path, tenths } from './shapes.ts';

/** Height of a circle seen at an angle, relative to its width. */
const TILT = 0.15;

/** A height and the radius there, from top to bottom; a point given twice makes a sharp corner. */
export type Profile = readonly (readonly [y: number, radius: number])[];

function smooth(profile: Profile): [number, number][] {
  const dense: [number, number][] = [];
  const runs: (readonly [number, number])[][] = [[]];
  for (const point of profile) {
    const run = runs.at(-1)!;
    const last = run.at(-1);
    if (last !== undefined && last[0] === point[0] && last[1] === point[1]) runs.push([point]);
    else run.push(point);
  }
  for (const run of runs) {
    if (run.length === 1) dense.push([run[0]![0], run[0]![1]]);
    for (let i = 0; i + 1 < run.length; i++) {
      const [p0, p1, p2, p3] = [
        run[Math.max(0, i - 1)]!,
        run[i]!,
        run[i + 1]!,
        run[Math.min(run.length - 1, i + 2)]!,
      ];
      const steps = run.length === 2 ? 1 : 7;
      for (let s = 0; s <= steps; s++) {
        if (s === 0 && i > 0) continue;
        const t = s / steps;
        const curve = (a: number, b: number, c: number, d: number): number =>
          0.5 *
          (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t ** 3);
        dense.push([curve(p0[0], p1[0], p2[0], p3[0]), Math.max(0, curve(p0[1], p1[1], p2[1], p3[1]))]);
      }
    }
  }
  return dense;
}

export class Turned {
  private readonly points: [number, number][];
  private readonly cx: number;
  private readonly tilt: number;

  constructor(profile: Profile, cx = 400, tilt = TILT) {
    this.points = smooth(profile);
    this.cx = cx;
    this.tilt = tilt;
  }

  radius(y: number): number {
    const { points } = this;
    for (let i = 1; i < points.length; i++) {
      const [y1, r1] = points[i]!;
      const [y0, r0] = points[i - 1]!;
      if (y <= y1 && y1 > y0) return r0 + ((r1 - r0) * Math.max(0, y - y0)) / (y1 - y0);
    }
    return points.at(-1)![1];
  }

  private outline(points: readonly [number, number][], left: number, right: number): string {
    const { cx, tilt } = this;
    const [topY, topR] = points[0]!;
    const [lowY, lowR] = points.at(-1)!;
    const arc = (radius: number, x: number, y: number, sweep: number): string =>
      `A${tenths(Math.max(0.1, radius))} ${tenths(Math.max(0.1, radius * tilt))} 0 0 ${sweep} ${tenths(x)} ${tenths(y)}`;
    const sides = (list: readonly [number, number][], factor: number): string =>
      list.map(([y, r]) => `L${tenths(cx + r * factor)} ${tenths(y)}`).join('');
    const whole = left === -1 && right === 1;
    const start = `M${tenths(cx + topR * left)} ${tenths(topY)}`;
    const top = whole ? arc(topR, cx + topR, topY, 1) : '';
    const bottom = whole ? arc(lowR, cx - lowR, lowY, 1) : '';
    return `${start}${top}${sides(points, right)}${bottom}${sides([...points].reverse(), left)}Z`;
  }

  get path(): string {
    return this.outline(this.points, -1, 1);
  }

  body(fill: string, extra = ''): string {
    return path(this.path, fill, extra);
  }

  /** The surface between two heights, with curved edges. */
  bandPath(from: number, to: number, grow = 0): string {
    const { cx, tilt } = this;
    const inside: [number, number][] = [
      [from, this.radius(from)],
      ...this.points.filter(([y]) => y > from && y < to),
      [to, this.radius(to)],
    ];
    const side = (list: readonly [number, number][], sign: number): string =>
      list.map(([y, r]) => `L${tenths(cx + sign * (r + grow))} ${tenths(y)}`).join('');
    const a = this.radius(from) + grow;
    const b = this.radius(to) + grow;
    return `M${tenths(cx - a)} ${tenths(from)}A${tenths(a)} ${tenths(a * tilt)} 0 0 0 ${tenths(cx + a)} ${tenths(from)}${side(inside, 1)}A${tenths(b)} ${tenths(b * tilt)} 0 0 1 ${tenths(cx - b)} ${tenths(to)}${side([...inside].reverse(), -1)}Z`;
  }

  band(from: number, to: number, fill: string, extra = '', grow = 0): string {
    return path(this.bandPath(from, to, grow), fill, extra);
  }

  /** A reflection that runs down the surface between two fractions of the radius. */
  gloss(pen: Pen, left = -0.74, right = -0.5, strength = 0.5, from = 0.06, to = 0.9): string {
    const top = this.points[0]![0];
    const height = this.points.at(-1)![0] - top;
    const y0 = top + height * from;
    const y1 = top + height * to;
    const some: [number, number][] = [
      [y0, this.radius(y0)],
      ...this.points.filter(([y]) => y > y0 && y < y1),
      [y1, this.radius(y1)],
    ];
    const fill = pen.linear(
      [
        [0, '#ffffff', 0],
        [0.2, '#ffffff', strength],
        [0.7, '#ffffff', strength * 0.55],
        [1, '#ffffff', 0],
      ],
      0,
      0,
      0,
      1,
    );
    return path(this.outline(some, left, right), fill);
  }

  /** The circle at a height. */
  ring(y: number, fill: string, extra = '', grow = 0): string {
    const r = this.radius(y) + grow;
    return ellipse(this.cx, y, r, r * this.tilt, fill, extra);
  }

  /** An open mouth: lip, inner wall and what is inside. */
  mouth(pen: Pen, colour: string, inside: string, lip = 7): string {
    const [y, r] = this.points[0]!;
    return (
      ellipse(
        this.cx,
        y,
        r,
        r * this.tilt,
        pen.linear(
          [
            [0, '#ffffff'],
            [0.5, colour],
            [1, colour],
          ],
          0,
          0,
          1,
          1,
        ),
      ) + ellipse(this.cx, y + lip * 0.16, r - lip, (r - lip) * this.tilt, inside)
    );
  }
}

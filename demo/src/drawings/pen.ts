/**
 * @file What an archetype draws with: its colours, its form and its luck, and paints that light everything from the upper
 * left. Drawings live in an 800 x 800 box; things that stand do so around x = 400 on the floor at y = 650.
 */
import { BRANDS } from '../catalogue/brands.ts';
import { KINDS } from '../catalogue/kinds/index.ts';
import type { PictureSpec } from '../catalogue/picture-spec.ts';
import { Random } from '../random.ts';
import { dark, ink, light, mix } from './colour.ts';
import { ellipse, tenths } from './shapes.ts';

export type Stop = [offset: number, colour: string, opacity?: number];

export interface TextStyle {
  fill?: string;
  font?: 'serif' | 'sans';
  weight?: number;
  spacing?: number;
  /** Shrinks the text to fit. */
  width?: number;
  italic?: boolean;
  anchor?: 'start' | 'middle' | 'end';
}

const FONTS = {
  serif: "Georgia,'Liberation Serif','DejaVu Serif',serif",
  sans: "Helvetica,Arial,'Liberation Sans',sans-serif",
};

/** Flavours are known by picture and colour, so a label can be printed without a word in the address. */
const FLAVOURS = new Map<string, string>();
for (const kind of KINDS) {
  for (const flavour of kind.flavours) FLAVOURS.set(`${kind.picture} #${flavour.hex}`, flavour.name);
}

/** The defs of one picture, shared by everything drawn into it. */
export class Definitions {
  private readonly parts: string[] = [];
  private readonly prefix: string;

  constructor(prefix: string) {
    this.prefix = prefix;
  }

  add(make: (id: string) => string): string {
    const id = `${this.prefix}${this.parts.length}`;
    this.parts.push(make(id));
    return id;
  }

  toString(): string {
    return `<defs>${this.parts.join('')}</defs>`;
  }
}

/** Of a word in em, on the wide side: a browser takes the font that it has. */
const widthOf = (words: string): number => {
  let width = 0;
  for (const letter of words)
    width += /[MWmw@]/.test(letter)
      ? 0.9
      : /[A-Z&%0-9]/.test(letter)
        ? 0.7
        : /[ .,'’iljtfr-]/.test(letter)
          ? 0.36
          : 0.56;
  return width;
};

const stopTags = (stops: readonly Stop[]): string =>
  stops
    .map(([offset, colour, opacity]) =>
      opacity === undefined
        ? `<stop offset="${offset}" stop-color="${colour}"/>`
        : `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    )
    .join('');

export class Pen {
  readonly main: string;
  readonly accent: string;
  readonly form: number;
  readonly seed: number;
  private readonly pieces: number | undefined;
  readonly archetype: string;
  readonly brand: string;
  readonly flavour: string | undefined;
  readonly rng: Random;
  readonly defs: Definitions;

  constructor(spec: PictureSpec, defs: Definitions) {
    this.main = `#${spec.main}`;
    this.accent = `#${spec.accent}`;
    this.form = spec.form;
    this.seed = spec.seed;
    this.pieces = spec.pieces;
    this.archetype = spec.archetype;
    this.brand = (BRANDS[spec.brand] ?? BRANDS[0]!).name;
    this.flavour = FLAVOURS.get(`${spec.archetype} #${spec.main}`);
    this.rng = new Random('draw', spec.archetype, spec.seed);
    this.defs = defs;
  }

  /** One of `count` forms. */
  pick(count: number): number {
    return this.form % count;
  }

  /** How many pieces to draw of a set: `usual` if the spec does not say, and never more than `most`. */
  piecesOr(usual: number, most: number): number {
    return Math.min(this.pieces ?? usual, most);
  }

  linear(stops: readonly Stop[], x1 = 0, y1 = 0, x2 = 1, y2 = 0): string {
    const id = this.defs.add(
      (key) =>
        `<linearGradient id="${key}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopTags(stops)}</linearGradient>`,
    );
    return `url(#${id})`;
  }

  radial(stops: readonly Stop[], cx = 0.5, cy = 0.5, r = 0.5): string {
    const id = this.defs.add(
      (key) =>
        `<radialGradient id="${key}" cx="${cx}" cy="${cy}" r="${r}">${stopTags(stops)}</radialGradient>`,
    );
    return `url(#${id})`;
  }

  /** Matte surface of an upright cylinder. */
  cylinder(colour: string): string {
    return this.linear([
      [0, dark(colour, 0.24)],
      [0.12, colour],
      [0.3, light(colour, 0.3)],
      [0.5, colour],
      [0.82, dark(colour, 0.34)],
      [1, dark(colour, 0.22)],
    ]);
  }

  /** Polished metal, upright cylinder. */
  metal(colour: string): string {
    return this.linear([
      [0, dark(colour, 0.38)],
      [0.1, dark(colour, 0.05)],
      [0.22, light(colour, 0.72)],
      [0.34, colour],
      [0.55, dark(colour, 0.32)],
      [0.72, dark(colour, 0.08)],
      [0.84, light(colour, 0.36)],
      [1, dark(colour, 0.45)],
    ]);
  }

  ball(colour: string): string {
    return this.radial(
      [
        [0, light(colour, 0.5)],
        [0.3, light(colour, 0.12)],
        [0.68, dark(colour, 0.12)],
        [1, dark(colour, 0.44)],
      ],
      0.36,
      0.28,
      0.78,
    );
  }

  /** A flat or gently curved face: light upper left, darker lower right. */
  face(colour: string, depth = 1): string {
    return this.linear(
      [
        [0, light(colour, 0.2 * depth)],
        [0.45, colour],
        [1, dark(colour, 0.24 * depth)],
      ],
      0,
      0,
      1,
      1,
    );
  }

  /** Light above, dark below. */
  down(colour: string, depth = 1): string {
    return this.linear(
      [
        [0, light(colour, 0.22 * depth)],
        [0.5, colour],
        [1, dark(colour, 0.3 * depth)],
      ],
      0,
      0,
      0,
      1,
    );
  }

  /** Clear or tinted glass, upright cylinder. */
  glass(colour: string, density = 1): string {
    return this.linear([
      [0, dark(colour, 0.28), 0.62 * density],
      [0.1, colour, 0.4 * density],
      [0.24, light(colour, 0.75), 0.55 * density],
      [0.4, colour, 0.22 * density],
      [0.75, colour, 0.3 * density],
      [0.93, dark(colour, 0.2), 0.5 * density],
      [1, dark(colour, 0.35), 0.66 * density],
    ]);
  }

  fade(colour: string, from: number, to: number, x1 = 0, y1 = 0, x2 = 1, y2 = 0): string {
    return this.linear(
      [
        [0, colour, from],
        [1, colour, to],
      ],
      x1,
      y1,
      x2,
      y2,
    );
  }

  /** Where a thing meets the floor: a dark seam, and a wide soft shadow that falls to the lower right. */
  ground(cx: number, cy: number, rx: number, strength = 1, flatness = 0.16): string {
    const wide = this.radial([
      [0, '#2a2230', 0.42 * strength],
      [0.55, '#2a2230', 0.2 * strength],
      [1, '#2a2230', 0],
    ]);
    const seam = this.radial([
      [0, '#1c1520', 0.75 * strength],
      [0.7, '#1c1520', 0.45 * strength],
      [1, '#1c1520', 0],
    ]);
    return (
      ellipse(cx + rx * 0.28, cy + rx * 0.03, rx * 1.45, rx * flatness * 1.75, wide) +
      ellipse(cx + rx * 0.04, cy, rx * 1.06, rx * flatness, seam)
    );
  }

  blur(radius: number): string {
    const id = this.defs.add(
      (key) =>
        `<filter id="${key}" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="${radius}"/></filter>`,
    );
    return `filter="url(#${id})"`;
  }

  /** Shadow of something that lies on a table or hangs on a wall. */
  lift(content: string, distance = 14): string {
    const id = this.defs.add(
      (key) =>
        `<filter id="${key}" x="-20%" y="-20%" width="150%" height="150%"><feDropShadow dx="${tenths(distance * 0.7)}" dy="${distance}" stdDeviation="${tenths(distance * 0.9)}" flood-color="#2a2230" flood-opacity=".36"/></filter>`,
    );
    return `<g filter="url(#${id})">${content}</g>`;
  }

  clip(d: string, content: string): string {
    const id = this.defs.add((key) => `<clipPath id="${key}"><path d="${d}"/></clipPath>`);
    return `<g clip-path="url(#${id})">${content}</g>`;
  }

  /** A repeating fill. */
  pattern(width: number, height: number, content: string, angle = 0): string {
    const id = this.defs.add(
      (key) =>
        `<pattern id="${key}" width="${width}" height="${height}" patternUnits="userSpaceOnUse" patternTransform="rotate(${angle})">${content}</pattern>`,
    );
    return `url(#${id})`;
  }

  /** Threads, to lay over a fabric. */
  weave(colour: string, size = 6): string {
    return this.pattern(
      size,
      size,
      `<path d="M0 ${size / 4}h${size}M0 ${size * 0.75}h${size}" stroke="${dark(colour, 0.4)}" stroke-opacity=".16"/><path d="M${size / 4} 0v${size}M${size * 0.75} 0v${size}" stroke="${light(colour, 0.6)}" stroke-opacity=".2"/>`,
    );
  }

  /** Stockinette, to lay over a knit. */
  knit(colour: string, size = 14): string {
    const half = size / 2;
    return this.pattern(
      size,
      size * 0.8,
      `<path d="M0 0q${half * 0.3} ${size * 0.5} ${half} ${size * 0.7}q${half * 0.7} ${-size * 0.2} ${half} ${-size * 0.7}" fill="none" stroke="${dark(colour, 0.5)}" stroke-opacity=".34" stroke-width="${size * 0.16}"/><path d="M${half * 0.5} 0q${half * 0.1} ${size * 0.3} ${half * 0.5} ${size * 0.4}" fill="none" stroke="${light(colour, 0.6)}" stroke-opacity=".35" stroke-width="${size * 0.12}"/>`,
    );
  }

  /** Long wavering lines of wood, to lay over a board; clipped by the caller. */
  grain(x: number, y: number, w: number, h: number, colour: string, count = 14, vertical = false): string {
    let lines = '';
    for (let i = 0; i < count; i++) {
      const at = (i + this.rng.next() * 0.8) / count;
      const bend = (this.rng.next() - 0.5) * (vertical ? w : h) * 0.12;
      const d = vertical
        ? `M${tenths(x + w * at)} ${tenths(y)}c${tenths(bend)} ${tenths(h * 0.3)} ${tenths(-bend)} ${tenths(h * 0.6)} ${tenths(bend * 0.4)} ${tenths(h)}`
        : `M${tenths(x)} ${tenths(y + h * at)}c${tenths(w * 0.3)} ${tenths(bend)} ${tenths(w * 0.6)} ${tenths(-bend)} ${tenths(w)} ${tenths(bend * 0.4)}`;
      lines += `<path d="${d}" fill="none" stroke="${i % 3 === 0 ? light(colour, 0.4) : dark(colour, 0.5)}" stroke-opacity="${tenths(0.16 + this.rng.next() * 0.2) || 0.2}" stroke-width="${tenths(1 + this.rng.next() * 2.2)}"/>`;
    }
    return lines;
  }

  /** Fine dots of clay or terrazzo. */
  speckle(x: number, y: number, w: number, h: number, colour: string, count = 60): string {
    let dots = '';
    for (let i = 0; i < count; i++) {
      dots += `<circle cx="${tenths(x + this.rng.next() * w)}" cy="${tenths(y + this.rng.next() * h)}" r="${tenths(0.8 + this.rng.next() * 1.8)}" fill="${colour}" opacity="${tenths(0.2 + this.rng.next() * 0.4)}"/>`;
    }
    return dots;
  }

  text(words: string, x: number, y: number, size: number, style: TextStyle = {}): string {
    const {
      fill = '#222222',
      font = 'sans',
      weight = 400,
      spacing = 0,
      width,
      italic,
      anchor = 'middle',
    } = style;
    const estimate = widthOf(words) * size * (weight >= 600 ? 1.1 : 1) + words.length * spacing;
    const fitted = width !== undefined && estimate > width ? size * (width / estimate) : size;
    const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<text x="${tenths(x)}" y="${tenths(y)}" font-family="${FONTS[font]}" font-size="${tenths(fitted)}" font-weight="${weight}" letter-spacing="${tenths((spacing * fitted) / size)}" text-anchor="${anchor}" fill="${fill}"${italic ? ' font-style="italic"' : ''}>${safe}</text>`;
  }

  /** A colour that can be read on `ground`. */
  inkOn(ground: string): string {
    return ink(ground);
  }

  tone(amount: number): string {
    return amount >= 0 ? light(this.main, amount) : dark(this.main, -amount);
  }

  blend(amount: number): string {
    return mix(this.main, this.accent, amount);
  }
}

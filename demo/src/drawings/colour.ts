/** @file Colour arithmetic for drawing: lights lean warm, shadows lean cool. Colours are `#rrggbb`. */

type Rgb = [number, number, number];

const rgbOf = (colour: string): Rgb => {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

const hexOf = ([r, g, b]: Rgb): string =>
  `#${((1 << 24) | (Math.round(r) << 16) | (Math.round(g) << 8) | Math.round(b)).toString(16).slice(1)}`;

export function mix(from: string, to: string, amount: number): string {
  const a = rgbOf(from);
  const b = rgbOf(to);
  return hexOf([a[0] + (b[0] - a[0]) * amount, a[1] + (b[1] - a[1]) * amount, a[2] + (b[2] - a[2]) * amount]);
}

export const light = (colour: string, amount: number): string => mix(colour, '#fffaf2', amount);

/** Darkens by multiplying towards a cool shade of the same colour, so shadows stay colourful. */
export function dark(colour: string, amount: number): string {
  const [r, g, b] = rgbOf(colour);
  return mix(colour, hexOf([r * 0.16 + 6, g * 0.15 + 5, b * 0.2 + 14]), amount);
}

/** Perceived brightness, 0 to 1. */
export function brightness(colour: string): number {
  const [r, g, b] = rgbOf(colour);
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255;
}

/** A colour for print on `ground` that can be read. */
export const ink = (ground: string): string =>
  brightness(ground) > 0.55 ? dark(ground, 0.82) : light(ground, 0.86);

export function hueOf(colour: string): number {
  const [r, g, b] = rgbOf(colour).map((value) => value / 255) as Rgb;
  const high = Math.max(r, g, b);
  const span = high - Math.min(r, g, b);
  if (span < 0.02) return 40;
  const hue = high === r ? ((g - b) / span) % 6 : high === g ? (b - r) / span + 2 : (r - g) / span + 4;
  return (hue * 60 + 360) % 360;
}

export function hsl(hue: number, saturation: number, lightness: number): string {
  const a = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number): number => {
    const k = (n + hue / 30) % 12;
    return 255 * (lightness - a * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return hexOf([channel(0), channel(8), channel(4)]);
}

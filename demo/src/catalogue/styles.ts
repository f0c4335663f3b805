/** The six looks that brands have and shoppers prefer; order matters, they are indexed. */
export const STYLES = ['nordic', 'heritage', 'technical', 'playful', 'natural', 'everyday'] as const;
export type Style = (typeof STYLES)[number];

/** Colour families: neutral, warm, cool, dark, bright, earth. */
export const FAMILIES = ['n', 'w', 'c', 'd', 'b', 'e'] as const;
export type Family = (typeof FAMILIES)[number];

/** How strongly a brand of a style reaches for a colour family. */
export const STYLE_COLOURS: Record<Style, Record<Family, number>> = {
  nordic: { n: 4, w: 0.8, c: 1.8, d: 1.4, b: 0.2, e: 1.4 },
  heritage: { n: 1.2, w: 3, c: 1, d: 2.6, b: 0.2, e: 1.4 },
  technical: { n: 1, w: 0.5, c: 2.4, d: 3.4, b: 1, e: 0.5 },
  playful: { n: 0.5, w: 1.4, c: 1.4, d: 0.2, b: 4.5, e: 0.7 },
  natural: { n: 2.4, w: 1.6, c: 0.6, d: 0.4, b: 0.3, e: 4 },
  everyday: { n: 1.6, w: 1, c: 1.4, d: 1.4, b: 1, e: 0.8 },
};

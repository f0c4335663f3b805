/**
 * @file The text that stands for a picture: `mug.c8553d.f2e3d5.3.10417.12.0` is archetype, main colour, accent, form, seed,
 * brand and view. Of a set, `.4` at the end is the number of pieces. It holds everything that a picture needs, and cannot hold anything else.
 */

export interface PictureSpec {
  archetype: string;
  /** Six hex digits each. */
  main: string;
  accent: string;
  /** Which shape of the archetype, 0-9. */
  form: number;
  /** 0-99,999. */
  seed: number;
  /** Place in BRANDS, 0-99. */
  brand: number;
  view: number;
  /** How many are in the set, 1-99, if the title says so. */
  pieces?: number | undefined;
}

/** From `home` on, each view is another shopper's snapshot. */
export const VIEWS = { main: 0, detail: 1, scene: 2, group: 3, evening: 4, home: 5 } as const;
export const HOMES = 5;

const MAX_SPEC_LENGTH = 64;
const SHAPE =
  /^([a-z]{2,16})\.([0-9a-f]{6})\.([0-9a-f]{6})\.(\d)\.(0|[1-9]\d{0,4})\.(0|[1-9]\d?)\.(\d)(?:\.([1-9]\d?))?$/;

export function formatSpec(spec: PictureSpec): string {
  const parts = [spec.archetype, spec.main, spec.accent, spec.form, spec.seed, spec.brand, spec.view];
  return (spec.pieces === undefined ? parts : [...parts, spec.pieces]).join('.');
}

export function parseSpec(text: string): PictureSpec | undefined {
  if (typeof text !== 'string' || text.length > MAX_SPEC_LENGTH) return undefined;
  const match = SHAPE.exec(text);
  if (match === null) return undefined;
  const [, archetype, main, accent, form, seed, brand, view, pieces] = match;
  return {
    archetype: archetype!,
    main: main!,
    accent: accent!,
    form: Number(form),
    seed: Number(seed),
    brand: Number(brand),
    view: Number(view),
    pieces: pieces === undefined ? undefined : Number(pieces),
  };
}

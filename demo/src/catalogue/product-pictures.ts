import { Random } from '../random.ts';
import type { MetaImage } from './meta-row.ts';
import { formatSpec, HOMES, VIEWS } from './picture-spec.ts';
import type { Product } from './product.ts';

/** Main view first, then a close look, a scene and, for some, more. */
export function picturesOf(product: Product): MetaImage[] {
  const rng = new Random('pictures', product.pictureSeed, product.index);
  const views: number[] = [VIEWS.main];
  if (rng.chance(0.9)) views.push(VIEWS.scene);
  if (rng.chance(0.75)) views.push(VIEWS.detail);
  if (rng.chance(0.4)) views.push(VIEWS.group);
  if (rng.chance(0.3)) views.push(VIEWS.evening);
  if (views.length === 1) views.push(VIEWS.detail);
  return views.map((view, place) => {
    const url = addressOf(product, view);
    return { thumb: url, large: url, hi_res: url, variant: place === 0 ? 'MAIN' : `PT0${place}` };
  });
}

/** How many snapshots of a product differ from each other. */
export const mostSnapshots = HOMES;

/** The product as one shopper has it at home. */
export const snapshotOf = (product: Product, number: number): string =>
  addressOf(product, VIEWS.home + number);

const addressOf = (product: Product, view: number): string =>
  `/media/drawn/${formatSpec({
    archetype: product.kind.picture,
    main: product.colour.hex,
    accent: product.accent,
    form: product.form,
    seed: product.pictureSeed,
    brand: product.brandIndex,
    view,
    pieces: piecesOf(product),
  })}.svg`;

/** Of a set of things of one shape, the number in it. */
function piecesOf({ size }: Product): number | undefined {
  const number = /^Set of (\d+)$|^(\d+)(?: Rings|-Piece)$/.exec(size);
  return number === null ? undefined : Number(number[1] ?? number[2]);
}

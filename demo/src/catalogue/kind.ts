import type { Department } from './brands.ts';
import type { PaletteName } from './palettes.ts';

/** A colour that is really a flavour or a scent: "Smoked Paprika" is red, and the title says the flavour. */
export interface Flavour {
  name: string;
  hex: string;
}

/**
 * A kind of product: everything that all French presses have in common.
 * Lists are written as one string with `|` between entries; texts may hold {size} {material} {color} {brand} {noun}.
 */
export interface KindSpec {
  department: Department;
  /** Category path below the department. */
  path: string;
  /** Picture archetype. */
  picture: string;
  /** Title nouns; the place in the list picks the form of the picture. */
  nouns: string;
  /** The word a sentence uses. */
  noun: string;
  plural?: boolean;
  /** Median in dollars, and the sigma of the logarithm. */
  price: [number, number];
  /** Relative number of products. */
  share?: number;
  palette: PaletteName;
  /** Replaces colours in titles: `Vanilla Oat e8d9b8|Black Fig 4b2f45`. */
  flavours?: string;
  flavourWord?: 'Flavor' | 'Scent' | 'Shade' | 'Genre';
  materials: string;
  sizes: string;
  /** What people wear has the sizes of clothes or of shoes. `sizes` then says for whom it is cut, and `cutWord` what that is called. */
  worn?: 'clothes' | 'shoes';
  cutWord?: 'Department' | 'Fit';
  /** Shoppers choose one of `sizes` on the page of the product; the attribute that holds it. */
  chosenSize?: 'size' | 'contents';
  /** Shoppers expect to choose a colour. */
  comesInColours?: boolean;
  facts: string;
  lines: string;
  praise: string;
  gripes: string;
  /** How readily someone buys another one, 0 to 1. */
  again?: number;
  /** Width, depth, height in inches and weight in pounds. */
  dims: [number, number, number, number];
  /** Month (0-11) in which it sells best, and how strongly (0-1). */
  season?: [number, number];
  publisher?: boolean;
  /** One form of picture for the whole kind, whatever the noun. */
  form?: number;
}

export interface Kind {
  id: string;
  department: Department;
  path: string[];
  picture: string;
  nouns: string[];
  noun: string;
  plural: boolean;
  price: [number, number];
  share: number;
  palette: PaletteName;
  flavours: Flavour[];
  flavourWord: string;
  materials: string[];
  sizes: string[];
  worn: 'clothes' | 'shoes' | undefined;
  cutWord: 'Department' | 'Fit';
  chosenSize: 'size' | 'contents' | undefined;
  comesInColours: boolean;
  facts: string[];
  lines: string[];
  praise: string[];
  gripes: string[];
  again: number;
  dims: [number, number, number, number];
  season: [number, number];
  publisher: boolean;
  form: number | undefined;
}

const list = (text: string): string[] =>
  text
    .split('|')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

export function kind(id: string, spec: KindSpec): Kind {
  return {
    ...spec,
    id,
    plural: spec.plural ?? false,
    share: spec.share ?? 1,
    path: list(spec.path),
    nouns: list(spec.nouns),
    flavours: list(spec.flavours ?? '').map((entry) => ({ name: entry.slice(0, -7), hex: entry.slice(-6) })),
    flavourWord: spec.flavourWord ?? 'Flavor',
    materials: list(spec.materials),
    sizes: list(spec.sizes),
    worn: spec.worn,
    cutWord: spec.cutWord ?? 'Department',
    chosenSize: spec.chosenSize,
    comesInColours: spec.comesInColours ?? false,
    facts: list(spec.facts),
    lines: list(spec.lines),
    praise: list(spec.praise),
    gripes: list(spec.gripes),
    again: spec.again ?? 0.35,
    season: spec.season ?? [0, 0],
    publisher: spec.publisher ?? false,
    form: spec.form,
  };
}

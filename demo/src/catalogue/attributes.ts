/** @file By what the demo shop describes and filters its products, besides brand and colour. */
import type { Product } from './product.ts';

/** One declaration, as `kindred attributes declare` takes it. */
export interface DemoAttribute {
  code: string;
  label: string;
  kind: 'text' | 'color' | 'size';
  /** Columns of `meta.jsonl`. */
  sources: readonly string[];
  /** Whether lists can be filtered by it. */
  isFacet: boolean;
}

export const demoAttributes = [
  { code: 'size', label: 'Size', kind: 'size', sources: ['size'], isFacet: true },
  { code: 'material', label: 'Material', kind: 'text', sources: ['material'], isFacet: true },
  { code: 'contents', label: 'Contents', kind: 'size', sources: ['contents'], isFacet: false },
] as const satisfies readonly DemoAttribute[];

export type AttributeColumns = {
  [attribute in (typeof demoAttributes)[number] as attribute['code']]?: string;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Clothes and shoes have a size and a material. Of the rest, some are chosen by how much is inside. */
export function attributesOf({ kind, size, wornSize, material }: Product): AttributeColumns {
  if (kind.chosenSize === 'contents') return { contents: size };
  if (wornSize === undefined && kind.chosenSize !== 'size') return {};
  return { size: wornSize ?? size, material: capital(material) };
}

/** @file Measures how well an index answers judged searches, as people type them (`judged-searches/README.md`). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchIndex } from '../apps/server/src/ports/search-index.ts';

export type CatalogueName = 'demo' | 'health' | 'gift-cards';
export const halves = ['tuning', 'aside'] as const;

/** The fields that rules use. */
export interface JudgedProduct {
  readonly productId: number;
  /** Shared by the variants of a product, of which a search shows one. */
  readonly item: string;
  readonly title: string;
  /** From the department down, joined with ` > `. */
  readonly category: string;
  readonly color: string;
  readonly size: string;
  readonly brand: string;
  /** All fields, details, features and description, one line each. */
  readonly any: string;
}

type Field = Exclude<keyof JudgedProduct, 'productId' | 'item'>;
type Condition = { readonly [field in Field]?: string } & { readonly not?: Rule };
/** In a list, one matching condition is enough. */
type Rule = Condition | readonly Condition[];
export type Grade = 0 | 1 | 2 | 3;

interface JudgedSearch {
  readonly text: string;
  readonly class: string;
  readonly intent: string;
  readonly kind: Rule;
  readonly grades: readonly { readonly grade: Grade; readonly when: Rule }[];
}

export interface SearchFigures {
  readonly searches: number;
  /** The mean over the searches, 0 to 1. */
  readonly ndcg: number;
  /** The share of searches whose first three results are all of the right kind (or all products of the kind, if there are fewer). */
  readonly rightKind: number;
}

export interface JudgedFigures extends SearchFigures {
  readonly classes: Readonly<Record<string, SearchFigures>>;
  /** One line per search, for people: the results with their grades. */
  readonly answers: readonly string[];
}

const depth = 10;
const firsts = 3;

export function readSearches(
  catalogue: CatalogueName,
  half: (typeof halves)[number],
): readonly JudgedSearch[] {
  const file = join(import.meta.dirname, 'judged-searches', `${catalogue}.${half}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { queries: JudgedSearch[] }).queries;
}

/** @throws when a search has no product of its kind or with a grade, because it then measures nothing. */
export async function judgeSearches(
  index: SearchIndex,
  products: readonly JudgedProduct[],
  searches: readonly JudgedSearch[],
): Promise<JudgedFigures> {
  const judged: { class: string; ndcg: number; isRightKind: boolean }[] = [];
  const answers: string[] = [];
  for (const search of searches) {
    const { grades, best, kind, kindItems } = judge(search, products);
    const page = await index.search({
      text: search.text,
      filters: {},
      sort: 'relevance',
      limit: depth,
    });
    const ids = page.productIds;
    const shown = ids.map((id) => grades.get(id) ?? 0);
    const wanted = Math.min(firsts, kindItems);
    const isRightKind = ids.slice(0, wanted).filter((id) => kind.has(id)).length === wanted;
    const ndcg = gainOf(shown) / gainOf([...best.values()].toSorted((a, b) => b - a).slice(0, depth));
    judged.push({ class: search.class, ndcg, isRightKind });
    const reading = page.reading === 'as-typed' ? '' : ` (${page.reading} ${page.correction ?? ''})`;
    answers.push(
      `${ndcg.toFixed(2)} ${isRightKind ? ' ' : '!'} ${search.text}${reading}: ${shown.join(' ')} of ${page.total}`,
    );
  }
  return {
    ...figuresOf(judged),
    classes: Object.fromEntries(
      [...Map.groupBy(judged, (one) => one.class)].map(([name, ones]) => [name, figuresOf(ones)]),
    ),
    answers,
  };
}

function figuresOf(judged: readonly { ndcg: number; isRightKind: boolean }[]): SearchFigures {
  return {
    searches: judged.length,
    ndcg: judged.reduce((sum, { ndcg }) => sum + ndcg, 0) / judged.length,
    rightKind: judged.filter(({ isRightKind }) => isRightKind).length / judged.length,
  };
}

/** Returns the grades of all products that have one, the best grade of each item, and the products of the kind. */
function judge(
  search: JudgedSearch,
  products: readonly JudgedProduct[],
): {
  grades: ReadonlyMap<number, Grade>;
  best: ReadonlyMap<string, Grade>;
  kind: ReadonlySet<number>;
  kindItems: number;
} {
  const grades = new Map<number, Grade>();
  const best = new Map<string, Grade>();
  const rules = search.grades.map(({ grade, when }) => ({ grade, fits: fitting(when) }));
  for (const product of products) {
    const first = rules.find(({ fits }) => fits(product));
    if (first === undefined) continue;
    grades.set(product.productId, first.grade);
    if (first.grade > (best.get(product.item) ?? -1)) best.set(product.item, first.grade);
  }
  const isKind = fitting(search.kind);
  const ofKind = products.filter(isKind);
  const kind = new Set(ofKind.map(({ productId }) => productId));
  if (kind.size === 0 || ![...grades.values()].includes(3))
    throw new Error(`“${search.text}”: the catalogue has nothing that it asks for.`);
  return { grades, best, kind, kindItems: new Set(ofKind.map(({ item }) => item)).size };
}

function fitting(rule: Rule): (product: JudgedProduct) => boolean {
  const conditions = (Array.isArray(rule) ? rule : [rule]).map((condition: Condition) => {
    const { not, ...fields } = condition;
    const patterns = Object.entries(fields).map(
      ([field, pattern]) => [field as Field, new RegExp(pattern, 'iu')] as const,
    );
    const isRefused = not ? fitting(not) : () => false;
    return (product: JudgedProduct) =>
      patterns.every(([field, pattern]) => pattern.test(product[field])) && !isRefused(product);
  });
  return (product) => conditions.some((fits) => fits(product));
}

/** Discounted, because fewer people see lower results. */
const gainOf = (grades: readonly Grade[]): number =>
  grades.reduce<number>((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);

/** @file The merchant's rules for shelves, as values: what a shelf pins, blocks and boosts at a time. */
import type { RecommendationContext, ShelfRuleKind } from '@kindred/contracts';
import type { ListedItem, ListedProducts } from '../../../ports/listed-products.ts';

export interface ShelfRule {
  readonly kind: ShelfRuleKind;
  /** Undefined: every shelf. */
  readonly slot: RecommendationContext | undefined;
  readonly subject: /** Its item by the database: the products in memory do not know that of a product that has left the shop. */
    | { readonly productId: number; readonly itemId: number }
    | { readonly brand: string }
    /** With the categories below it. */
    | { readonly categoryId: number };
  readonly position: number | undefined;
  readonly factor: number | undefined;
  readonly startsAt: Date | undefined;
  readonly endsAt: Date | undefined;
}

/** The rules of one shelf. */
export interface RulesOfShelf {
  /** Those that count now. */
  readonly current: readonly ShelfRule[];
  /** The items by position, from 1. The newest rule for a position wins. */
  readonly pins: ReadonlyMap<number, number>;
  isBlocked(item: ListedItem): boolean;
  /** Above 1: move it up. The factors of several rules are multiplied. */
  factorOf(item: ListedItem): number;
}

/** @param rules the newest first */
export function rulesOfShelf(
  rules: readonly ShelfRule[],
  { slot, now, products }: { slot: RecommendationContext; now: Date; products: ListedProducts },
): RulesOfShelf {
  const current = rules.filter(
    (rule) =>
      (rule.slot === undefined || isSameSlot(rule.slot, slot)) &&
      (rule.startsAt === undefined || rule.startsAt <= now) &&
      (rule.endsAt === undefined || now < rule.endsAt),
  );
  const itemOf = ({ productId, itemId }: { productId: number; itemId: number }): number =>
    products.has(productId) ? products.itemOf(productId) : itemId;
  const isAbout = ({ subject }: ShelfRule, { itemId, brand, categoryId }: ListedItem): boolean => {
    if ('productId' in subject) return itemOf(subject) === itemId;
    if ('brand' in subject) return subject.brand === brand;
    return categoryId !== null && products.isWithin(categoryId, subject.categoryId);
  };
  const pins = new Map<number, number>();
  const pinned = new Set<number>();
  for (const { kind, subject, position } of current) {
    if (kind !== 'pin' || position === undefined || !('productId' in subject)) continue;
    const itemId = itemOf(subject);
    if (pins.has(position) || pinned.has(itemId)) continue;
    pins.set(position, itemId);
    pinned.add(itemId);
  }
  const blocks = current.filter(({ kind }) => kind === 'block');
  const boosts = current.filter(({ kind }) => kind === 'boost');
  return {
    current,
    pins,
    isBlocked: (item) => blocks.some((rule) => isAbout(rule, item)),
    factorOf: (item) =>
      boosts.reduce((product, rule) => (isAbout(rule, item) ? product * rule.factor! : product), 1),
  };
}

/** `product` is the older name of `product-similar`. */
function isSameSlot(one: RecommendationContext, other: RecommendationContext): boolean {
  const name = (slot: RecommendationContext) => (slot === 'product' ? 'product-similar' : slot);
  return name(one) === name(other);
}

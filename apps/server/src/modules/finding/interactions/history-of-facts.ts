/**
 * @file What a shopper's deeds and words say about their taste. The same rules, as SQL over all members, choose what a model learns (`liked.ts`,
 * `sent.ts`); a test compares both.
 */
import type { Deed, Signals } from '@kindred/contracts';
import { type DeedRow, dislikedOf, emptyHistory, entriesOf, type History } from './history.ts';
import { leastLikedRating } from './liked.ts';
import { mostViewed, viewedDays } from './signals.ts';

/** A row about one shopper. */
export interface Fact {
  /**
   * `clock`: the time of reading, once for all shoppers. `review`, or `hidden-review` if it is not published. `had paid` for the line of an order that is paid and
   * not cancelled, or only one of both words. `sent-` and the kind of an interaction that another shop sent. A kind of feedback. Otherwise `view`, `carted`,
   * `wished` or `opted-out`.
   */
  readonly kind: string;
  readonly product_id: number | null;
  readonly item_id: number | null;
  /** Whether the product is in a group. */
  readonly is_grouped: boolean;
  /** Seconds before the time of reading. Negative for later deeds. */
  readonly age: number;
  /** The stars of a review or a rating; the number of an event; for the clock, how many seconds the time of reading is ago. */
  readonly value: number | null;
  readonly brand: string | null;
  readonly category_id: number | null;
}

/** A fact about a product. */
interface Done extends Fact {
  readonly product_id: number;
  readonly item_id: number;
}

/** How many items of each kind count for the shopper's current interest. */
const mostLiked = 100;
const mostListed = 50;
const mostSentViews = 200;

const sentViews = new Set(['sent-view', 'sent-click', 'sent-cart', 'sent-wishlist']);
const never = new Set(['without', 'dislike', 'hide']);

export function historyOfFacts(
  facts: readonly Fact[],
  { clock, signals }: { clock: Fact; signals: Signals },
): History {
  const readAtMs = Math.ceil(clock.age * 1_000);
  const readAt = new Date(readAtMs);
  if (facts.some(({ kind }) => kind === 'opted-out')) return emptyHistory(readAt);
  const kinds = Map.groupBy(facts, ({ kind }) => kind);
  const all = (...names: string[]) => names.flatMap((name) => (kinds.get(name) ?? []) as Done[]);
  /** Without what happened after the time of reading. */
  const past = (...names: string[]) => all(...names).filter(({ age }) => age >= 0);

  const disliked = dislikesOf(all);
  const since = Math.min(...past('reset').map(({ age }) => age), Number.POSITIVE_INFINITY);
  const unwanted = Map.groupBy(past(...never, 'forget'), ({ item_id }) => item_id);
  const counts = ({ item_id, age }: Done) =>
    age < since && !(unwanted.get(item_id) ?? []).some((word) => word.kind !== 'forget' || word.age <= age);

  const carted = past('carted');
  const deeds = [
    ...named('viewed', viewsOf(all, { disliked, lagSeconds: clock.value! })),
    ...likedDeeds(all, disliked),
    ...named('wished', newestOfItems(past('wished')).slice(0, mostListed)),
    ...named('carted', newestOfItems(carted).slice(0, mostListed)),
    ...past('like', 'own')
      .toSorted(newestFirst)
      .slice(0, mostLiked)
      .map((fact) => ({ fact, deed: fact.kind === 'own' ? ('owned' as const) : ('liked' as const) })),
  ].filter(({ fact }) => counts(fact));
  const rows = deeds
    .sort(
      (a, b) =>
        a.fact.age - b.fact.age || placeOf(b.fact) - placeOf(a.fact) || a.fact.item_id - b.fact.item_id,
    )
    .map(
      ({ fact, deed }): DeedRow => ({
        itemId: fact.item_id,
        productId: fact.product_id,
        deed,
        at: new Date(readAtMs - fact.age * 1_000),
      }),
    );

  const shunned = past('dislike', 'hide').toSorted(newestFirst);
  const unsaid = new Set(past('without', 'forget').map(itemOf));
  return {
    entries: entriesOf(rows, { readAt, signals }),
    seen: new Map(
      rows.filter(({ deed }) => deed === 'viewed').map(({ itemId, productId }) => [itemId, productId]),
    ),
    disliked: dislikedOf([
      ...new Set([
        ...[...disliked.items].filter((itemId) => !unsaid.has(itemId)),
        ...shunned.slice(0, mostLiked).map(itemOf),
      ]),
    ]),
    owned: [
      ...new Set(
        past('review', 'hidden-review', 'sent-purchase', 'sent-rating', 'had ', 'had paid', 'own').map(
          itemOf,
        ),
      ),
    ],
    inCart: [...new Set(carted.map(itemOf))],
    hidden: [...new Set(shunned.map(itemOf))],
    lessOfBrands: new Set(past('less-of-brand').map(({ brand }) => brand!)),
    lessOfCategories: new Set(past('less-of-category').map(({ category_id }) => category_id!)),
    readAt,
  };
}

type Facts = (...kinds: string[]) => Done[];

const itemOf = ({ item_id }: Done): number => item_id;
const newestFirst = (a: Done, b: Done): number => a.age - b.age;
const placeOf = ({ kind, value }: Done): number => (kind === 'view' ? value! : 0);
const named = (deed: Deed, facts: readonly Done[]) => facts.map((fact) => ({ fact, deed }));

interface Dislikes {
  readonly products: ReadonlySet<number>;
  readonly groups: ReadonlySet<number>;
  /** The groups, and the products that are in none. */
  readonly items: ReadonlySet<number>;
}

/** The newest review of a group decides; of equally new ones, the one with the fewest stars. */
function dislikesOf(all: Facts): Dislikes {
  const reviews = all('review', 'hidden-review');
  const few = reviews.filter(({ value }) => value! < leastLikedRating);
  const groups = new Set(
    few
      .filter(
        (one) =>
          one.is_grouped &&
          !reviews.some(
            (newer) =>
              newer.item_id === one.item_id && newer.value! >= leastLikedRating && newer.age < one.age,
          ),
      )
      .map(itemOf),
  );
  const products = [...few, ...sentDislikes(all)];
  return {
    products: new Set(products.map(({ product_id }) => product_id)),
    groups,
    items: new Set([...groups, ...products.filter(({ is_grouped }) => !is_grouped).map(itemOf)]),
  };
}

const isSentLike = ({ kind, value }: Done): boolean =>
  kind === 'sent-purchase' || kind === 'sent-like' || (kind === 'sent-rating' && value! >= leastLikedRating);
const isSentDislike = ({ kind, value }: Done): boolean =>
  kind === 'sent-dislike' || (kind === 'sent-rating' && value! < leastLikedRating);
const sentOpinions = (facts: Facts): Map<number, Done[]> =>
  Map.groupBy(
    facts('sent-purchase', 'sent-like', 'sent-rating', 'sent-dislike'),
    ({ product_id }) => product_id,
  );

/** Unless they liked the product later. */
const sentDislikes = (facts: Facts): Done[] =>
  [...sentOpinions(facts).values()].flatMap((ofProduct) =>
    ofProduct.filter(
      (one) => isSentDislike(one) && !ofProduct.some((later) => isSentLike(later) && later.age < one.age),
    ),
  );

/** The last views of each item. @param lagSeconds how long ago the time of reading is */
function viewsOf(all: Facts, { disliked, lagSeconds }: { disliked: Dislikes; lagSeconds: number }): Done[] {
  const oldest = viewedDays * 86_400 - lagSeconds;
  const sent = all(...sentViews)
    .filter(({ age }) => age >= 0 && age < oldest)
    .sort(newestFirst)
    .slice(0, mostSentViews);
  const views = [...all('view'), ...sent].filter((view) => !isDisliked(view, disliked));
  return newestOfItems(views).slice(0, mostViewed);
}

const isDisliked = ({ product_id, item_id }: Done, { products, groups }: Dislikes): boolean =>
  products.has(product_id) || groups.has(item_id);

/** Purchases and good reviews, the newest of each item. A purchase names the product rather than a review. */
function likedDeeds(all: Facts, disliked: Dislikes): { fact: Done; deed: Deed }[] {
  const sent = [...sentOpinions(all).values()].flatMap((ofProduct) =>
    ofProduct.filter(
      (one) => isSentLike(one) && !ofProduct.some((later) => isSentDislike(later) && later.age <= one.age),
    ),
  );
  const bought = all('paid', 'had paid').filter(({ product_id }) => !disliked.products.has(product_id));
  const reviewed = all('review').filter(({ value }) => value! >= leastLikedRating);
  const isBought = ({ kind }: Done) => kind.endsWith('paid') || kind === 'sent-purchase';
  const items = Map.groupBy(
    [...bought, ...reviewed, ...sent].filter(({ item_id, age }) => age >= 0 && !disliked.groups.has(item_id)),
    itemOf,
  );
  return [...items.values()]
    .map((facts) => {
      const ofPurchases = facts.filter(isBought);
      const told = (ofPurchases.length > 0 ? ofPurchases : facts).reduce((best, one) =>
        one.age < best.age || (one.age === best.age && one.product_id < best.product_id) ? one : best,
      );
      const deed: Deed = ofPurchases.length > 0 ? 'bought' : 'reviewed';
      return { fact: { ...told, age: Math.min(...facts.map(({ age }) => age)) }, deed };
    })
    .sort((a, b) => a.fact.age - b.fact.age || a.fact.item_id - b.fact.item_id)
    .slice(0, mostLiked);
}

/** The newest fact of each item, the newest first. */
function newestOfItems(facts: readonly Done[]): Done[] {
  const sorted = facts.toSorted((a, b) => a.age - b.age || placeOf(b) - placeOf(a));
  const items = new Map<number, Done>();
  for (const fact of sorted) if (!items.has(fact.item_id)) items.set(fact.item_id, fact);
  return [...items.values()];
}

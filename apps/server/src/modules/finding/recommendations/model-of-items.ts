/**
 * @file A model keeps the numbers that items had at its training. If products join a group later, the model knows the item by the numbers
 * of several products until the next training.
 */
import type { RecommenderModel, ScoredItem, WeightedItem } from '@kindred/recommender';
import type { ListedProducts } from '../../../ports/listed-products.ts';

/** The products in memory are another object whenever they change. */
const wrapped = new WeakMap<ListedProducts, WeakMap<RecommenderModel, RecommenderModel>>();

/** Wraps the model, so that callers use today's items. If an item has several numbers, the one with the best score counts. */
export function modelOfItems(model: RecommenderModel, products: ListedProducts): RecommenderModel {
  if (!products.hasGroups) return model;
  let models = wrapped.get(products);
  if (!models) {
    models = new WeakMap();
    wrapped.set(products, models);
  }
  let ofItems = models.get(model);
  if (!ofItems) {
    ofItems = wrap(model, products);
    models.set(model, ofItems);
  }
  return ofItems;
}

function wrap(model: RecommenderModel, products: ListedProducts): RecommenderModel {
  const known = new Map<number, readonly number[]>();
  function numbersOf(itemId: number): readonly number[] {
    let numbers = known.get(itemId);
    if (!numbers) {
      const ids = products.productsOf(itemId);
      const all = ids.length === 1 && ids[0] === itemId ? ids : [...new Set([itemId, ...ids])];
      numbers = all.filter(model.knowsItem);
      known.set(itemId, numbers);
    }
    return numbers;
  }
  function allNumbersOf(itemIds: Iterable<number>): number[] {
    const all: number[] = [];
    for (const itemId of itemIds) for (const number of numbersOf(itemId)) all.push(number);
    return all;
  }
  const oneNumberOf = (itemId: number): number => numbersOf(itemId)[0] ?? itemId;

  function itemsOf(scored: readonly ScoredItem[]): ScoredItem[] {
    const best = new Map<number, ScoredItem>();
    for (const { itemId: number, score } of scored) {
      const itemId = products.itemOf(number);
      if (!best.has(itemId)) best.set(itemId, { itemId, score });
    }
    return [...best.values()];
  }

  interface Asked {
    readonly exclude: ReadonlySet<number>;
    readonly k: number;
    readonly among?: readonly number[];
  }
  const inNumbers = ({ exclude, k, among }: Asked) => ({
    exclude: new Set(allNumbersOf(exclude)),
    k,
    ...(among && { among: allNumbersOf(among) }),
  });
  const weightedNumbers = (history: readonly WeightedItem[]) =>
    history.map(({ itemId, weight }) => ({ itemId: oneNumberOf(itemId), weight }));

  return {
    version: model.version,
    kind: model.kind,
    numItems: model.numItems,
    knowsItem: (itemId) => numbersOf(itemId).length > 0,
    recommendForHistory: ({ history, ...asked }) =>
      itemsOf(model.recommendForHistory({ history: weightedNumbers(history), ...inNumbers(asked) })),
    causes({ history, ...asked }) {
      const causeOf = model.causes({ history: weightedNumbers(history), ...inNumbers(asked) });
      return (itemId) => {
        const causes = numbersOf(itemId).map(causeOf);
        const [cause] = causes;
        // A single entry is the cause only if no product of the item stays among the best without it.
        const isOne = cause !== undefined && causes.every((other) => other === undefined || other === cause);
        return isOne ? products.itemOf(cause) : undefined;
      };
    },
    goesWith: ({ items, history, accepts, ...asked }) =>
      itemsOf(
        model.goesWith({
          items: weightedNumbers(items),
          history: weightedNumbers(history),
          accepts: (number) => accepts(products.itemOf(number)),
          ...inNumbers(asked),
        }),
      ),
    likedTogether: (itemId, k, accepts) =>
      itemsOf(
        model.likedTogether(
          oneNumberOf(itemId),
          k,
          accepts && ((number) => accepts(products.itemOf(number))),
        ),
      ).filter((other) => other.itemId !== itemId),
    similarItems: (itemId, k, among) =>
      itemsOf(model.similarItems(oneNumberOf(itemId), k, among && allNumbersOf(among))).filter(
        (similar) => similar.itemId !== itemId,
      ),
  };
}

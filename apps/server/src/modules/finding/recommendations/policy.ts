/** @file What a shelf is made of, as values: where its products come from, which of them may stand there, how varied they are. */
import type { RecommenderModel, ScoredItem, Spread } from '@kindred/recommender';
import type { ListedItem, ListedProducts } from '../../../ports/listed-products.ts';
import type { History, Shopper } from '../interactions/index.ts';

/** What is known when a shelf is made. */
export interface ShelfContext {
  readonly shopper: Shopper;
  readonly history: History;
  /** Whose page the shelf stands on. */
  readonly productId: number | undefined;
  /** The item of that product. */
  readonly itemId: number | undefined;
  readonly products: ListedProducts;
  readonly model: RecommenderModel | undefined;
}

/** Why an item is shown, as data: the text is completed when the titles are known. */
export interface Reason {
  /** Stable, for programs: `because-you-viewed`. */
  readonly code: string;
  /** `{item}` stands for the title of the product that the reason names. */
  readonly text: string;
  /** The very product that the shopper dealt with, whichever of its item is shown. */
  readonly productId?: number;
}

export interface Proposals {
  /** The best first. A source may name an item by any of its products: of several the first counts. */
  readonly items: readonly ScoredItem[];
  /**
   * The shelf calls it only for the items that it shows.
   * @param itemId as the source named it
   */
  explain(itemId: number): Reason;
}

/** Where candidates come from. It may come up empty; the next one is asked. */
export interface Source {
  /** On the wire, in the log and in metrics. */
  readonly name: string;
  /** @param wanted as many items as `k`, not counting those to exclude, where there are so many */
  propose(
    context: ShelfContext,
    wanted: { readonly exclude: ReadonlySet<number>; readonly k: number },
  ): Proposals | Promise<Proposals>;
}

/** What may not stand on a shelf. */
export interface Rule {
  /** Items that are not even to be proposed. */
  hides?(context: ShelfContext): Iterable<number>;
  allows?(item: ListedItem, context: ShelfContext): boolean;
}

export interface Policy {
  readonly name: string;
  /** Whether it is about what somebody did. */
  readonly isPersonal: boolean;
  /**
   * From the best down; sources of one rung take turns. A page of a shelf is of one rung, so that its heading is true of all of it:
   * the first that still has `least` items, or as many as the page. What is below comes with the pages after it.
   */
  readonly rungs: readonly (readonly Source[])[];
  readonly least: number;
  readonly rules: readonly Rule[];
  readonly spread: Spread;
}

export const noProposals: Proposals = { items: [], explain: () => ({ code: 'none', text: '' }) };

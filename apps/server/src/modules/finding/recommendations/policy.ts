/** @file What a shelf is made of, as values: where its products come from, which of them may stand there, how varied they are. */
import type { CandidateReason, RecommenderModel, ScoredItem, Spread } from '@kindred/recommender';
import type { ListedProduct, ListedProducts } from '../../../ports/listed-products.ts';
import type { History, Shopper } from '../interactions/index.ts';

/** What is known when a shelf is made. */
export interface ShelfContext {
  readonly shopper: Shopper;
  readonly history: History;
  /** Whose page the shelf stands on. */
  readonly productId: number | undefined;
  readonly products: ListedProducts;
  readonly model: RecommenderModel | undefined;
}

export interface Proposals {
  /** The best first. */
  readonly items: readonly ScoredItem[];
  /** Asked only for what is shown. */
  explain(itemId: number): CandidateReason;
}

/** Where candidates come from. It may come up empty; the next one is asked. */
export interface Source {
  /** On the wire, in the log and in metrics. */
  readonly name: string;
  /** @param wanted as many as `k`, not counting those to exclude, where there are so many */
  propose(
    context: ShelfContext,
    wanted: { readonly exclude: ReadonlySet<number>; readonly k: number },
  ): Proposals | Promise<Proposals>;
}

/** What may not stand on a shelf. */
export interface Rule {
  /** Products that are not even to be proposed. */
  hides?(context: ShelfContext): Iterable<number>;
  allows?(product: ListedProduct, context: ShelfContext): boolean;
}

export interface Policy {
  readonly name: string;
  /** Whether it is about what somebody did. */
  readonly isPersonal: boolean;
  /**
   * From the best down; sources of one rung take turns. A page of a shelf is of one rung, so that its heading is true of all of it:
   * the first that still has `least` products, or as many as the page. What is below comes with the pages after it.
   */
  readonly rungs: readonly (readonly Source[])[];
  readonly least: number;
  readonly rules: readonly Rule[];
  readonly spread: Spread;
}

export const noProposals: Proposals = { items: [], explain: () => ({ code: 'none', text: '' }) };

import type { FeaturedItem, ProductList, Recommendations, ViewedProduct } from '@kindred/contracts';
import type { ApiAnswers } from '../../shared/api-answers.ts';
import type { ListingState } from '../catalog/listing-state.ts';
import { loadListing } from '../catalog/load-listing.ts';
import { recommendedHref } from '../recommendations/click-origin.ts';
import { excluding, idsOnShelf } from '../recommendations/excluding.ts';
import { shelfHeading } from '../recommendations/shelf-heading.ts';
import { loadRecentlyViewed } from '../viewed/load-recently-viewed.ts';
import type { GraphNode } from './load-graph.ts';
import { loadSlides, type Slide } from './load-slides.ts';
import { createShownProducts, type ShownProducts } from './shown-products.ts';

const onShelf = 15;
/** Products that another part of the page may show already. */
const spare = 6;
const inGrid = 12;

export interface HomeParts {
  /** The shop knows what the visitor likes. */
  readonly isPersonal: boolean;
  readonly forYou: Recommendations | null;
  readonly viewed: readonly ViewedProduct[];
  readonly slides: readonly Slide[];
  readonly trending: Recommendations | null;
  readonly grid: ProductList;
}

/** Everything on the home page. Each part takes its products in this order, so that none is there twice. */
export async function loadHome(answers: ApiAnswers, state: ListingState): Promise<HomeParts> {
  const { api, optional } = answers;
  const [asked, forYou, list] = await Promise.all([
    optional(api.featured()),
    optional(api.recommendations({ context: 'home', limit: onShelf + spare })),
    loadListing(answers, state, { limit: inGrid + 2 * onShelf }),
  ]);
  const beside = excluding(idsOnShelf(forYou));
  const [viewed, trending] = await Promise.all([
    loadRecentlyViewed(answers, beside),
    optional(api.recommendations({ context: 'trending', limit: onShelf + spare, ...beside })),
  ]);

  const featured = asked?.items ?? [];
  const shown = createShownProducts();
  const takeShelf = (shelf: Recommendations | null) => shelf && takeItems(shelf, { featured, shown });
  const isPersonal = forYou !== null && shelfHeading(forYou).isPersonal;
  const personal = isPersonal ? takeShelf(forYou) : null;
  const recent = shown.take(viewed, onShelf);
  const slides = await loadSlides(answers, {
    featured,
    candidates: [...nodesOf(isPersonal ? null : forYou), ...nodesOf(trending)],
    shown,
  });
  return {
    isPersonal,
    forYou: personal ?? takeShelf(forYou),
    viewed: recent,
    slides,
    trending: isSameShelf(forYou, trending) ? null : takeShelf(trending),
    grid: { ...list, items: shown.take(list.items, inGrid), next_cursor: null, page: 1, pages: 1 },
  };
}

/** What the shop chose for its slides stays there. */
function takeItems(
  shelf: Recommendations,
  { featured, shown }: { featured: readonly FeaturedItem[]; shown: ShownProducts },
): Recommendations {
  const chosen = new Set(featured.flatMap(chosenOf).map(({ product_id }) => product_id));
  const free = shelf.items.filter(({ product }) => !chosen.has(product.product_id));
  return { ...shelf, items: shown.take(free, onShelf) };
}

const chosenOf = (item: FeaturedItem) =>
  item.kind === 'campaign' ? item.products : item.product === null ? [] : [item.product];

/** If the visitor's shelf fell back to trending products, one such shelf is enough. */
function isSameShelf(a: Recommendations | null, b: Recommendations | null): boolean {
  return a !== null && b !== null && shelfHeading(a).title === shelfHeading(b).title;
}

const nodesOf = (shelf: Recommendations | null): GraphNode[] =>
  shelf?.items.map((item) => ({
    product: item.product,
    href: recommendedHref(item, shelf.request_id),
  })) ?? [];

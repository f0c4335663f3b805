import type { FeaturedItem, ListedProduct, ProductSummary } from '@kindred/contracts';
import type { ApiAnswers } from '../../shared/api-answers.ts';
import { type Graph, type GraphNode, loadGraph } from './load-graph.ts';
import type { ShownProducts } from './shown-products.ts';

type Campaign = Extract<FeaturedItem, { kind: 'campaign' }>;

export type Slide =
  | ({ readonly kind: 'graph'; readonly graph: Graph } & Pick<FeaturedItem, 'title' | 'text' | 'ends_at'>)
  | Campaign;

const onSlide = 4;

interface Wanted {
  readonly featured: readonly FeaturedItem[];
  /** For the middle of a graph, if the shop chose none. */
  readonly candidates: readonly GraphNode[];
  readonly shown: ShownProducts;
}

/** The slides that have something to show. */
export async function loadSlides(
  answers: ApiAnswers,
  { featured, candidates, shown }: Wanted,
): Promise<Slide[]> {
  const slides: Slide[] = [];
  for (const item of featured)
    if (item.kind === 'graph') {
      const graph = await loadGraph(answers, { slide: item, candidates, shown });
      const { kind, title, text, ends_at } = item;
      if (graph) slides.push({ kind, title, text, ends_at, graph });
    } else {
      const products = await loadProducts(answers, item, shown);
      if (products.length > 0 || item.image_url !== null) slides.push({ ...item, products });
    }
  return slides;
}

/** Those that the shop chose, or the first behind the slide's link. */
async function loadProducts(
  { api, optional }: ApiAnswers,
  { href, products, image_url }: Campaign,
  shown: ShownProducts,
): Promise<ProductSummary[]> {
  if (products.length > 0) return shown.take(products, onSlide);
  if (image_url !== null) return [];
  const limit = onSlide + 8;
  const list =
    href === '/deals'
      ? await optional(api.products({ deals: true, sort: 'discount', limit }))
      : href === '/new'
        ? await optional(api.products({ sort: 'newest', limit }))
        : null;
  const withPicture = (product: ListedProduct) => product.image_url !== null;
  return shown.take((list?.items ?? []).filter(withPicture), onSlide);
}

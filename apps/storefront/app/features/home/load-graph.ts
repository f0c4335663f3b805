import type { FeaturedItem, ProductSummary, RecommendedItem } from '@kindred/contracts';
import type { ApiAnswers } from '../../shared/api-answers.ts';
import { productPath } from '../../shared/paths.ts';
import { recommendedHref } from '../recommendations/click-origin.ts';
import { excluding } from '../recommendations/excluding.ts';
import type { ShownProducts } from './shown-products.ts';

export interface GraphNode {
  readonly product: ProductSummary;
  readonly href: string;
}

export interface GraphNeighbour extends GraphNode {
  /** “Goes with Hearthline Mug”. */
  readonly reason: string;
  readonly score: number;
}

export interface Graph {
  readonly centre: GraphNode;
  readonly neighbours: readonly GraphNeighbour[];
}

/** How many products are around the centre. */
const around = 4;
/** How many centres are tried. Each is a request. */
const tries = 3;

type Slide = Extract<FeaturedItem, { kind: 'graph' }>;

/**
 * The product in the middle of a slide, with those that really go with it. The shop chose the middle, or it is the first of the candidates with
 * enough neighbours. Null if there is none.
 */
export async function loadGraph(
  answers: ApiAnswers,
  { slide, candidates, shown }: { slide: Slide; candidates: readonly GraphNode[]; shown: ShownProducts },
): Promise<Graph | null> {
  const chosen = slide.product && { product: slide.product, href: productPath(slide.product) };
  const isNew = ({ product }: GraphNode) => !shown.ids.includes(product.product_id);
  const centres = chosen
    ? [chosen]
    : candidates.filter((one) => one.product.image_url !== null && isNew(one));
  for (const centre of centres.slice(0, tries)) {
    const neighbours = await loadNeighbours(answers, centre.product, shown);
    if (neighbours.length < around) continue;
    shown.take([centre], 1);
    return { centre, neighbours: shown.take(neighbours, around) };
  }
  return null;
}

/** Those of one source, because only their scores can be compared. */
async function loadNeighbours(
  { api, optional }: ApiAnswers,
  { product_id }: ProductSummary,
  shown: ShownProducts,
): Promise<GraphNeighbour[]> {
  const found = await optional(api.goesWith(product_id, { limit: 12, ...excluding(shown.ids) }));
  if (!found) return [];
  const isNew = ({ product }: RecommendedItem) =>
    product.image_url !== null && !shown.ids.includes(product.product_id);
  return found.items
    .filter((item) => item.source === 'goes-with' && isNew(item))
    .map((item) => ({
      product: item.product,
      href: recommendedHref(item, found.request_id),
      reason: item.reason.text,
      score: item.score,
    }));
}

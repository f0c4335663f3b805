/**
 * @file The typed client of the HTTP API. It holds no schema, so a browser bundle stays small; the server
 * gives the storefront's loaders the same client over an in-process `fetch`.
 */
import type { CategoryList } from './category.ts';
import type { EventBatch, EventReceipt } from './event.ts';
import type { Problem } from './problem.ts';
import type { Product, ProductList, ProductQuery } from './product.ts';
import type { RecommendationQuery, Recommendations } from './recommendation.ts';
import type { ReviewList, ReviewQuery } from './review.ts';

/** Takes a path below the server's root, such as `/api/v1/products`. */
export type Fetch = (
  path: string,
  init?: { method?: string; headers?: Record<string, string>; body?: string; signal?: AbortSignal },
) => Promise<Response>;

/** The API answered with a problem document (or with something that is none: `problem.code` is then `unreadable-answer`). */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.detail ?? problem.title}`);
    this.problem = problem;
  }
}

type QueryValue = string | number | boolean | undefined | readonly string[];

function search(query: Record<string, QueryValue>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    if (Array.isArray(value)) for (const one of value) parameters.append(name, one);
    else parameters.append(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

async function problemOf(response: Response): Promise<Problem> {
  const { status } = response;
  try {
    const body = (await response.json()) as Partial<Problem>;
    if (typeof body.code === 'string' && typeof body.title === 'string')
      return { ...body, type: body.type ?? 'about:blank', title: body.title, code: body.code, status };
  } catch {
    // Not JSON: a proxy's page, or a connection cut in the middle.
  }
  return { type: 'about:blank', title: 'The answer could not be read', status, code: 'unreadable-answer' };
}

export function createApiClient(fetch: Fetch) {
  async function call<Body>(path: string, init?: Parameters<Fetch>[1]): Promise<Body> {
    const response = await fetch(`/api/v1${path}`, init);
    if (!response.ok) throw new ApiError(await problemOf(response));
    return (await response.json()) as Body;
  }

  return {
    categories: () => call<CategoryList>('/categories'),
    products: (query: ProductQuery = {}) => call<ProductList>(`/products${search(query)}`),
    product: (productId: number) => call<Product>(`/products/${productId}`),
    reviews: (productId: number, query: ReviewQuery = {}) =>
      call<ReviewList>(`/products/${productId}/reviews${search(query)}`),
    similar: (productId: number, query: { limit?: number } = {}) =>
      call<Recommendations>(`/products/${productId}/similar${search(query)}`),
    recommendations: (query: RecommendationQuery = {}) =>
      call<Recommendations>(`/recommendations${search(query)}`),
    sendEvents: (batch: EventBatch) =>
      call<EventReceipt>('/events', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(batch),
      }),
  };
}

export type ApiClient = ReturnType<typeof createApiClient>;

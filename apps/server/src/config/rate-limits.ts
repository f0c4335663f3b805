/** How many requests a client may send in a minute. 0: any number. */
export interface RateLimitConfig {
  /** Of a user, or of an address without a log-in. */
  readonly perMinute: number;
  /** Of a service key. */
  readonly keyPerMinute: number;
  /** By the route, such as `GET /api/v1/products`. Such a route counts by itself. */
  readonly routes: ReadonlyMap<string, number>;
}

/** Reads `GET /products=120, POST /recommendations/batch=5`. Returns undefined if it has another form. */
export function routeLimitsIn(text: string): Map<string, number> | undefined {
  const limits = new Map<string, number>();
  for (const part of text.split(',')) {
    if (part.trim() === '') continue;
    const [, method, path, limit] =
      /^\s*(GET|POST|PUT|PATCH|DELETE) (?:\/api\/v1)?(\/\S*?)\s*=\s*(\d{1,7})\s*$/.exec(part) ?? [];
    if (method === undefined) return undefined;
    limits.set(`${method} /api/v1${path}`, Number(limit));
  }
  return limits;
}

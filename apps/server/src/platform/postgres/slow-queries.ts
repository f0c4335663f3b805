import type pg from 'pg';

const longestText = 1_000;

/**
 * Reports the text of queries that take longer than `slowMs`. It never reports parameter values. The time is what the shop waits, including
 * the network. Call it before the pool is used.
 */
export function watchSlowQueries({
  pool,
  slowMs,
  onSlow,
}: {
  pool: pg.Pool;
  slowMs: number;
  onSlow: (query: { readonly text: string; readonly ms: number }) => void;
}): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.query = ((...given: unknown[]) => {
      const startedAt = performance.now();
      const done = () => {
        const ms = performance.now() - startedAt;
        if (ms >= slowMs) onSlow({ text: textOf(given[0]), ms: Math.round(ms) });
      };
      const callback = given.at(-1);
      if (typeof callback === 'function')
        return query(...given.slice(0, -1), (...answer: unknown[]) => {
          done();
          callback(...answer);
        });
      const result = query(...given);
      // A stream, as for COPY, takes as long as its reader.
      if (result instanceof Promise) result.then(done, done);
      return result;
    }) as typeof client.query;
  });
}

function textOf(query: unknown): string {
  const text = typeof query === 'string' ? query : String((query as { text?: unknown }).text ?? '');
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, longestText);
}

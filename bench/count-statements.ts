import type { Ask, Client } from './closed-loop.ts';
import { queryOnce } from './databases.ts';
import { percentile } from './open-loop.ts';

/**
 * Counts the statements that nearly all of these requests send, with the server's pg_stat_statements. It does not count statements after the
 * answer, nor the node's own periodic statements.
 */
export async function countStatements(
  client: Client,
  asks: readonly Ask[],
  { main, database }: { main: string; database: string },
): Promise<number> {
  const name = new URL(database).pathname.slice(1);
  const soFar = async () => {
    const [row] = await queryOnce<{ calls: number }>(
      main,
      `select coalesce(sum(calls), 0)::int as calls from pg_stat_statements
       where dbid = (select oid from pg_database where datname = '${name}') and query !~* 'insert into exposures'`,
    );
    return row!.calls;
  };
  const counts: number[] = [];
  for (const ask of asks) {
    const before = await soFar();
    await client.ask(ask);
    counts.push((await soFar()) - before);
  }
  return percentile(counts, 0.9);
}

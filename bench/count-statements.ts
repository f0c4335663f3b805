import type { Ask, Client } from './closed-loop.ts';
import { queryOnce } from './databases.ts';
import { percentile } from './open-loop.ts';

/**
 * How many statements all but a few of these asks send, as the server's pg_stat_statements says. What is written behind the answer is
 * not among them, nor what the node does of its own accord now and then.
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

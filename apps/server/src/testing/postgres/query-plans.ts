/** @file Records the statements that a pool sends, and asks PostgreSQL for their plans. */
import type pg from 'pg';

export interface SentStatement {
  readonly text: string;
  readonly values: unknown[];
}

export interface QueryPlan {
  readonly text: string;
  /** The names of the indexes that it uses. */
  readonly indexes: readonly string[];
  /** The names of the tables that it reads completely. */
  readonly scanned: readonly string[];
}

/** Records every connection that the pool opens from now on. */
export function recordStatements(pool: pg.Pool): SentStatement[] {
  const sent: SentStatement[] = [];
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...all: unknown[]) => unknown;
    client.query = ((config: string | SentStatement, values: unknown, ...rest: unknown[]) => {
      const statement = typeof config === 'string' ? { text: config, values: [] } : config;
      sent.push({ text: statement.text, values: Array.isArray(values) ? values : (statement.values ?? []) });
      return query(config, values, ...rest);
    }) as typeof client.query;
  });
  return sent;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

export async function explain(pool: pg.Pool, { text, values }: SentStatement): Promise<QueryPlan> {
  const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `explain (format json) ${text}`,
    values,
  );
  const nodes: PlanNode[] = [];
  const waiting = [rows[0]!['QUERY PLAN'][0].Plan];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    nodes.push(node);
    waiting.push(...(node.Plans ?? []));
  }
  return {
    text,
    indexes: [...new Set(nodes.flatMap((node) => node['Index Name'] ?? []))].sort(),
    scanned: nodes.flatMap((node) => (node['Node Type'] === 'Seq Scan' ? (node['Relation Name'] ?? []) : [])),
  };
}

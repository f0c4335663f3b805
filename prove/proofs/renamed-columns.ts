import pg from 'pg';
import { createTestDatabase } from '../../apps/server/src/testing/postgres/test-database.ts';
import { readServer } from '../../tools/check-statements.ts';
import { compareStatements } from '../../tools/statements/compare-statements.ts';
import { defineProof } from '../proof.ts';
import { findColumns, findUsedColumns, type UsedColumn } from '../used-columns.ts';

const nameOf = ({ table, column }: UsedColumn): string => `${table}.${column}`;

export const proof = defineProof({
  summary:
    'If a column of the shop’s tables that a statement uses is renamed, the check of statements complains.',
  seed: 0,
  parameters: { columns: 1_000 },
  short: { columns: 0 },
  needsDatabase: true,
  missing: ({ columns }) =>
    columns === 0
      ? 'It has no short form: tools/check-statements.test.ts shows each kind of fault.'
      : undefined,

  async run({ parameters, signal, report }) {
    const database = await createTestDatabase();
    const { program, statements } = readServer();
    const violations: string[] = [];
    try {
      const before = await compareStatements({ program, statements }, database.connectionString);
      if (before.length > 0) return { figures: {}, violations: before };
      const texts = new Set(statements.flatMap((statement) => statement.texts));
      const { used, bodies } = await findUsedColumns(database.connectionString, texts);
      const columns = await findColumns(database.connectionString);
      const isUsed = new Set(used.map(nameOf));
      const renamed = columns.filter((one) => isUsed.has(nameOf(one))).slice(0, parameters.columns);
      let complaints = 0;
      for (const one of renamed) {
        signal.throwIfAborted();
        const wrong = await whileRenamed(database.connectionString, one, async () => {
          const word = new RegExp(`\\b${one.column}\\b|\\*|^\\s*(create temp|declare) `, 'i');
          const near = statements.filter((statement) => statement.texts.some((text) => word.test(text)));
          const soon = await compareStatements({ program, statements: near }, database.connectionString);
          return soon.length > 0
            ? soon
            : compareStatements({ program, statements }, database.connectionString);
        });
        complaints += wrong.length;
        if (wrong.length === 0)
          violations.push(`The check did not complain about the renamed ${nameOf(one)}.`);
        else report(`${nameOf(one)}: ${wrong.length}`);
      }
      return {
        figures: {
          statements: new Set(statements.map(({ place }) => place)).size,
          variants: texts.size,
          variants_with_books: bodies,
          columns: columns.length,
          used_columns: columns.filter((one) => isUsed.has(nameOf(one))).length,
          renamed: renamed.length,
          found: renamed.length - violations.length,
          complaints_per_rename: Math.round((complaints / renamed.length) * 10) / 10,
          unused: columns.filter((one) => !isUsed.has(nameOf(one))).map(nameOf),
        },
        violations,
      };
    } finally {
      program.close();
      await database.drop();
    }
  },
});

async function whileRenamed<Outcome>(
  connectionString: string,
  { table, column }: UsedColumn,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const [before, after] = [column, `${column}_renamed`].map(pg.escapeIdentifier);
  try {
    await client.query(`alter table ${table} rename column ${before} to ${after}`);
    const outcome = await work();
    await client.query(`alter table ${table} rename column ${after} to ${before}`);
    return outcome;
  } finally {
    await client.end();
  }
}

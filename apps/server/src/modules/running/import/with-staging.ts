import { type Database, type Transaction, withTransaction } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';

/** Runs a merge on a connection of the pool, in turn with imports, with a staging table that exists only meanwhile. */
export function withStaging<Outcome>(
  db: Database,
  { table, create }: { table: 'import_products' | 'import_users'; create: Statement },
  work: (tx: Transaction) => Promise<Outcome>,
): Promise<Outcome> {
  return withTransaction(
    db,
    async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('kindred:import'))`);
      await tx.execute(create);
      const outcome = await work(tx);
      await tx.execute(sql`drop table ${sql.identifier(table)}`);
      return outcome;
    },
    // Between two of our statements, the shop may add a row that we were about to add.
    { alsoCodes: ['23505'] },
  );
}

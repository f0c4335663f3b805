import type { Database } from '../../../platform/postgres/database.ts';
import { mergeUsers, userStaging } from './merge-users.ts';
import { copyOf, readRows } from './read-rows.ts';
import { userFormat } from './user-format.ts';
import { withStaging } from './with-staging.ts';

/**
 * Adds and changes people, all or none. They can never log in. A person who has or had an account stays unchanged.
 * @param records with the columns of a data set: `user_id`, `first_name`, `age`
 * @throws RowMistakesError
 */
export async function putUsers(
  db: Database,
  { records, now }: { records: readonly Readonly<Record<string, unknown>>[]; now: Date },
): Promise<{ inserted: number; updated: number; accountsKept: number }> {
  const format = userFormat({ now: now.getTime(), replace: false }, []);
  const rows = readRows(format, records, { attributes: [], keyColumn: 'user_id' });
  return withStaging(db, { table: 'import_users', create: userStaging }, (tx) =>
    mergeUsers(tx, copyOf(format, rows)),
  );
}

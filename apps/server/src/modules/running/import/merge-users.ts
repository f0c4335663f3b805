import type { Transaction } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import { copyBatch } from './copy-batch.ts';
import { userSaid } from './user-row.ts';

export const userStaging = sql`create temp table import_users (
  line int not null, user_id text not null, said int not null, first_name text, last_name text, imported_email text, age smallint,
  gender gender, address text, date_joined timestamptz) on commit delete rows`;

/** Runs in the transaction of a batch in which each user is unique. A user who has or had an account stays unchanged. */
export async function mergeUsers(
  tx: Transaction,
  copy: readonly Uint8Array[],
): Promise<{ inserted: number; updated: number; accountsKept: number }> {
  await copyBatch(tx, 'import_users', copy);
  const { rowCount: updated } = await tx.execute(updateUsers);
  const { rows: kept } = await tx.execute<{ count: number }>(countAccounts);
  const { rowCount: inserted } = await tx.execute(insertUsers);
  return { inserted, updated, accountsKept: kept[0]!.count };
}

const isOfDataSet = sql`u.email is null and u.password_hash is null and u.erased_at is null`;

const columns = {
  firstName: 'first_name',
  lastName: 'last_name',
  email: 'imported_email',
  age: 'age',
  gender: 'gender',
  address: 'address',
} as const;

const isSaid = (value: keyof typeof userSaid.bits): Statement => sql`s.said & ${userSaid.bits[value]} <> 0`;

const wanted = (Object.keys(columns) as Array<keyof typeof columns>).map((value) => {
  const column = columns[value];
  return {
    column,
    value: sql`case when ${isSaid(value)} then s.${sql.raw(column)} else u.${sql.raw(column)} end`,
  };
});

/** Every user has a day of joining. If a file clears it, the day stays but no longer counts as imported, so an older review may replace it. */
const joined = [
  { column: 'date_joined', value: sql`coalesce(s.date_joined, u.date_joined)` },
  {
    column: 'date_joined_is_imported',
    value: sql`case when ${isSaid('joinedMs')} then s.date_joined is not null else u.date_joined_is_imported end`,
  },
];

const all = [...wanted, ...joined];

const comma = sql`, `;

const updateUsers = sql`
  update users u set ${sql.join(
    all.map(({ column, value }) => sql`${sql.raw(column)} = ${value}`),
    comma,
  )}
  from import_users s
  where s.user_id = u.user_id and ${isOfDataSet}
    and (${sql.join(
      all.map(({ column }) => sql`u.${sql.raw(column)}`),
      comma,
    )})
      is distinct from (${sql.join(
        all.map(({ value }) => value),
        comma,
      )})`;

const countAccounts = sql`
  select count(*)::int as count from import_users s join users u using (user_id) where not (${isOfDataSet})`;

const insertUsers = sql`
  insert into users (user_id, ${sql.raw(Object.values(columns).join(', '))}, date_joined, date_joined_is_imported)
  select s.user_id, ${sql.raw(
    Object.values(columns)
      .map((column) => `s.${column}`)
      .join(', '),
  )}, coalesce(s.date_joined, now()), s.date_joined is not null
  from import_users s where not exists (select from users u where u.user_id = s.user_id)
  order by s.line
  on conflict (user_id) do nothing`;

import type { AddressChange, NewAddress, SavedAddress } from '@kindred/contracts';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

type AddressRow = Required<SavedAddress>;

const columns = sql`address_id, full_name, line1, line2, city, region, postal_code, country, phone, is_default`;

export async function findAddresses(db: Database | Transaction, userId: string): Promise<SavedAddress[]> {
  const { rows } = await db.execute<AddressRow>(sql`
    select ${columns} from addresses where user_id = ${userId} order by is_default desc, created_at, address_id`);
  return rows;
}

/** Returns undefined if the user has no address. */
export async function findDefaultCountry(db: Database, userId: string): Promise<string | undefined> {
  const { rows } = await db.execute<{ country: string }>(sql`
    select country from addresses where user_id = ${userId} and is_default`);
  return rows[0]?.country;
}

export async function insertAddress(
  tx: Transaction,
  userId: string,
  address: NewAddress & { is_default: boolean },
): Promise<SavedAddress> {
  const { rows } = await tx.execute<AddressRow>(sql`
    insert into addresses (user_id, full_name, line1, line2, city, region, postal_code, country, phone, is_default)
    values (${userId}, ${address.full_name}, ${address.line1}, ${address.line2 ?? ''}, ${address.city},
      ${address.region ?? ''}, ${address.postal_code ?? ''}, ${address.country}, ${address.phone ?? ''}, ${address.is_default})
    returning ${columns}`);
  return rows[0];
}

/** Returns undefined if the user has no such address. */
export async function updateAddress(
  tx: Transaction,
  { userId, addressId, change }: { userId: string; addressId: string; change: AddressChange },
): Promise<SavedAddress | undefined> {
  const kept = (value: string | undefined, column: string) =>
    value === undefined ? sql.identifier(column) : sql`${value}`;
  const { rows } = await tx.execute<AddressRow>(sql`
    update addresses set full_name = ${kept(change.full_name, 'full_name')}, line1 = ${kept(change.line1, 'line1')},
      line2 = ${kept(change.line2, 'line2')}, city = ${kept(change.city, 'city')}, region = ${kept(change.region, 'region')},
      postal_code = ${kept(change.postal_code, 'postal_code')}, country = ${kept(change.country, 'country')},
      phone = ${kept(change.phone, 'phone')}, is_default = is_default or ${change.is_default ?? false}
    where address_id = ${addressId} and user_id = ${userId} returning ${columns}`);
  return rows[0];
}

/** Removes the default, so that another address can become it. */
export async function unsetDefault(tx: Transaction, userId: string): Promise<void> {
  await tx.execute(sql`update addresses set is_default = false where user_id = ${userId} and is_default`);
}

/** Makes the oldest address the default if there is none. */
export async function ensureDefault(tx: Transaction, userId: string): Promise<void> {
  await tx.execute(sql`
    update addresses set is_default = true
    where address_id = (select address_id from addresses where user_id = ${userId} order by is_default desc, created_at, address_id limit 1)
      and not is_default`);
}

export async function deleteAddress(tx: Transaction, userId: string, addressId: string): Promise<boolean> {
  const { rowCount } = await tx.execute(
    sql`delete from addresses where address_id = ${addressId} and user_id = ${userId}`,
  );
  return rowCount === 1;
}

import { isEmail } from '../../../platform/email-spellings.ts';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { utcTime } from '../../../platform/postgres/utc-time.ts';
import type { Account } from './account.ts';

interface AccountRow {
  user_id: string;
  email: string | null;
  former_emails: string[];
  password_hash: string | null;
  is_verified: boolean;
  first_name: string | null;
  last_name: string | null;
  age: number | null;
  gender: Account['gender'];
  address: string | null;
  role: Account['role'];
  date_joined: string;
}

function accountOf(row: AccountRow | undefined): Account | undefined {
  return (
    row && {
      userId: row.user_id,
      email: row.email,
      formerEmails: row.former_emails,
      passwordHash: row.password_hash,
      isVerified: row.is_verified,
      firstName: row.first_name,
      lastName: row.last_name,
      age: row.age,
      gender: row.gender,
      address: row.address,
      role: row.role,
      dateJoined: row.date_joined,
    }
  );
}

const lock = (forUpdate: boolean) => (forUpdate ? sql`for update` : sql``);

const columns = sql`user_id, email, former_emails, password_hash, email_verified_at is not null as is_verified, first_name, last_name, age,
  gender, address, role, ${utcTime(sql`date_joined`)} as date_joined`;

/** With `forUpdate`, it locks the row until the transaction ends. */
export async function findAccountByEmail(
  db: Database | Transaction,
  email: string,
  { forUpdate = false } = {},
): Promise<Account | undefined> {
  const { rows } = await db.execute<AccountRow>(
    // Two addresses that were stored before spellings were normalised may be the same. The one that is spelt as typed comes first.
    sql`select ${columns} from users where ${isEmail(sql`email`, email)}
      order by lower(email) = lower(${email.trim()}) desc limit 1 ${lock(forUpdate)}`,
  );
  return accountOf(rows[0]);
}

/** Returns undefined if the account does not exist or was erased. With `forUpdate`, it locks the row until the transaction ends. */
export async function findAccount(
  db: Database | Transaction,
  userId: string,
  { forUpdate = false } = {},
): Promise<Account | undefined> {
  const { rows } = await db.execute<AccountRow>(
    sql`select ${columns} from users where user_id = ${userId} and erased_at is null ${lock(forUpdate)}`,
  );
  return accountOf(rows[0]);
}

/** Returns false if another account has the email address. */
export async function insertAccount(
  tx: Database | Transaction,
  account: Pick<Account, 'userId' | 'firstName' | 'lastName' | 'role' | 'isVerified'> & {
    email: string;
    passwordHash: string;
  },
): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    insert into users (user_id, email, password_hash, first_name, last_name, role, email_verified_at)
    select ${account.userId}, ${account.email}, ${account.passwordHash}, ${account.firstName}, ${account.lastName},
      ${account.role}, ${account.isVerified ? sql`now()` : sql`null`}
    where not exists (select from users where ${isEmail(sql`email`, account.email)})
    on conflict (lower(email)) do nothing`);
  return rowCount === 1;
}

export async function updatePasswordHash(
  tx: Database | Transaction,
  userId: string,
  passwordHash: string,
): Promise<void> {
  await tx.execute(sql`update users set password_hash = ${passwordHash} where user_id = ${userId}`);
}

/** Stores a stronger hash of the same password, unless the password was changed meanwhile. */
export async function upgradePasswordHash(
  db: Database,
  userId: string,
  hashes: { from: string; to: string },
): Promise<void> {
  await db.execute(
    sql`update users set password_hash = ${hashes.to} where user_id = ${userId} and password_hash = ${hashes.from}`,
  );
}

/** Mails to an address belong to the last account that confirmed it, so other accounts lose it as a former address. */
export async function takeFromFormerOwners(tx: Transaction, userId: string, email: string): Promise<void> {
  const isIt = isEmail(sql`former`, email);
  await tx.execute(sql`
    update users u set former_emails = array(select former from unnest(u.former_emails) former where not ${isIt})
    where u.former_emails <> '{}' and u.user_id <> ${userId}
      and exists (select from unnest(u.former_emails) former where ${isIt})`);
}

/** Returns false if the account has another email address by now. */
export async function markVerified(tx: Transaction, userId: string, email: string): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update users set email_verified_at = coalesce(email_verified_at, now())
    where user_id = ${userId} and lower(email) = lower(${email})`);
  if (rowCount !== 1) return false;
  await takeFromFormerOwners(tx, userId, email);
  return true;
}

/** Sets the new address after its owner has confirmed it. Returns false if another account has it. */
export async function updateEmail(tx: Transaction, userId: string, email: string): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update users set email = ${email}, email_verified_at = now(),
      former_emails = case when email_verified_at is null then former_emails else former_emails || email end
    where user_id = ${userId} and not exists (
      select from users other where other.user_id <> ${userId} and ${isEmail(sql`other.email`, email)})`);
  if (rowCount !== 1) return false;
  await takeFromFormerOwners(tx, userId, email);
  return true;
}

export async function makeAdmin(tx: Transaction, userId: string): Promise<void> {
  await tx.execute(sql`
    update users set role = 'admin', email_verified_at = coalesce(email_verified_at, now()) where user_id = ${userId}`);
}

export async function updateProfile(
  db: Database,
  { userId, firstName, lastName, age, gender, address }: Account,
): Promise<void> {
  await db.execute(sql`
    update users set first_name = ${firstName}, last_name = ${lastName}, age = ${age}, gender = ${gender},
      address = ${address}
    where user_id = ${userId} and erased_at is null`);
}

import type { AddressChange, NewAddress, SavedAddress } from '@kindred/contracts';
import { readPostalCode } from '@kindred/shop-types';
import { invalidRequest } from '../../../platform/http/strict/invalid-request.ts';
import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { accountProblem } from './account-problem.ts';
import {
  deleteAddress,
  ensureDefault,
  findAddresses,
  insertAddress,
  unsetDefault,
  updateAddress,
} from './address-repository.ts';
import { requireAccount } from './require-account.ts';

const mostAddresses = 20;

/** @throws ProblemError `too-many-addresses` */
export function addAddress(db: Database, userId: string, address: NewAddress): Promise<SavedAddress> {
  return withTransaction(db, async (tx) => {
    await requireAccount(tx, userId, { forUpdate: true });
    const { length } = await findAddresses(tx, userId);
    if (length >= mostAddresses)
      throw accountProblem('too-many-addresses', `An account can have up to ${mostAddresses} addresses.`);
    const isDefault = length === 0 || address.is_default === true;
    if (isDefault) await unsetDefault(tx, userId);
    return insertAddress(tx, userId, { ...address, is_default: isDefault });
  });
}

/**
 * While an account has addresses, one of them is the default. Choosing another one changes the default.
 * @throws ProblemError `address-not-found`, `invalid-request` for a postal code that does not suit the country
 */
export function changeAddress(
  db: Database,
  { userId, addressId, change }: { userId: string; addressId: string; change: AddressChange },
): Promise<SavedAddress> {
  return withTransaction(db, async (tx) => {
    await requireAccount(tx, userId, { forUpdate: true });
    const before = (await findAddresses(tx, userId)).find(({ address_id }) => address_id === addressId);
    if (!before) throw accountProblem('address-not-found');
    if (change.is_default) await unsetDefault(tx, userId);
    const changed = await updateAddress(tx, {
      userId,
      addressId,
      change: { ...change, ...postalCodeAfter(before, change) },
    });
    if (!changed) throw accountProblem('address-not-found');
    return changed;
  });
}

/** Checks the postal code against the country, whichever of the two changes. */
function postalCodeAfter(before: SavedAddress, change: AddressChange): Pick<AddressChange, 'postal_code'> {
  if (change.country === undefined && change.postal_code === undefined) return {};
  const { country, postal_code = '' } = { ...before, ...change };
  const reading = readPostalCode(postal_code, country);
  if ('value' in reading) return { postal_code: reading.value };
  const { code, says } = reading.refusal;
  throw invalidRequest([{ in: 'body', pointer: '/postal_code', code, message: `postal code ${says}` }]);
}

/** @throws ProblemError `address-not-found` */
export async function removeAddress(db: Database, userId: string, addressId: string): Promise<void> {
  await withTransaction(db, async (tx) => {
    await requireAccount(tx, userId, { forUpdate: true });
    if (!(await deleteAddress(tx, userId, addressId))) throw accountProblem('address-not-found');
    await ensureDefault(tx, userId);
  });
}

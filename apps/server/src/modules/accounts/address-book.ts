import type { AddressChange, NewAddress, SavedAddress } from '@kindred/contracts';
import { type Database, withTransaction } from '../../platform/postgres/database.ts';
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
      throw accountProblem('too-many-addresses', `An account keeps up to ${mostAddresses}.`);
    const isDefault = length === 0 || address.is_default === true;
    if (isDefault) await unsetDefault(tx, userId);
    return insertAddress(tx, userId, { ...address, is_default: isDefault });
  });
}

/**
 * There is always one default while there are addresses: it changes by choosing another.
 * @throws ProblemError `address-not-found`
 */
export function changeAddress(
  db: Database,
  { userId, addressId, change }: { userId: string; addressId: string; change: AddressChange },
): Promise<SavedAddress> {
  return withTransaction(db, async (tx) => {
    await requireAccount(tx, userId, { forUpdate: true });
    if (change.is_default) await unsetDefault(tx, userId);
    const changed = await updateAddress(tx, { userId, addressId, change });
    if (!changed) throw accountProblem('address-not-found');
    return changed;
  });
}

/** @throws ProblemError `address-not-found` */
export async function removeAddress(db: Database, userId: string, addressId: string): Promise<void> {
  await withTransaction(db, async (tx) => {
    await requireAccount(tx, userId, { forUpdate: true });
    if (!(await deleteAddress(tx, userId, addressId))) throw accountProblem('address-not-found');
    await ensureDefault(tx, userId);
  });
}

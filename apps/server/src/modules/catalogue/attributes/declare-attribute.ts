import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { type Attribute, refuseAttribute } from './attribute.ts';
import { fillFromDetails, putAttribute, removeAttribute } from './attribute-repository.ts';

export interface Declared {
  readonly outcome: 'added' | 'changed';
  /** How many products got a value from their details. */
  readonly filled: number;
}

/** @throws RangeError for an invalid declaration; its message is a sentence */
export async function declareAttribute(db: Database, attribute: Attribute): Promise<Declared> {
  const refusal = refuseAttribute(attribute);
  if (refusal !== null) throw new RangeError(refusal);
  return withTransaction(db, async (tx) => {
    const outcome = await putAttribute(tx, attribute);
    return { outcome, filled: await fillFromDetails(tx, attribute) };
  });
}

/** Brand and colour are fields of the API, so a shop cannot remove them. */
export const lasting: ReadonlySet<string> = new Set(['brand', 'color']);

/**
 * Removes the attribute and its values.
 * @returns how many products had a value, or undefined if the attribute does not exist
 */
export async function dropAttribute(db: Database, code: string): Promise<number | undefined> {
  if (lasting.has(code)) throw new RangeError(`The attribute ${code} cannot be removed.`);
  return withTransaction(db, (tx) => removeAttribute(tx, code));
}

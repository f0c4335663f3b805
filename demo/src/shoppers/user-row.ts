import { shopperName } from './names.ts';
import { shopperId } from './shopper.ts';

/** One line of `users.jsonl`: what `kindred import` reads of a user. */
export interface UserRow {
  user_id: string;
  first_name: string;
  last_name: string;
}

export function userRow(index: number, seed: number): UserRow {
  const { first, last } = shopperName(index, seed);
  return { user_id: shopperId(index, seed), first_name: first, last_name: last };
}

import { createPasswords } from '../modules/people/accounts/index.ts';

/** The cheapest settings of Argon2, because most tests do not check the cost of a log-in. */
export const quickPasswords = createPasswords({ memoryCost: 8, timeCost: 1, parallelism: 1 });

import { createPasswords } from '../modules/people/accounts/index.ts';

/** The least that Argon2 knows. Most tests are about who somebody is, not about how long it takes to find out. */
export const quickPasswords = createPasswords({ memoryCost: 8, timeCost: 1, parallelism: 1 });

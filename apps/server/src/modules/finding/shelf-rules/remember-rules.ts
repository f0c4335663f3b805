import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../../../platform/postgres/database.ts';
import { remember } from '../../../platform/remember.ts';
import type { ShelfRule } from './shelf-rule.ts';
import { findRules } from './shelf-rule-repository.ts';

export interface ReadShelfRules {
  /** Returns the rules that are valid now or later, the newest first. */
  (): Promise<readonly ShelfRule[]>;
  /** Returns the rules that were read last, for a shelf that cannot wait: a blocked product stays blocked while the database is slow. */
  last(): readonly ShelfRule[];
}

/** A node that missed a notification reads the rules again after this time. */
const keptMs = 5_000;

export function rememberRules(db: Database): ReadShelfRules & { forget(): void } {
  let last: readonly ShelfRule[] = [];
  const read = remember(
    async () => {
      const rules = await findRules(db);
      // The same rules stay the same objects: what was ranked by them still holds.
      if (!isDeepStrictEqual(rules, last)) last = rules;
      return last;
    },
    { forMs: keptMs, graceMs: 60_000 },
  );
  return Object.assign(() => read(), { last: () => last, forget: read.forget });
}

import type { ImportOptions, ImportSummary } from './import-plan.ts';
import { mergeUsers, userStaging } from './merge-users.ts';
import { runImport } from './run-import.ts';

/**
 * Imports the users of a data set. They can never log in. A user who has or had an account stays unchanged, because a file must not
 * overwrite what a person entered.
 */
export function importUsers(options: ImportOptions & { now?: Date }): Promise<ImportSummary> {
  return runImport<null>(
    {
      kind: 'users',
      format: {
        kind: 'users',
        now: (options.now ?? new Date()).getTime(),
        replace: options.replace ?? false,
      },
      batchRows: 20_000,
      staging: [userStaging],
      analyze: ['users'],
      merge: (tx, { copy }) => mergeUsers(tx, copy),
      finish: async () => undefined,
    },
    options,
  );
}

import type { ImportOptions, ImportSummary } from './import-plan.ts';
import { mergeUsers, userStaging } from './merge-users.ts';
import { runImport } from './run-import.ts';

/**
 * People of a data set into the database. They can never log in, and whoever has an account, or had one, is left as they are:
 * what a file says of a user id is no reason to change what a person said.
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

import { faultsIn } from '../fault.ts';

const pictureTests = ['adapters/disk-picture-store.test.ts'] as const;
const mailTests = ['modules/mailing/mails/deliver-mail.test.ts'] as const;

export const running = faultsIn('apps/server/src', [
  {
    what: 'addresses of a private network are fetched',
    file: 'adapters/public-address.ts',
    find: "['172.16.0.0', 12]",
    replace: "['172.16.0.0', 16]",
    tests: ['adapters/public-address.test.ts'],
  },
  {
    what: 'only the first address of a host is judged',
    file: 'adapters/http-picture-host.ts',
    find: 'const refused = addresses.find((address)',
    replace: 'const refused = addresses.slice(0, 1).find((address)',
    tests: ['adapters/http-picture-host.test.ts'],
  },
  {
    what: 'the pictures that were asked for last go first',
    file: 'adapters/disk-picture-store.ts',
    find: '.sort(([, one], [, other]) => one.usedAt - other.usedAt)',
    replace: '.sort(([, one], [, other]) => other.usedAt - one.usedAt)',
    tests: pictureTests,
  },
  {
    what: 'a picture that is replaced counts twice',
    file: 'adapters/disk-picture-store.ts',
    find: 'forget(name);\n    files.set(name, file);',
    replace: 'files.set(name, file);',
    tests: pictureTests,
  },
  {
    what: 'a host that answers “later” is taken for one without the picture',
    file: 'adapters/http-picture-host.ts',
    find: 'new Set([408, 425, 429])',
    replace: 'new Set([408, 425])',
    tests: ['adapters/http-picture-host.test.ts'],
  },
  {
    what: 'the checksum of a backup is not looked at',
    file: 'modules/running/backup/backup-reader.ts',
    find: "if (hash.digest('hex') !== expected)",
    replace: "if (hash.digest('hex') === '')",
    tests: ['modules/running/backup/backup-reader.test.ts'],
  },
  {
    what: 'the last good backup is removed',
    file: 'modules/running/backup/retain-backups.ts',
    find: 'here.slice(Math.max(1, keep))',
    replace: 'here.slice(keep)',
    tests: ['modules/running/backup/scheduled-backups.test.ts'],
  },
  {
    what: 'two workers send the same mail',
    file: 'modules/mailing/mails/mail-repository.ts',
    find: "and state = 'queued'\n    for update skip locked`",
    replace: "and state = 'queued'`",
    tests: mailTests,
  },
  {
    what: 'a mail that no server takes is tried for ever',
    file: 'modules/mailing/mails/deliver-mail.ts',
    find: 'const isOver = attempt.isLast || error instanceof UndeliverableMailError;',
    replace: 'const isOver = attempt.isLast;',
    tests: mailTests,
  },
  {
    what: 'a migration that fails half way leaves its first half behind',
    file: 'platform/postgres/migrate.ts',
    find: 'await withTransaction(connectionOf(client), () => runMigration(client, migration), { attempts: 1 });',
    replace: 'await runMigration(client, migration);',
    tests: ['platform/postgres/migrate.test.ts'],
    or: {
      find: "await client.query('begin');\n  try {\n    await runMigration",
      replace: 'try {\n    await runMigration',
    },
  },
  {
    what: 'a migration that was changed afterwards is passed over',
    file: 'platform/postgres/migrate.ts',
    find: 'hashes.has(createdAt) && hashes.get(createdAt) !== hash',
    replace: 'hashes.has(createdAt) && hash === undefined',
    tests: ['platform/postgres/migrate.test.ts'],
  },
  {
    what: 'a failure is remembered',
    file: 'platform/remember.ts',
    find: 'if (kept === entry) kept = undefined;',
    replace: 'if (kept !== entry) kept = undefined;',
    tests: ['platform/remember.test.ts'],
  },
  {
    what: 'the job queue is asked for the month before',
    file: 'config/cron.ts',
    find: 'time.getUTCMonth() + 1',
    replace: 'time.getUTCMonth()',
    tests: ['config/cron.test.ts'],
  },
]);

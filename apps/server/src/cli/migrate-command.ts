import { Command } from 'commander';
import { migrate } from '../platform/postgres/migrate.ts';
import { outputOf } from './command-context.ts';
import { withDatabaseServer } from './database-server.ts';

export function migrateCommand(): Command {
  return new Command('migrate')
    .description(
      'Migrate the database’s tables to this version; safe to repeat, and to run on several nodes concurrently',
    )
    .action(async (_options, command: Command) => {
      const applied = await withDatabaseServer(migrate);
      outputOf(command)(
        { applied },
        applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}.`,
      );
    });
}

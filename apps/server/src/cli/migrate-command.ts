import { Command } from 'commander';
import { migrate } from '../platform/postgres/migrate.ts';
import { outputOf } from './command-context.ts';
import { withDatabaseServer } from './database-server.ts';

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('Bring the database’s tables up to date; safe to run twice and by several nodes at once')
    .action(async (_options, command: Command) => {
      const applied = await withDatabaseServer(migrate);
      outputOf(command)(
        { applied },
        applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}.`,
      );
    });
}

import { Command } from 'commander';
import { createConfig } from '../config/config.ts';
import { readEnv } from '../config/env.ts';
import { acquireEmbeddedPostgres } from '../platform/postgres/embedded-postgres.ts';
import { migrate } from '../platform/postgres/migrate.ts';
import { commandLogger, outputOf } from './command-context.ts';

export function migrateCommand(): Command {
  return new Command('migrate')
    .description('Bring the database’s tables up to date; safe to run twice and by several nodes at once')
    .action(async (_options, command: Command) => {
      const config = createConfig(readEnv(process.env));
      const embedded =
        config.databaseUrl === undefined
          ? await acquireEmbeddedPostgres({ dataDir: config.dataDir, logger: commandLogger() })
          : undefined;
      try {
        const connectionString = embedded?.connectionString ?? config.databaseUrl!;
        const applied = await migrate({ connectionString });
        outputOf(command)(
          { applied },
          applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}.`,
        );
      } finally {
        await embedded?.release();
      }
    });
}

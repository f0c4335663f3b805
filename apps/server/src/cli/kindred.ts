/** @file `kindred COMMAND`: one file a command; exit code 0 done, 1 failed, 2 wrong use. */
import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config/config.ts';
import { backupCommand } from './backup-command.ts';
import { benchmarkCommand } from './benchmark-command.ts';
import { CommandFailure, exitCodeOf, UsageError } from './command-context.ts';
import { createAdminCommand } from './create-admin-command.ts';
import { demoDataCommand } from './demo-data-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { fetchCommand } from './fetch-command.ts';
import { importCommand } from './import-command.ts';
import { migrateCommand } from './migrate-command.ts';
import { modelsCommand } from './models-command.ts';
import { recommendCommand } from './recommend-command.ts';
import { restoreCommand } from './restore-command.ts';
import { searchIndexCommand } from './search-index-command.ts';
import { startCommand } from './start-command.ts';
import { tokenCommand } from './token-command.ts';
import { trainCommand } from './train-command.ts';

const program = new Command('kindred')
  .description('An online shop whose recommendations come from a graph neural network that it trains itself.')
  .option('--json', 'print one JSON document on stdout; logs go to stderr')
  .showHelpAfterError('(--help tells how)')
  .exitOverride();

for (const command of [
  startCommand(),
  migrateCommand(),
  demoDataCommand(),
  fetchCommand(),
  importCommand(),
  trainCommand(),
  recommendCommand(),
  benchmarkCommand(),
  modelsCommand(),
  tokenCommand(),
  createAdminCommand(),
  backupCommand(),
  restoreCommand(),
  searchIndexCommand(),
  doctorCommand(),
])
  program.addCommand(inherit(command));

/** Every command takes `--json`, before or after its name, and tells wrong use by throwing. */
function inherit(command: Command): Command {
  command.option('--json', 'print one JSON document on stdout; logs go to stderr').exitOverride();
  for (const sub of command.commands) inherit(sub);
  return command;
}

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    const plain = [CommandFailure, UsageError, ConfigError].some((kind) => error instanceof kind);
    console.error(plain ? (error as Error).message : error);
    process.exitCode = exitCodeOf(error);
  }
}

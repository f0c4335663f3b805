/** @file The command line, with one file per command. */
import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { attributesCommand } from './attributes-command.ts';
import { backupCommand } from './backup-command.ts';
import type { BegunStart } from './begin-start.ts';
import { benchmarkCommand } from './benchmark-command.ts';
import { createAdminCommand } from './create-admin-command.ts';
import { demoAccountsCommand } from './demo-accounts-command.ts';
import { demoDataCommand } from './demo-data-command.ts';
import { describeFailure } from './describe-failure.ts';
import { doctorCommand } from './doctor-command.ts';
import { exportCommand } from './export-command.ts';
import { fetchCommand } from './fetch-command.ts';
import { importCommand } from './import-command.ts';
import { migrateCommand } from './migrate-command.ts';
import { modelsCommand } from './models-command.ts';
import { recommendCommand } from './recommend-command.ts';
import { restoreCommand } from './restore-command.ts';
import { searchIndexCommand } from './search-index-command.ts';
import { serviceKeyCommand } from './service-key-command.ts';
import { startCommand } from './start-command.ts';
import { tokenCommand } from './token-command.ts';
import { trainCommand } from './train-command.ts';

function createProgram(begun: BegunStart | undefined): Command {
  const program = new Command('kindred')
    .description(
      'An online shop whose recommendations come from a graph neural network that it trains itself.',
    )
    .version(packageJson.version, '--version', 'print the version')
    .option('--json', 'print one JSON document on stdout; logs go to stderr')
    .showHelpAfterError('(see --help)')
    .exitOverride();
  for (const command of [
    startCommand(begun),
    migrateCommand(),
    demoDataCommand(),
    demoAccountsCommand(),
    fetchCommand(),
    importCommand(),
    attributesCommand(),
    trainCommand(),
    exportCommand(),
    recommendCommand(),
    benchmarkCommand(),
    modelsCommand(),
    tokenCommand(),
    serviceKeyCommand(),
    createAdminCommand(),
    backupCommand(),
    restoreCommand(),
    searchIndexCommand(),
    doctorCommand(),
  ])
    program.addCommand(inherit(command));
  return program;
}

/** Every command accepts `--json` before or after its name, and throws for wrong use. */
function inherit(command: Command): Command {
  command.option('--json', 'print one JSON document on stdout; logs go to stderr').exitOverride();
  for (const sub of command.commands) inherit(sub);
  return command;
}

/** Runs the command in the arguments. Returns the exit code: 0 done, 1 failed, 2 wrong use. */
export async function runProgram(args: readonly string[], begun?: BegunStart): Promise<0 | 1 | 2> {
  try {
    await createProgram(begun).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has already printed what is wrong with the arguments.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { text, exitCode } = describeFailure(error);
    console.error(text);
    return exitCode;
  }
}

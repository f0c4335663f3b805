import { Command } from 'commander';
import { loadActiveModel } from '../modules/models/index.ts';
import { inspectShop } from '../modules/ops/index.ts';
import { CommandFailure, outputOf, withRuntime } from './command-context.ts';

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('What the shop holds, and whether its parts are sound; exit code 1 if one is not')
    .action(async (_options, command: Command) => {
      const { inspection, fault } = await withRuntime(async ({ db, config }) => ({
        inspection: await inspectShop(db),
        fault: await loadActiveModel(db, config.dataDir).then(
          () => undefined,
          (error: Error) => error.message,
        ),
      }));
      outputOf(command)(
        { ...inspection, fault: fault ?? null },
        Object.entries(inspection)
          .map(([name, value]) => `${name.replaceAll('_', ' ').padEnd(20)} ${value ?? 'none'}`)
          .join('\n'),
      );
      if (fault) throw new CommandFailure(`The active model cannot be loaded: ${fault}`);
    });
}

import { Command } from 'commander';
import { loadActiveModel } from '../modules/finding/models/index.ts';
import { findSlowStatements, inspectShop, type SlowStatement } from '../modules/running/ops/index.ts';
import { CommandFailure, outputOf, withRuntime } from './command-context.ts';

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('Show the shop’s data and check its parts; exit code 1 if a part fails')
    .action(async (_options, command: Command) => {
      const { inspection, statements, fault } = await withRuntime(async ({ db, config }) => ({
        inspection: await inspectShop(db),
        statements: await findSlowStatements(db),
        fault: await loadActiveModel(db, config.dataDir).then(
          () => undefined,
          (error: Error) => error.message,
        ),
      }));
      outputOf(command)(
        { ...inspection, slow_statements: statements ?? null, fault: fault ?? null },
        [
          ...Object.entries(inspection).map(
            ([name, value]) => `${name.replaceAll('_', ' ').padEnd(28)} ${value ?? 'none'}`,
          ),
          ...describeStatements(statements),
        ].join('\n'),
      );
      if (fault) throw new CommandFailure(`The active model cannot be loaded: ${fault}`);
    });
}

function describeStatements(statements: readonly SlowStatement[] | undefined): string[] {
  if (!statements) return ['most expensive statements  unknown: this account cannot read pg_stat_statements'];
  return [
    'most expensive statements since the statistics began:',
    ...statements.map(({ query, calls, mean_ms }) => `  ${mean_ms.toFixed(1)} ms × ${calls}  ${query}`),
  ];
}

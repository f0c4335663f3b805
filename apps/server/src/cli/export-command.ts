import { resolve } from 'node:path';
import { Command } from 'commander';
import { exportInteractions } from '../modules/finding/analytics/index.ts';
import { interruptSignal, outputOf, UsageError, withRuntime } from './command-context.ts';

interface ExportOptions {
  out: string;
  asOf?: string;
  pseudonyms?: boolean;
}

export function exportCommand(): Command {
  return new Command('export').description('Write data of the shop for other programs').addCommand(
    new Command('interactions')
      .description(
        'Write exposures, events, attributions, feedback and interactions as Parquet files, from one snapshot of the database',
      )
      .requiredOption('--out <folder>', 'the folder for the files')
      .option(
        '--as-of <time>',
        'only what happened until then, such as 2026-03-01 or 2026-03-01T12:00:00Z (default: now)',
      )
      .option('--pseudonyms', 'replace the ids of users and visitors, differently in each export')
      .action(async ({ out, asOf, pseudonyms = false }: ExportOptions, command: Command) => {
        const until = asOf === undefined ? new Date() : timeOf(asOf);
        const folder = resolve(out);
        const signal = interruptSignal();
        const files = await withRuntime(({ db }) =>
          exportInteractions(db, { folder, asOf: until, hidesPeople: pseudonyms, signal }),
        );
        outputOf(command)(
          { asOf: until.toISOString(), pseudonyms, files },
          files.map(({ file, rows }) => `${file}: ${rows.toLocaleString('en')} rows`).join('\n'),
        );
      }),
  );
}

const form = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

function timeOf(text: string): Date {
  const time = new Date(text);
  if (!form.test(text) || Number.isNaN(time.getTime()))
    throw new UsageError(
      `--as-of must be a time like 2026-03-01 or 2026-03-01T12:00:00Z, but it is “${text}”.`,
    );
  return time;
}

import { resolve } from 'node:path';
import { readCurrency } from '@kindred/shop-types';
import { Command } from 'commander';
import {
  type ImportOptions,
  type ImportSummary,
  importMeta,
  importReviews,
  UnusableFileError,
} from '../modules/import/index.ts';
import {
  CommandFailure,
  interruptSignal,
  outputOf,
  UsageError,
  wholeNumber,
  withRuntime,
} from './command-context.ts';
import { createProgressBar } from './progress-bar.ts';

function subcommand(name: 'meta' | 'reviews', description: string): Command {
  return new Command(name)
    .description(description)
    .argument('<file...>', 'JSON lines, CSV or Parquet; .gz is read as it streams')
    .option('--rejects <dir>', 'folder for rows that cannot be used', '.');
}

function describe(summary: ImportSummary): string {
  const { read, inserted, updated, unchanged, rejected, stubs, seconds } = summary;
  return [
    `${read} rows in ${seconds.toFixed(1)} s: ${inserted} new, ${updated} changed, ${unchanged} as they were, ${rejected} rejected${stubs > 0 ? `, ${stubs} products known from reviews alone` : ''}.`,
    ...summary.rejectsFiles.map((file) => `Rejected rows, with line and reason: ${file}`),
    ...summary.files.flatMap(({ damage, remarks }) => [...remarks, ...(damage === null ? [] : [damage])]),
    ...describeFields(summary),
  ].join('\n');
}

function describeFields({ fields }: ImportSummary): string[] {
  if (fields.length === 0) return [];
  const lines = fields.map(
    ({ field, reason, count, example }) =>
      `  ${field} ${reason} (${count}${example === undefined ? '' : `, such as ${example}`})`,
  );
  return ['Of rows that were imported:', ...lines];
}

function currencyCode(text: string): string {
  const reading = readCurrency(text.trim().toUpperCase());
  if ('value' in reading) return reading.value;
  throw new UsageError(
    `--currency must be the three letters of a currency (ISO 4217), such as USD, but it is “${text}”.`,
  );
}

async function run(
  command: Command,
  files: readonly string[],
  rejects: string,
  importFiles: (options: ImportOptions) => Promise<ImportSummary>,
): Promise<void> {
  const bar = createProgressBar(process.stderr);
  const summary = await withRuntime(({ db, logger }) =>
    importFiles({
      files: files.map((file) => resolve(file)),
      pool: db.$client,
      rejectsDir: resolve(rejects),
      logger,
      onProgress: bar.show,
      signal: interruptSignal(),
    }),
  )
    .catch((error: unknown) => {
      throw error instanceof UnusableFileError ? new CommandFailure(error.message) : error;
    })
    .finally(bar.end);
  outputOf(command)(summary, describe(summary));
  const damaged = summary.files.filter(({ damage }) => damage !== null);
  const { unusableFiles } = summary;
  if (unusableFiles.length > 0)
    throw new CommandFailure(
      `Not imported: ${unusableFiles.map(({ reason }) => reason).join(' ')}${damaged.length > 0 ? ` Damaged: ${damaged.map(({ file }) => file).join(', ')}.` : ''}`,
    );
  if (damaged.length > 0)
    throw new CommandFailure(
      `Damaged: ${damaged.map(({ file, damage }) => `${file} (${damage})`).join('; ')}. What stood before the damage is imported.`,
    );
}

export function importCommand(): Command {
  return new Command('import')
    .description('Import Amazon Reviews files: 2023, 2018, rating-only CSV, pandas’ CSV and Parquet')
    .addCommand(
      subcommand('meta', 'Products')
        .option('--currency <code>', 'of the prices in the files', currencyCode, 'USD')
        .option('--stock <n>', 'of a new product that has a price', wholeNumber('--stock', 0, 1_000_000), 50)
        .action(
          (
            files: string[],
            options: { rejects: string; currency: string; stock: number },
            command: Command,
          ) =>
            run(command, files, options.rejects, (shared) =>
              importMeta({ ...shared, currency: options.currency, defaultStock: options.stock }),
            ),
        ),
    )
    .addCommand(
      subcommand('reviews', 'Reviews; the newest of a user and product wins').action(
        (files: string[], options: { rejects: string }, command: Command) =>
          run(command, files, options.rejects, importReviews),
      ),
    );
}

import { basename, resolve } from 'node:path';
import { readCurrency } from '@kindred/shop-types';
import { Command } from 'commander';
import { offerTraining, type TrainingOffer } from '../modules/finding/models/index.ts';
import {
  type ColumnReport,
  describeColumns,
  type ImportOptions,
  type ImportSummary,
  importMeta,
  importReviews,
  importUsers,
  type OpenedImport,
  UnusableFileError,
} from '../modules/running/import/index.ts';
import {
  CommandFailure,
  interruptSignal,
  outputOf,
  UsageError,
  wholeNumber,
  withRuntime,
} from './command-context.ts';
import { createProgressBar } from './progress-bar.ts';

interface SharedOptions {
  rejects: string;
  replace: boolean;
}

function subcommand(name: 'meta' | 'reviews' | 'users', description: string): Command {
  return new Command(name)
    .description(description)
    .argument('<file...>', 'JSON lines, CSV or Parquet; .gz is read as it streams')
    .option('--rejects <dir>', 'folder for rows that cannot be used', '.')
    .option('--replace', 'empty what a file has no column for, instead of leaving it as it is', false);
}

const layouts: Record<OpenedImport['layout'], string> = {
  'json-lines': 'JSON lines',
  csv: 'CSV',
  'ratings-csv': 'ratings without a header',
  parquet: 'Parquet',
};

const describeFile = ({ file, layout, columns }: OpenedImport): string =>
  `${basename(file)} (${layouts[layout]}): ${describeColumns(columns)}`;

const isEmpty = ({ read, ignored, readBy }: ColumnReport): boolean =>
  read.length + ignored.length + readBy.length === 0;

const counted = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];

const trainingSays: Record<TrainingOffer, string> = {
  scheduled:
    'A training is scheduled: the shop that is running begins it within a minute, and uses the new model if it passes the gate.',
  offered: 'The model has not seen these; train it: npm run -s kindred -- train',
};

function describe(summary: ImportSummary, training: TrainingOffer | null): string {
  const { read, inserted, updated, unchanged, rejected, seconds } = summary;
  const further = [
    ...counted(summary.stubs, 'product known from reviews alone', 'products known from reviews alone'),
    ...counted(summary.profiles, 'reviewer’s own columns put in', 'reviewers’ own columns put in'),
    ...counted(
      summary.accountsKept,
      'row about somebody who has an account, whose profile stays as it is',
      'rows about people who have an account, whose profiles stay as they are',
    ),
  ];
  return [
    `${[`${read} rows in ${seconds.toFixed(1)} s: ${inserted} new, ${updated} changed, ${unchanged} as they were, ${rejected} rejected`, ...further].join(', ')}.`,
    ...summary.rejectsFiles.map((file) => `Rejected rows, with line and reason: ${file}`),
    ...summary.files
      .filter(({ laterColumns }) => !isEmpty(laterColumns))
      .map(
        ({ file, laterColumns }) =>
          `${basename(file)}, in columns that its first rows do not have: ${describeColumns(laterColumns)}`,
      ),
    ...summary.files.flatMap(({ damage, remarks }) => [...remarks, ...(damage === null ? [] : [damage])]),
    ...describeFields(summary),
    ...summary.derived.map(
      ({ column, compared, different, example }) =>
        `${column}: ${different} of ${compared} differ from what is derived${example === null ? '' : ` (${example})`}.`,
    ),
    ...(training === null ? [] : [trainingSays[training]]),
  ].join('\n');
}

/** Why the exit code is 1, if it is: a run that was of no use, wholly or for one of its files. */
function failureOf({ files, unusableFiles }: ImportSummary): string | null {
  const damaged = files.filter(({ damage }) => damage !== null);
  const sentences = [
    ...unusableFiles.map(({ reason }) => `Not imported: ${reason}`),
    ...files.flatMap(({ file, problem }) => (problem === null ? [] : [`${basename(file)}: ${problem}`])),
    ...(damaged.length === 0
      ? []
      : [
          `Damaged: ${damaged.map(({ file, damage }) => `${file} (${damage})`).join('; ')}. What stood before the damage is imported.`,
        ]),
  ];
  return sentences.length === 0 ? null : sentences.join('\n');
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
  { rejects, replace }: SharedOptions,
  importFiles: (options: ImportOptions) => Promise<ImportSummary>,
  { teaches }: { teaches: boolean },
): Promise<void> {
  const bar = createProgressBar(process.stderr);
  const { summary, training } = await withRuntime(async ({ db, logger }) => {
    const summary = await importFiles({
      files: files.map((file) => resolve(file)),
      pool: db.pool,
      rejectsDir: resolve(rejects),
      replace,
      logger,
      onFile: (file) => bar.note(describeFile(file)),
      onProgress: bar.show,
      signal: interruptSignal(),
    });
    const isNew = teaches && summary.inserted + summary.updated > 0;
    return { summary, training: isNew ? await offerTraining(db) : null };
  })
    .catch((error: unknown) => {
      throw error instanceof UnusableFileError ? new CommandFailure(error.message) : error;
    })
    .finally(bar.end);
  outputOf(command)({ ...summary, training }, describe(summary, training));
  const failure = failureOf(summary);
  if (failure !== null) throw new CommandFailure(failure);
}

export function importCommand(): Command {
  return new Command('import')
    .description(
      'Import Amazon Reviews files and data frames: 2023, 2018, rating-only CSV, pandas’ CSV and Parquet. Says before the first row which columns are read as what',
    )
    .addCommand(
      subcommand('meta', 'Products')
        .option('--currency <code>', 'of the prices in the files', currencyCode, 'USD')
        .option('--stock <n>', 'of a new product that has a price', wholeNumber('--stock', 0, 1_000_000), 50)
        .action(
          (files: string[], options: SharedOptions & { currency: string; stock: number }, command: Command) =>
            run(
              command,
              files,
              options,
              (shared) => importMeta({ ...shared, currency: options.currency, defaultStock: options.stock }),
              { teaches: true },
            ),
        ),
    )
    .addCommand(
      subcommand(
        'reviews',
        'Reviews, and what the same rows say of the reviewers; the newest of a user and product wins',
      ).action((files: string[], options: SharedOptions, command: Command) =>
        run(command, files, options, importReviews, { teaches: true }),
      ),
    )
    .addCommand(
      subcommand(
        'users',
        'People of a data set: names, age, gender, address and such; they can never log in',
      ).action((files: string[], options: SharedOptions, command: Command) =>
        run(command, files, options, importUsers, { teaches: false }),
      ),
    );
}

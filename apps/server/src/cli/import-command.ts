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
    .option('--rejects <dir>', 'the folder for rejected rows', '.')
    .option('--replace', 'clear the values for which a file has no column, instead of keeping them', false);
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
    'A training is scheduled: the running shop starts it within a minute, and uses the new model if it passes the gate.',
  offered: 'The model has not learnt these data. To train it: npm run -s kindred -- train',
};

function describe(summary: ImportSummary, training: TrainingOffer | null): string {
  const { read, inserted, updated, unchanged, rejected, seconds } = summary;
  const further = [
    ...counted(summary.stubs, 'product known only from reviews', 'products known only from reviews'),
    ...counted(summary.profiles, 'reviewer added or changed', 'reviewers added or changed'),
    ...counted(
      summary.accountsKept,
      'row about a user with an account, whose profile was not changed',
      'rows about users with an account, whose profiles were not changed',
    ),
  ];
  return [
    `${[`${read} rows in ${seconds.toFixed(1)} s: ${inserted} new, ${updated} changed, ${unchanged} as they were, ${rejected} rejected`, ...further].join(', ')}.`,
    ...summary.rejectsFiles.map((file) => `Rejected rows, with line and reason: ${file}`),
    ...summary.files
      .filter(({ laterColumns }) => !isEmpty(laterColumns))
      .map(
        ({ file, laterColumns }) =>
          `${basename(file)}, columns that only later rows have: ${describeColumns(laterColumns)}`,
      ),
    ...summary.files.flatMap(({ damage, remarks }) => [...remarks, ...(damage === null ? [] : [damage])]),
    ...describeFields(summary),
    ...summary.derived.map(
      ({ column, compared, different, example }) =>
        `${column}: ${different} of ${compared} differ from the derived value${example === null ? '' : ` (${example})`}.`,
    ),
    ...(training === null ? [] : [trainingSays[training]]),
  ].join('\n');
}

/** Returns why the exit code is 1: the import was useless for all files or for one of them. */
function failureOf({ files, unusableFiles }: ImportSummary): string | null {
  const damaged = files.filter(({ damage }) => damage !== null);
  const sentences = [
    ...unusableFiles.map(({ reason }) => `Not imported: ${reason}`),
    ...files.flatMap(({ file, problem }) => (problem === null ? [] : [`${basename(file)}: ${problem}`])),
    ...(damaged.length === 0
      ? []
      : [
          `Damaged: ${damaged.map(({ file, damage }) => `${file} (${damage})`).join('; ')}. The rows before the damage are imported.`,
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
  return ['In imported rows:', ...lines];
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
      'Import Amazon Reviews files and data frames: 2023, 2018, rating-only CSV, pandas’ CSV and Parquet. Prints the use of each column before the first row',
    )
    .addCommand(
      subcommand('meta', 'Products')
        .option('--currency <code>', 'the currency of the prices in the files', currencyCode, 'USD')
        .option(
          '--stock <n>',
          'the stock of a new product with a price',
          wholeNumber('--stock', 0, 1_000_000),
          50,
        )
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
        'Import reviews, and the data of their reviewers in the same rows; the newest review per user and product counts',
      ).action((files: string[], options: SharedOptions, command: Command) =>
        run(command, files, options, importReviews, { teaches: true }),
      ),
    )
    .addCommand(
      subcommand(
        'users',
        'Import the users of a data set: names, age, gender, address and so on; they can never log in',
      ).action((files: string[], options: SharedOptions, command: Command) =>
        run(command, files, options, importUsers, { teaches: false }),
      ),
    );
}

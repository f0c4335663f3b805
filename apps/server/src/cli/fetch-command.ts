import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { createConfig } from '../config/config.ts';
import { readEnv } from '../config/env.ts';
import {
  type DatasetFile,
  FetchError,
  type FetchSummary,
  type FileKind,
  fetchAmazon2023,
  fileKinds,
  listAmazon2023,
  UnknownCategoryError,
} from '../modules/running/fetch/index.ts';
import { CommandFailure, interruptSignal, outputOf, UsageError } from './command-context.ts';
import { createFetchBar, describeBytes } from './progress-bar.ts';

interface FetchFlags {
  only?: FileKind;
  out?: string;
  from?: string;
  manifest?: string;
}

function describeList(files: readonly DatasetFile[]): string {
  const byCategory = Map.groupBy(files, ({ category }) => category);
  const lines = [...byCategory].map(([category, some]) => {
    const sizes = some.map(({ kind, bytes }) => `${kind} ${describeBytes(bytes)}`);
    return `${category.padEnd(28)}  ${sizes.join(', ')}`;
  });
  return [...lines.sort(), 'Fetch one: kindred fetch amazon-2023 CATEGORY'].join('\n');
}

function describeFetched({ files, seconds, next }: FetchSummary): string {
  return [
    ...files.map(({ file, bytes, status, resumedFrom }) =>
      status === 'already_there'
        ? `${file}: already exists, sha256 as in the manifest.`
        : `${file}: ${describeBytes(bytes)}${resumedFrom > 0 ? `, of which ${describeBytes(resumedFrom)} from an earlier run` : ''}, sha256 as in the manifest.`,
    ),
    `Done in ${seconds.toFixed(1)} s. Next:`,
    ...next.map((command) => `  ${command}`),
  ].join('\n');
}

/** Returns the address without a slash at the end. */
function baseAddress(text: string): string {
  const address = URL.canParse(text) ? new URL(text) : null;
  if (address === null || !/^https?:$/.test(address.protocol) || address.search !== '' || address.hash !== '')
    throw new UsageError(
      `--from must be an address that starts with https:// or http://, but it is “${text}”.`,
    );
  return address.href.replace(/\/+$/, '');
}

async function run(category: string | undefined, flags: FetchFlags, command: Command): Promise<void> {
  const output = outputOf(command);
  const source = {
    kinds: flags.only === undefined ? (['meta', 'reviews'] as const) : [flags.only],
    ...(flags.from === undefined ? {} : { from: baseAddress(flags.from) }),
    ...(flags.manifest === undefined ? {} : { manifest: flags.manifest }),
    signal: interruptSignal(),
  };
  const bar = createFetchBar(process.stderr);
  const onRetry = (reason: string, waitMs: number) =>
    bar.note(`${reason}: next attempt in ${(waitMs / 1000).toFixed(1)} s`);
  if (category === undefined) {
    const files = await listAmazon2023({ ...source, onRetry });
    output({ dataset: 'amazon-2023', files: files.map(toDocument) }, describeList(files));
    return;
  }
  const { dataDir } = createConfig(readEnv(process.env));
  const folder = resolve(flags.out ?? join(dataDir, 'downloads', 'amazon-2023'));
  const summary = await fetchAmazon2023({
    ...source,
    category,
    folder,
    onRetry,
    onProgress: bar.show,
  }).finally(bar.end);
  output(
    {
      dataset: 'amazon-2023',
      seconds: summary.seconds,
      files: summary.files.map((file) => ({
        ...toDocument(file),
        file: file.file,
        status: file.status,
        resumed_from: file.resumedFrom,
      })),
      next: summary.next,
    },
    describeFetched(summary),
  );
}

const toDocument = ({ kind, category, path, sha256, bytes }: DatasetFile) => ({
  kind,
  category,
  path,
  sha256,
  bytes,
});

export function fetchCommand(): Command {
  return new Command('fetch').description('Download official data sets, checked by their sha256').addCommand(
    new Command('amazon-2023')
      .description(
        'Fetch Amazon Reviews 2023 of the McAuley Lab; an interrupted download continues where it was',
      )
      .argument(
        '[category]',
        'All_Beauty, Gift_Cards, ...; without it, the command lists the categories and their sizes',
      )
      .addOption(new Option('--only <kind>', 'instead of meta and reviews').choices([...fileKinds]))
      .option('--out <dir>', 'the folder to write to (default: downloads/amazon-2023 in KINDRED_DATA_DIR)')
      .option('--from <url>', 'a mirror of the files; they are still checked against the official sums')
      .option('--manifest <file>', 'the sums: a CSV of path,sha256,bytes, by file or address')
      .action(async (category: string | undefined, flags: FetchFlags, command: Command) => {
        await run(category, flags, command).catch((error: unknown) => {
          if (error instanceof FetchError) throw new CommandFailure(error.message);
          if (error instanceof UnknownCategoryError) throw new UsageError(error.message);
          throw error;
        });
      }),
  );
}

/**
 * @file The addresses and kinds of the files of Amazon Reviews 2023 (Hou et al., arXiv:2403.03952). The lab's data set on Hugging Face is
 * the only place that lists the sha256 of every file.
 */
import { UnknownCategoryError } from './fetch-error.ts';
import type { ManifestEntry } from './manifest.ts';
import { nearestWords } from './nearest-words.ts';

export const officialFiles = 'https://huggingface.co/datasets/McAuley-Lab/Amazon-Reviews-2023/resolve/main';
export const officialListing =
  'https://huggingface.co/api/datasets/McAuley-Lab/Amazon-Reviews-2023/tree/main';

export const fileKinds = ['meta', 'reviews', 'ratings', 'ratings-5core'] as const;
export type FileKind = (typeof fileKinds)[number];

const places: Record<FileKind, { folder: string; prefix: string; suffix: string }> = {
  meta: { folder: 'raw/meta_categories', prefix: 'meta_', suffix: '.jsonl' },
  reviews: { folder: 'raw/review_categories', prefix: '', suffix: '.jsonl' },
  ratings: { folder: 'benchmark/0core/rating_only', prefix: '', suffix: '.csv' },
  'ratings-5core': { folder: 'benchmark/5core/rating_only', prefix: '', suffix: '.csv' },
};

export const folderOf = (kind: FileKind): string => places[kind].folder;

export interface DatasetFile extends ManifestEntry {
  kind: FileKind;
  category: string;
}

/** Returns the manifest's files of these kinds, without splits and derived tables. */
export function datasetFiles(manifest: readonly ManifestEntry[], kinds: readonly FileKind[]): DatasetFile[] {
  return kinds.flatMap((kind) => {
    const { folder, prefix, suffix } = places[kind];
    const start = `${folder}/${prefix}`;
    return manifest.flatMap((entry) => {
      const category = entry.path.slice(start.length, -suffix.length);
      const fits = entry.path.startsWith(start) && entry.path.endsWith(suffix) && /^\w+$/.test(category);
      return fits ? [{ ...entry, kind, category }] : [];
    });
  });
}

/** Treats `all beauty`, `All-Beauty` and `All_Beauty` as the same. For an unknown name, the error lists similar names. */
export function filesOfCategory(
  files: readonly DatasetFile[],
  wanted: string,
  kinds: readonly FileKind[],
): DatasetFile[] {
  const names = [...new Set(files.map(({ category }) => category))].sort();
  const name = names.find((known) => plain(known) === plain(wanted));
  if (name !== undefined) return files.filter(({ category }) => category === name);
  const near = nearestWords(wanted, names);
  throw new UnknownCategoryError(
    `The category “${wanted}” of ${kinds.join(' and ')} does not exist.${near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''}\n` +
      `The categories are: ${names.join(', ')}.`,
  );
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^a-z\d]/g, '');

export function nextCommands(files: readonly { kind: FileKind; file: string }[]): string[] {
  return files.map(
    ({ kind, file }) => `kindred import ${kind === 'meta' ? 'meta' : 'reviews'} ${shellWord(file)}`,
  );
}

const shellWord = (text: string): string =>
  /^[\w@%+=:,./\\-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

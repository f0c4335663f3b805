/**
 * @file Reads path, sha256 and size of the official files from the data set's listing on Hugging Face, or from a CSV
 * (`path,sha256,bytes`). So the files of a mirror can be checked against sums that do not come from the mirror.
 */
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { fileProblemOf } from '../../../platform/file-problem.ts';
import { FetchError } from './fetch-error.ts';
import type { HttpSettings } from './open-address.ts';
import { readAddress } from './read-address.ts';

export interface ManifestEntry {
  /** A relative path with slashes, below the folder in which it is stored. */
  path: string;
  sha256: string;
  bytes: number;
}

const largestManifest = 16 * 1024 * 1024;
const mostPages = 20;

/** Reads a CSV by file name or address. It may be compressed. */
export async function readManifest(source: string, http: HttpSettings): Promise<ManifestEntry[]> {
  const body = /^https?:\/\//i.test(source)
    ? (await readAddress(new URL(source), largestManifest, http)).body
    : await readFile(source).catch((error: Error) => {
        throw new FetchError(`The manifest ${source} cannot be read: ${fileProblemOf(error)}.`);
      });
  return parseManifest(body, source);
}

export function parseManifest(body: Buffer, source: string): ManifestEntry[] {
  const wrong = (what: string) =>
    new FetchError(`${source} is not a manifest (lines of path,sha256,bytes): ${what}.`);
  let plain = body;
  if (body[0] === 0x1f && body[1] === 0x8b) {
    try {
      plain = gunzipSync(body, { maxOutputLength: largestManifest });
    } catch (error) {
      throw wrong((error as Error).message);
    }
  }
  const lines = plain
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const entries = lines.flatMap((line, index) => {
    if (line.trim() === '' || (index === 0 && line.startsWith('path,'))) return [];
    const match = /^([^,]+),([\da-f]{64}),(\d{1,15})$/i.exec(line);
    if (match === null) throw wrong(`line ${index + 1} is ${JSON.stringify(line.slice(0, 80))}`);
    return [toEntry({ path: match[1]!, sha256: match[2]!, bytes: Number(match[3]) }, source)];
  });
  if (entries.length === 0) throw wrong('it lists no files');
  return entries;
}

interface ListedFile {
  type?: unknown;
  path?: unknown;
  lfs?: { oid?: unknown; size?: unknown } | null;
}

/** Reads Hugging Face's listing of a folder; `lfs.oid` is the sha256 of a file's content. */
export async function readListing(
  base: string,
  folder: string,
  http: HttpSettings,
): Promise<ManifestEntry[]> {
  const entries: ManifestEntry[] = [];
  let page: URL | null = new URL(`${base}/${folder}`);
  for (let count = 0; page !== null; count++) {
    if (count === mostPages) throw new FetchError(`The listing ${base}/${folder} does not end.`);
    const address: URL = page;
    const { body, nextPage } = await readAddress(address, largestManifest, http);
    entries.push(...parseListing(body, address.href));
    if (nextPage !== null && nextPage.origin !== address.origin)
      throw new FetchError(`The listing ${address.href} continues at another host, ${nextPage.host}.`);
    page = nextPage;
  }
  return entries;
}

function parseListing(body: Buffer, source: string): ManifestEntry[] {
  let listed: unknown;
  try {
    listed = JSON.parse(body.toString('utf8'));
  } catch {
    listed = null;
  }
  if (!Array.isArray(listed)) throw new FetchError(`${source} is not a listing of files.`);
  return (listed as ListedFile[]).flatMap((file) => {
    const { oid, size } = file.lfs ?? {};
    // Files outside the large-file storage, such as cards and scripts, have no sha256 there.
    if (file.type !== 'file' || typeof file.path !== 'string' || typeof oid !== 'string') return [];
    if (!/^[\da-f]{64}$/i.test(oid) || !Number.isSafeInteger(size))
      throw new FetchError(`${source} has no sha256 and size for ${file.path}.`);
    return [toEntry({ path: file.path, sha256: oid, bytes: size as number }, source)];
  });
}

function toEntry(entry: ManifestEntry, source: string): ManifestEntry {
  const parts = entry.path.split('/');
  const isPlain = parts.every((part) => /^[\w.-]+$/.test(part) && part !== '.' && part !== '..');
  if (!isPlain || entry.bytes < 0)
    throw new FetchError(`${source} has an invalid path: ${JSON.stringify(entry.path)}.`);
  return { ...entry, sha256: entry.sha256.toLowerCase() };
}

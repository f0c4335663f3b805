/**
 * @file Downloads one file over HTTP, however often the connection breaks: it keeps the received part and requests the rest by `Range`.
 * The server may have another version by then (`If-Range`), ignore ranges, or report wrong lengths; the sha256 of the whole decides.
 */
import { rename } from 'node:fs/promises';
import { FetchError, PassingError } from './fetch-error.ts';
import type { ManifestEntry } from './manifest.ts';
import { type HttpSettings, type OpenAddress, openAddress } from './open-address.ts';
import { openPartialFile, type PartialFile } from './partial-file.ts';
import { refuseStatus } from './refuse-status.ts';
import { type RetrySettings, withRetries } from './retries.ts';

export interface DownloadOptions extends HttpSettings, Partial<RetrySettings> {
  address: URL;
  expected: ManifestEntry;
  /** The path of the whole file. The partial file is beside it. */
  file: string;
  /** Called with the size of the partial file, and whether the bytes are new. The size is 0 again if the download starts over. */
  onBytes?: (there: number, isNew: boolean) => void;
}

/** Returns how many bytes of an earlier run could be kept. */
export async function downloadFile(options: DownloadOptions): Promise<{ resumedFrom: number }> {
  const { address, expected, file, signal, onBytes } = options;
  const partial = await openPartialFile({
    path: `${file}.partial`,
    sha256: expected.sha256,
    signal,
    onHashed: (bytes) => onBytes?.(bytes, false),
  });
  try {
    if (partial.bytes > expected.bytes) await partial.startOver();
    const download = { ...options, partial, isJoined: partial.bytes > 0 };
    let resumedFrom = await complete(download);
    if (partial.sha256() !== expected.sha256 && download.isJoined) {
      // The partial file mixes two versions that the server did not distinguish, or it was changed.
      await startOver(download);
      resumedFrom = 0;
      await complete(download);
    }
    await partial.seal();
    if (partial.sha256() !== expected.sha256) {
      await rename(partial.path, `${file}.corrupt`);
      throw new FetchError(
        `${address.href} is not the official file: its sha256 is ${partial.sha256()}, the manifest says ${expected.sha256}. ` +
          `It is kept as ${file}.corrupt for inspection. Do not import it.`,
      );
    }
    await rename(partial.path, file);
    return { resumedFrom };
  } finally {
    await partial.close();
  }
}

interface Download extends DownloadOptions {
  partial: PartialFile;
  /** Whether the partial file has bytes from more than one answer. */
  isJoined: boolean;
}

/** Returns the smallest size that the partial file had during the download. It is 0 if the download started over. */
async function complete(download: Download): Promise<number> {
  const { address, expected, partial, onBytes } = download;
  let furthest = partial.bytes;
  let shortest = partial.bytes;
  await withRetries(address.href, download, async (progressed) => {
    if (partial.bytes === expected.bytes) return;
    const answer = await openAddress(address, rangeHeaders(partial), download);
    try {
      await takeUp(answer, download).finally(() => {
        shortest = Math.min(shortest, partial.bytes);
      });
      for await (const piece of answer.body) {
        if (partial.bytes + piece.length > expected.bytes) throw tooLong(answer.address, expected);
        await partial.append(piece);
        onBytes?.(partial.bytes, true);
        if (partial.bytes <= furthest) continue;
        furthest = partial.bytes;
        progressed();
      }
    } finally {
      answer.close();
    }
    if (partial.bytes < expected.bytes)
      throw new PassingError(`the answer ended after ${partial.bytes} of ${expected.bytes} bytes`);
  });
  return shortest;
}

function rangeHeaders({ bytes, validator }: PartialFile): Record<string, string> {
  if (bytes === 0) return {};
  return { range: `bytes=${bytes}-`, ...(validator === null ? {} : { 'if-range': validator }) };
}

/** Prepares the partial file so that the body of the answer continues it. Throws if that is impossible. */
async function takeUp(answer: OpenAddress, download: Download): Promise<void> {
  const { status, headers, address } = answer;
  const { partial, expected } = download;
  const range = /^bytes (?:(\d+)-\d+|\*)\/(\d+|\*)$/i.exec(headers.get('content-range') ?? '');
  if (range?.[2] !== undefined && range[2] !== '*') expectSize(Number(range[2]), address, expected);
  if (status === 416) {
    await startOver(download);
    throw new PassingError('the server does not have this range');
  }
  if (status !== 200 && status !== 206) refuseStatus(answer);
  const encoding = headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'identity')
    throw new FetchError(
      `${address.href} is sent as ${encoding}, although the request asked for no encoding.`,
    );
  if (status === 206) {
    const isTheRest = partial.bytes > 0 && Number(range?.[1] ?? Number.NaN) === partial.bytes;
    const validator = validatorOf(headers);
    const isSameVersion = validator === null || partial.validator === null || validator === partial.validator;
    if (!isTheRest || !isSameVersion) {
      await startOver(download);
      throw new PassingError('the server sent another part than the requested one');
    }
    download.isJoined = true;
    return;
  }
  const length = headers.get('content-length');
  if (length !== null) expectSize(Number(length), address, expected);
  await startOver(download);
  partial.remember(validatorOf(headers));
}

async function startOver(download: Download): Promise<void> {
  await download.partial.startOver();
  download.isJoined = false;
  download.onBytes?.(0, false);
}

function expectSize(bytes: number, address: URL, expected: ManifestEntry): void {
  if (bytes !== expected.bytes)
    throw new FetchError(
      `${address.href} has ${bytes} bytes, the manifest says ${expected.bytes}: it is another version, or another file.`,
    );
}

const tooLong = (address: URL, expected: ManifestEntry): FetchError =>
  new FetchError(`${address.href} sends more than the ${expected.bytes} bytes that the manifest says.`);

/** `If-Range` accepts a strong tag or a date, but not a weak tag. */
function validatorOf(headers: Headers): string | null {
  const tag = headers.get('etag');
  if (tag !== null && /^"[^"]*"$/.test(tag)) return tag;
  return headers.get('last-modified');
}

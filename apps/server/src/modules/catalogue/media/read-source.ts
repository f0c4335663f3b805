import { LRUCache } from 'lru-cache';
import type { DrawnPictures } from '../../../ports/drawn-pictures.ts';
import { type PictureHost, PictureUnavailableError } from '../../../ports/picture-host.ts';
import { rasterTypeOf } from './raster-type.ts';
import type { PictureSource } from './render-picture.ts';

const goneSeconds = 600;
const troubleSeconds = 60;
const recentBytes = 32 * 1024 * 1024;
const restingMost = 20_000;
const drawn = /^\/media\/drawn\/(.+)\.svg$/;

/** There is no picture to show for `seconds`. */
export class NoPictureError extends Error {
  override readonly name = 'NoPictureError';
  readonly seconds: number;

  constructor(seconds: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.seconds = seconds;
  }
}

/** Draws or fetches a picture. For a while, it does not ask again for pictures that are gone or from hosts that do not answer. */
export function createSourceReader({
  host,
  drawnPictures,
  clock,
}: {
  host: PictureHost;
  drawnPictures: DrawnPictures;
  clock: () => Date;
}) {
  /** Pages request the same picture in several sizes. */
  const recent = new LRUCache<string, Buffer>({
    maxSize: recentBytes,
    sizeCalculation: (file) => file.length,
  });
  /** Pictures and hosts that failed; an entry expires when the shop may ask again. */
  const resting = new LRUCache<string, true>({
    maxSize: restingMost,
    sizeCalculation: () => 1,
    perf: { now: () => clock().getTime() },
    ttlResolution: 0,
  });

  function throwWhileResting(name: string): void {
    const seconds = Math.ceil(resting.getRemainingTTL(name) / 1_000);
    if (seconds > 0) throw new NoPictureError(seconds, `${name} failed a moment ago`);
  }

  function rest(name: string, seconds: number): void {
    resting.set(name, true, { ttl: seconds * 1_000 });
  }

  async function fetchFile(address: string): Promise<PictureSource> {
    throwWhileResting(address);
    const known = recent.get(address);
    if (known) return { file: known };
    const hostName = URL.canParse(address) ? new URL(address).host : '';
    throwWhileResting(hostName);
    try {
      const file = await host.fetch(address);
      if (rasterTypeOf(file) === undefined)
        throw new PictureUnavailableError('gone', 'is not a picture that can be resized');
      recent.set(address, file);
      return { file };
    } catch (error) {
      if (!(error instanceof PictureUnavailableError)) throw error;
      const seconds = error.failure === 'gone' ? goneSeconds : troubleSeconds;
      rest(error.failure === 'unreachable' ? hostName : address, seconds);
      throw new NoPictureError(seconds, `${address}: ${error.message}`, { cause: error });
    }
  }

  return {
    async read(address: string): Promise<PictureSource> {
      if (!address.startsWith('/')) return fetchFile(address);
      const [, spec] = drawn.exec(address) ?? [];
      const svg = spec === undefined ? undefined : await drawnPictures.draw(spec);
      if (svg === undefined)
        throw new NoPictureError(goneSeconds, `${address} names nothing that can be drawn`);
      return { svg };
    },
    /** The file was fetched but cannot be decoded. */
    refuse(address: string, cause: Error): NoPictureError {
      rest(address, goneSeconds);
      return new NoPictureError(goneSeconds, `${address}: ${cause.message}`, { cause });
    },
  };
}

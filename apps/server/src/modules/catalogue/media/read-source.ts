import type { DrawnPictures } from '../../../ports/drawn-pictures.ts';
import { type PictureHost, PictureUnavailableError } from '../../../ports/picture-host.ts';
import { rasterTypeOf } from './raster-type.ts';
import { createRecentFiles } from './recent-files.ts';
import type { PictureSource } from './render-picture.ts';
import type { RestList } from './rest-list.ts';

const goneSeconds = 600;
const troubleSeconds = 60;
const recentBytes = 32 * 1024 * 1024;
const drawn = /^\/media\/drawn\/(.+)\.svg$/;

/** There is nothing to show, for so long. */
export class NoPictureError extends Error {
  override readonly name = 'NoPictureError';
  readonly seconds: number;

  constructor(seconds: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.seconds = seconds;
  }
}

/** Draws it or fetches it. Pictures that are gone, and hosts that do not answer, are not asked again for a while. */
export function createSourceReader({
  host,
  drawnPictures,
  resting,
}: {
  host: PictureHost;
  drawnPictures: DrawnPictures;
  resting: RestList;
}) {
  const recent = createRecentFiles({ mostBytes: recentBytes });

  function throwWhileResting(name: string): void {
    const seconds = resting.secondsLeft(name);
    if (seconds > 0) throw new NoPictureError(seconds, `${name}: was not to be had a moment ago`);
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
        throw new PictureUnavailableError('gone', 'is no picture that can be resized');
      recent.add(address, file);
      return { file };
    } catch (error) {
      if (!(error instanceof PictureUnavailableError)) throw error;
      const seconds = error.failure === 'gone' ? goneSeconds : troubleSeconds;
      resting.add(error.failure === 'unreachable' ? hostName : address, seconds);
      throw new NoPictureError(seconds, `${address}: ${error.message}`, { cause: error });
    }
  }

  return {
    async read(address: string): Promise<PictureSource> {
      if (!address.startsWith('/')) return fetchFile(address);
      const [, spec] = drawn.exec(address) ?? [];
      const svg = spec === undefined ? undefined : await drawnPictures.draw(spec);
      if (svg === undefined) throw new NoPictureError(goneSeconds, `${address}: nothing that can be drawn`);
      return { svg };
    },
    /** It came, and cannot be read. */
    refuse(address: string, cause: Error): NoPictureError {
      resting.add(address, goneSeconds);
      return new NoPictureError(goneSeconds, `${address}: ${cause.message}`, { cause });
    },
  };
}

/** @file A picture in one size: read from disk, made from the file that the catalogue names, or a placeholder. */
import type { PictureFormat, PictureWidth } from '@kindred/shop-types';
import type { Logger } from 'pino';
import type { Database } from '../../../platform/postgres/database.ts';
import type { DrawnPictures } from '../../../ports/drawn-pictures.ts';
import type { PictureHost } from '../../../ports/picture-host.ts';
import type { PictureStore } from '../../../ports/picture-store.ts';
import type { PictureMetrics } from './picture-metrics.ts';
import { findPictureAddresses, isPhoto } from './picture-repository.ts';
import { placeholderSvg } from './placeholder-svg.ts';
import { createSourceReader, NoPictureError } from './read-source.ts';
import { type PictureSource, renderPicture } from './render-picture.ts';
import { createSharing } from './share-work.ts';
import { createWorkLimit } from './work-limit.ts';

export interface PictureRequest {
  /** Of the picture, without its size. */
  readonly name: string;
  readonly width: PictureWidth;
  readonly format: PictureFormat;
}

export interface PictureAnswer {
  readonly bytes: Buffer;
  /** How long the placeholder may be shown. If undefined, this is the picture itself. */
  readonly placeholderSeconds?: number;
}

export interface Pictures {
  /** Returns undefined if neither the catalogue nor a review shows the picture. @throws OverloadedError */
  read(request: PictureRequest): Promise<PictureAnswer | undefined>;
  close(): Promise<void>;
}

/** Each rendering holds one of the four threads that also read and write files. */
const rendersAtOnce = 2;
const rendersWaiting = 128;
/** Their files are in memory meanwhile, at most 20 MB each. */
const remoteAtOnce = 12;
const remoteWaiting = 256;

export function createPictures({
  db,
  store,
  host,
  drawnPictures,
  clock,
  metrics,
  logger,
}: {
  db: Database;
  store: PictureStore;
  host: PictureHost;
  drawnPictures: DrawnPictures;
  clock: () => Date;
  metrics: Pick<PictureMetrics, 'pictures' | 'pictureDuration'>;
  logger: Pick<Logger, 'info' | 'warn'>;
}): Pictures {
  const sources = createSourceReader({ host, drawnPictures, clock });
  const shareSource = createSharing<PictureSource>();
  const sharePicture = createSharing<PictureAnswer | undefined>();
  const renderLimit = createWorkLimit({ atOnce: rendersAtOnce, waiting: rendersWaiting });
  const remoteLimit = createWorkLimit({ atOnce: remoteAtOnce, waiting: remoteWaiting });
  const placeholders = new Map<string, Buffer>();
  const storing = new Set<Promise<void>>();

  async function makeOf(address: string, size: PictureRequest): Promise<Buffer> {
    const source = await shareSource(address, () => sources.read(address));
    return renderLimit(async () => {
      const measured = metrics.pictureDuration.startTimer({ format: size.format });
      const bytes = await renderPicture(source, size).catch((error: Error) => {
        throw sources.refuse(address, error);
      });
      measured();
      return bytes;
    });
  }

  async function makeOfFirst(addresses: readonly string[], size: PictureRequest): Promise<Buffer> {
    let failure: unknown;
    for (const address of addresses) {
      const make = () => makeOf(address, size);
      try {
        return await (address.startsWith('/') ? make() : remoteLimit(make));
      } catch (error) {
        if (!(error instanceof NoPictureError)) throw error;
        failure = error;
      }
    }
    throw failure;
  }

  async function placeholder({ width, format }: Omit<PictureRequest, 'name'>): Promise<Buffer> {
    const name = `${width}.${format}`;
    const known = placeholders.get(name);
    if (known) return known;
    const bytes = await renderLimit(() => renderPicture({ svg: placeholderSvg }, { width, format }));
    placeholders.set(name, bytes);
    return bytes;
  }

  async function make(request: PictureRequest): Promise<PictureAnswer | undefined> {
    const addresses = await findPictureAddresses(db, request.name);
    if (!addresses) return undefined;
    try {
      const bytes = await makeOfFirst(addresses, request);
      metrics.pictures.inc({ outcome: 'made' });
      return { bytes };
    } catch (error) {
      if (!(error instanceof NoPictureError)) throw error;
      logger.info(
        { picture: request.name, reason: error.message },
        'a placeholder is shown instead of a picture',
      );
      metrics.pictures.inc({ outcome: 'placeholder' });
      return { bytes: await placeholder(request), placeholderSeconds: error.seconds };
    }
  }

  function keep(name: string, bytes: Buffer): void {
    const stored: Promise<void> = store
      .put(name, bytes)
      .catch((error) => logger.warn({ err: error, picture: name }, 'a picture could not be written to disk'))
      .finally(() => storing.delete(stored));
    storing.add(stored);
  }

  return {
    async read(request) {
      // A kept photo may belong to a review that is gone.
      if (isPhoto(request.name) && !(await findPictureAddresses(db, request.name))) return undefined;
      const name = `${request.name}-${request.width}.${request.format}`;
      const kept = await store.get(name).catch((error) => {
        logger.warn({ err: error, picture: name }, 'a picture could not be read from disk');
        return undefined;
      });
      if (kept) {
        metrics.pictures.inc({ outcome: 'kept' });
        return { bytes: kept };
      }
      return sharePicture(name, async () => {
        const answer = await make(request);
        if (answer && answer.placeholderSeconds === undefined) keep(name, answer.bytes);
        return answer;
      });
    },
    async close() {
      await Promise.all(storing);
      await store.close();
    },
  };
}

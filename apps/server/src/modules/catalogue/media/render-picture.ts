import type { PictureFormat, PictureWidth } from '@kindred/shop-types';
import { remember } from '../../../platform/remember.ts';
import { createLettering } from './lettering.ts';
import { loadSharp } from './load-sharp.ts';

/** The source of a picture: a drawing of our own, or a file of pixels. */
export type PictureSource = { readonly svg: string } | { readonly file: Buffer };

const maxPixels = 40_000_000;
const maxSeconds = 10;
/** A drawing is 800 wide at 72 dots per inch, and scales to any size. */
const drawnWidth = 800;
const white = '#fff';

const loadLettering = remember(async () => createLettering(await loadSharp()), {
  forMs: Number.POSITIVE_INFINITY,
});

/** Renders the first frame. @throws if the source is broken, or has more pixels than a product picture could have */
export async function renderPicture(
  source: PictureSource,
  { width, format }: { width: PictureWidth; format: PictureFormat },
): Promise<Buffer> {
  const [sharp, lettered] = await Promise.all([loadSharp(), loadLettering()]);
  const input = 'svg' in source ? Buffer.from(await lettered(source.svg)) : source.file;
  const picture = sharp(input, {
    limitInputPixels: maxPixels,
    failOn: 'error',
    ...('svg' in source && { density: (72 * width) / drawnWidth }),
  })
    .timeout({ seconds: maxSeconds })
    .autoOrient()
    .resize({ width, withoutEnlargement: true });
  switch (format) {
    case 'avif':
      // Effort 4 takes twenty times as long; below quality 60, soft backgrounds break into patches.
      return picture.avif({ quality: 60, effort: 2 }).toBuffer();
    case 'webp':
      return picture.webp({ quality: 78, effort: 4 }).toBuffer();
    case 'jpg':
      return picture.flatten({ background: white }).jpeg({ quality: 80, mozjpeg: true }).toBuffer();
    default:
      return format satisfies never;
  }
}

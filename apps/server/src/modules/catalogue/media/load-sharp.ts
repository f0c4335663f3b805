import { remember } from '../../../platform/remember.ts';

/** Loaded with the first picture, because loading it at the start would cost 50 ms. */
export const loadSharp = remember(
  async () => {
    const { default: sharp } = await import('sharp');
    // Every source is read once, so a cache is useless. Pictures are made concurrently, each in one thread.
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  },
  { forMs: Number.POSITIVE_INFINITY },
);

import type { Logger } from 'pino';
import { remember } from '../platform/remember.ts';
import type { DrawnPictures } from '../ports/drawn-pictures.ts';

/**
 * Draws the demo's products. The first picture loads the drawings, so a shop without the demo never loads them. If they are not
 * installed, the log reports this once, and no picture can be drawn.
 */
export function createDemoDrawnPictures({ logger }: { logger: Pick<Logger, 'error'> }): DrawnPictures {
  const loadDrawings = remember(
    () =>
      import('@kindred/demo/drawings').catch((error: unknown) => {
        logger.error(
          { err: error },
          'pictures of the demo cannot be drawn: the package @kindred/demo is missing',
        );
        return undefined;
      }),
    { forMs: Number.POSITIVE_INFINITY },
  );
  return {
    async draw(spec) {
      const drawings = await loadDrawings();
      return drawings?.drawPicture(spec);
    },
  };
}

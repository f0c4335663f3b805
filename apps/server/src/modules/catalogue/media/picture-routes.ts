import { type PictureFormat, pictureFormats, pictureWidths } from '@kindred/shop-types';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { problemsOf } from '../../../platform/http/problem.ts';
import type { PictureMetrics } from './picture-metrics.ts';
import { isPhoto } from './picture-repository.ts';
import type { PictureAnswer, PictureRequest, Pictures } from './pictures.ts';
import { OverloadedError } from './work-limit.ts';

const problem = problemsOf({
  'picture-not-found': { status: 404, title: 'This picture does not exist' },
  'too-many-pictures': { status: 503, title: 'The shop is making too many pictures right now' },
});

const params = Type.Object({
  width: Type.Union(pictureWidths.map((width) => Type.Literal(width))),
  /** The product or the review, and the key of the picture. */
  name: Type.String({ pattern: '^([1-9]\\d{0,8}|r[1-9]\\d{0,17})-[0-9a-f]{16}$' }),
  format: Type.Union(pictureFormats.map((format) => Type.Literal(format))),
});

/** How long caches may keep the photo of a review that is gone. */
const oneDay = 86_400;

const types: Record<PictureFormat, string> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' };

/** Pictures of products and photos of reviews by size. They are the same for every caller, so a shared cache may keep them. */
export function pictureRoutes({
  pictures,
  metrics,
}: {
  pictures: Pictures;
  metrics: Pick<PictureMetrics, 'pictures'>;
}): ApiPlugin {
  async function read(request: PictureRequest): Promise<PictureAnswer> {
    try {
      const answer = await pictures.read(request);
      if (answer) return answer;
    } catch (error) {
      if (!(error instanceof OverloadedError)) throw error;
      metrics.pictures.inc({ outcome: 'turned_away' });
      throw problem('too-many-pictures', undefined, { 'retry-after': '2', 'cache-control': 'no-store' });
    }
    throw problem('picture-not-found');
  }

  return async (app) => {
    app.get(
      '/media/pictures/:width/:name.:format',
      { schema: { hide: true, params } },
      async (request, reply) => {
        const { width, name, format } = request.params;
        const { bytes, placeholderSeconds } = await read({ name, width, format });
        const seconds = placeholderSeconds ?? (isPhoto(name) ? oneDay : undefined);
        return (
          reply
            .header('content-type', types[format])
            .header(
              'cache-control',
              seconds === undefined ? 'public, max-age=31536000, immutable' : `public, max-age=${seconds}`,
            )
            .header('content-security-policy', "default-src 'none'")
            // The shop's pages may load it from IMAGE_CDN_URL, and mail programs from any origin.
            .header('cross-origin-resource-policy', 'cross-origin')
            .send(bytes)
        );
      },
    );
  };
}

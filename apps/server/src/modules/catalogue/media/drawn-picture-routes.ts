import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { problemsOf } from '../../../platform/http/problem.ts';
import type { DrawnPictures } from '../../../ports/drawn-pictures.ts';

const problem = problemsOf({ 'picture-not-found': { status: 404, title: 'This picture does not exist' } });

const oneYear = 'public, max-age=31536000, immutable';

/** Pictures whose address says what to draw. */
export function drawnPictureRoutes({ drawnPictures }: { drawnPictures: DrawnPictures }): ApiPlugin {
  return async (app) => {
    app.get(
      '/media/drawn/:spec.svg',
      { schema: { hide: true, params: Type.Object({ spec: Type.String({ maxLength: 200 }) }) } },
      async (request, reply) => {
        const svg = await drawnPictures.draw(request.params.spec);
        if (svg === undefined) throw problem('picture-not-found');
        return reply
          .header('content-type', 'image/svg+xml')
          .header('cache-control', oneYear)
          .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
          .send(svg);
      },
    );
  };
}

import { FeaturedList } from '@kindred/contracts';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { listFeatured } from './list-featured.ts';
import type { ShopMemory } from './shop-memory.ts';

export function featuredRoutes({
  db,
  memory,
  clock,
}: {
  db: Database;
  memory: Pick<ShopMemory, 'slides'>;
  clock: () => Date;
}): ApiPlugin {
  return async (app) => {
    app.get(
      '/featured',
      {
        schema: {
          tags: ['shop'],
          operationId: 'listFeatured',
          asker: 'anybody',
          permission: 'shop:read',
          summary: 'List the slides at the top of the home page',
          description:
            'Only those that are on now. A campaign whose products are all gone is left out, unless it has a picture.',
          answers: { 200: 'The slides' },
          response: { 200: FeaturedList },
        },
      },
      async () => listFeatured(db, { slides: await memory.slides(), now: clock() }),
    );
  };
}

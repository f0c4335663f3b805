import { test } from 'vitest';
import { createTestShop } from '../testing/test-shop.ts';

test('x', async () => {
  const shop = await createTestShop();
  const doc = await shop.get<any>('/api/v1/openapi.json');
  for (const [p, o] of Object.entries(doc.paths as any)) console.log(Object.keys(o as any).join(','), p);
  console.log(shop.app.printRoutes({ commonPrefix: false }));
  await shop.close();
});

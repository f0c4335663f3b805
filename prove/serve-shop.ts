import { hostStorefront } from '../apps/server/src/host-storefront.ts';
import { freePort } from '../apps/server/src/testing/servers/free-port.ts';
import type { TestShop } from '../apps/server/src/testing/test-shop.ts';

/** Serves the API and the built pages of a shop from a node of this process. Returns its address. */
export async function serveShop(shop: TestShop): Promise<string> {
  const port = await freePort();
  const node = await shop.addNode({ PORT: String(port) });
  await node.services.jobs.start();
  await hostStorefront(node.app, {
    mode: 'production',
    publicUrl: node.services.runtime.config.publicUrl,
  });
  return node.app.listen({ host: '127.0.0.1', port });
}

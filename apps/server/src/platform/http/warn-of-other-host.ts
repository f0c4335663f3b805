import type { FastifyInstance } from 'fastify';
import { hostName, isLoopback } from './host-name.ts';

/**
 * Logs one warning when a browser opens a page under another host than the one of PUBLIC_URL: then the links in mails, the sitemap and the
 * canonical addresses lead elsewhere. Proxies and health checks ask this machine by a loopback name, which means nothing.
 */
export function warnOfOtherHost(app: FastifyInstance, publicUrl: string): void {
  const own = new URL(publicUrl).hostname;
  let isSaid = false;
  app.addHook('onRequest', async ({ host, headers, log }) => {
    if (isSaid || !headers.accept?.includes('text/html')) return;
    const asked = hostName(host).toLowerCase();
    if (asked === '' || asked === hostName(own) || isLoopback(asked)) return;
    isSaid = true;
    log.warn(
      { host, publicUrl },
      `A browser asked for ${host}, but PUBLIC_URL is ${publicUrl}: links in mails, the sitemap and canonical addresses lead there. Set PUBLIC_URL to the address that shoppers use.`,
    );
  });
}

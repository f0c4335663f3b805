import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether the shop may store what this browser does together with who it is. A browser objects by Do Not Track or by Global Privacy
 * Control (https://w3c.github.io/gpc). `hasOptedOut` is the answer of the shop's own setting.
 */
export function mayTrack(
  { headers }: { readonly headers: IncomingHttpHeaders },
  { hasOptedOut = false }: { hasOptedOut?: boolean } = {},
): boolean {
  return !hasOptedOut && headers.dnt !== '1' && headers['sec-gpc'] !== '1';
}

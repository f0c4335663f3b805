/**
 * @file Fetches pictures from hosts that a catalogue names. The author of a catalogue must not be able to make the shop send requests
 * into its own network. So names are resolved here, every address is checked, and the connection goes to exactly the address that
 * was checked. The same happens after each redirect.
 */
import { Resolver } from 'node:dns/promises';
import {
  type ClientRequestArgs,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type PictureHost, PictureUnavailableError } from '../ports/picture-host.ts';
import { isPublicAddress } from './public-address.ts';

interface Endpoint {
  readonly address: string;
  readonly port: number;
}

export interface HttpPictureHostOptions {
  /** Whether a connection may be made. */
  readonly mayReach?: (endpoint: Endpoint) => boolean;
  readonly resolve?: (name: string) => Promise<readonly string[]>;
  readonly limits?: Partial<typeof defaults>;
}

const defaults = {
  bytes: 20 * 1024 * 1024,
  /** The longest time without data from the host, including the connection. */
  idleMs: 5_000,
  /** The longest time for one picture, including redirects. */
  wholeMs: 15_000,
};
const maxRedirects = 3;
const redirects = new Set([301, 302, 303, 307, 308]);
const later = new Set([408, 425, 429]);

/** Agents of our own, without keep-alive. They ignore proxies from the environment, which would resolve names themselves. */
const agents = { 'http:': new HttpAgent(), 'https:': new HttpsAgent() };

function isPublicEndpoint({ address, port }: Endpoint): boolean {
  return isPublicAddress(address) && (port === 80 || port === 443);
}

/** Asks the name servers directly, because the system's resolver would hold one of the few threads that files and pictures need. */
async function resolveName(name: string): Promise<string[]> {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
}

export function createHttpPictureHost({
  mayReach = isPublicEndpoint,
  resolve = resolveName,
  limits = {},
}: HttpPictureHostOptions = {}): PictureHost {
  const { bytes: maxBytes, idleMs, wholeMs } = { ...defaults, ...limits };

  async function addressesOf({ protocol, hostname, port }: URL): Promise<string[]> {
    const name = hostname.replace(/^\[(.*)\]$/, '$1');
    const addresses = isIP(name) ? [name] : await resolve(name);
    if (addresses.length === 0) throw new PictureUnavailableError('unreachable', `${name} has no address.`);
    const portNumber = port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
    const refused = addresses.find((address) => !mayReach({ address, port: portNumber }));
    if (refused !== undefined)
      throw new PictureUnavailableError(
        'gone',
        `${name} is at ${refused}, port ${portNumber}, which is not public.`,
      );
    return [...addresses];
  }

  async function open(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
    if (!isWebAddress(url) || url.username !== '' || url.password !== '')
      throw new PictureUnavailableError(
        'gone',
        `An address with ${url.protocol} is not the address of a picture.`,
      );
    const addresses = await addressesOf(url);
    signal.throwIfAborted();
    const options: ClientRequestArgs = {
      agent: agents[url.protocol],
      lookup: answering(addresses),
      timeout: idleMs,
      signal,
      headers: {
        accept: 'image/avif, image/webp, image/jpeg, image/png, image/gif',
        'accept-encoding': 'identity',
        'user-agent': 'Kindred',
      },
    };
    return new Promise((opened, failed) => {
      const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options);
      request.once('response', opened);
      request.on('timeout', () => request.destroy(new Error(`no data for ${idleMs} ms`)));
      request.on('error', (cause) =>
        failed(new PictureUnavailableError('unreachable', `${url.host}: ${cause.message}`, { cause })),
      );
      request.end();
    });
  }

  async function read(response: IncomingMessage): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw new PictureUnavailableError('gone', `larger than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, size);
  }

  async function follow(address: string, signal: AbortSignal): Promise<Buffer> {
    let url = new URL(address);
    for (let hop = 0; hop <= maxRedirects; hop++) {
      const response = await open(url, signal);
      try {
        const { location } = response.headers;
        if (
          redirects.has(response.statusCode!) &&
          location !== undefined &&
          URL.canParse(location, url.href)
        ) {
          url = new URL(location, url);
          continue;
        }
        refuseUnlessPicture(response, maxBytes);
        return await read(response);
      } finally {
        response.destroy();
      }
    }
    throw new PictureUnavailableError('gone', `more than ${maxRedirects} redirects`);
  }

  return {
    async fetch(address) {
      if (!URL.canParse(address)) throw new PictureUnavailableError('gone', 'not the address of a picture');
      try {
        return await follow(address, AbortSignal.timeout(wholeMs));
      } catch (error) {
        if (error instanceof PictureUnavailableError) throw error;
        const { message } = error as Error;
        throw new PictureUnavailableError('failing', message, { cause: error });
      }
    },
  };
}

function refuseUnlessPicture({ statusCode = 0, headers }: IncomingMessage, maxBytes: number): void {
  if (statusCode !== 200)
    throw new PictureUnavailableError(
      statusCode >= 500 || later.has(statusCode) ? 'failing' : 'gone',
      `answered ${statusCode}`,
    );
  const type = headers['content-type'] ?? 'nothing';
  if (!/^image\//i.test(type) || /svg/i.test(type))
    throw new PictureUnavailableError('gone', `is ${type}, not a picture that can be resized`);
  if ((headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new PictureUnavailableError('gone', `is encoded with ${headers['content-encoding']}`);
  if (Number(headers['content-length'] ?? 0) > maxBytes)
    throw new PictureUnavailableError(
      'gone',
      `has ${headers['content-length']} bytes, more than ${maxBytes}`,
    );
}

function isWebAddress(url: URL): url is URL & { protocol: 'http:' | 'https:' } {
  return url.protocol === 'http:' || url.protocol === 'https:';
}

/** A `lookup` that returns these addresses. */
function answering(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_name, options, callback) => {
    if (options.all) callback(null, all);
    else callback(null, all[0]!.address, all[0]!.family);
  };
}

/**
 * @file A server for tests that answers like Stripe, including idempotency keys, and that can be made to fail. A test checks the
 * form of its answers against Stripe's own `stripe-mock`, which stores nothing.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import Stripe from 'stripe';
import { createStripeBooks, type Json, refuse, type StripeBooks, StripeRefusal } from './stripe-books.ts';

export interface Trouble {
  /** The requests that fail: `POST /v1/refunds`. Others are answered. */
  readonly request: RegExp;
  readonly does: 'answer-409' | 'answer-429' | 'answer-500' | 'drop' | 'hang';
  /** Whether the server still does the work. */
  readonly worksFirst: boolean;
  /** The number of requests that fail; the client retries. */
  readonly times: number;
}

export interface StripeServer {
  readonly url: URL;
  readonly secretKey: string;
  readonly webhookSecret: string;
  readonly books: StripeBooks;
  /** `POST /v1/refunds`, one entry per request. */
  readonly requests: string[];
  trouble(trouble: Trouble): void;
  /** A webhook's body and headers, signed. */
  event(event: { id?: string; type: string; object: Json; at?: Date; secret?: string }): {
    body: Buffer;
    headers: Record<string, string>;
  };
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: Json;
}

export async function createStripeServer(): Promise<StripeServer> {
  const books = createStripeBooks();
  const secretKey = `sk_test_${randomBytes(12).toString('hex')}`;
  const webhookSecret = `whsec_${randomBytes(16).toString('hex')}`;
  const requests: string[] = [];
  const answered = new Map<string, { request: string; answer: Answer }>();
  let trouble: Trouble | undefined;
  let remaining = 0;

  function sameAnswer(key: string | undefined, request: string, work: () => Answer): Answer {
    const earlier = key === undefined ? undefined : answered.get(key);
    if (!earlier) {
      const answer = work();
      if (key !== undefined) answered.set(key, { request, answer });
      return answer;
    }
    if (earlier.request === request) return earlier.answer;
    return problem(400, {
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters: ${key}`,
    });
  }

  function route(method: string, path: string, params: URLSearchParams): Json {
    const [, , noun, id = '', verb = ''] = path.split('/');
    switch (`${method} ${noun}${id && ' :id'}${verb && ` ${verb}`}`) {
      case 'GET balance':
        return { object: 'balance', available: [], pending: [], livemode: false };
      case 'GET payment_methods :id':
        return books.method(id);
      case 'POST payment_intents':
        return shown(books.create(params));
      case 'GET payment_intents :id':
        return shown(books.find(id));
      case 'POST payment_intents :id confirm':
        return shown(books.confirm(id, params));
      case 'POST payment_intents :id cancel':
        return shown(books.cancel(id));
      case 'POST refunds':
        return books.refund(params);
      case 'GET refunds':
        return page(books.refundsOf(params.get('payment_intent')), params);
      default:
        return refuse(`Unrecognized request URL (${method}: ${path}).`, {}, 404);
    }
  }

  function answer(method: string, path: string, params: URLSearchParams): Answer {
    try {
      // A copy, so that stored answers do not change.
      return { status: 200, body: structuredClone(route(method, path, params)) };
    } catch (error) {
      if (error instanceof StripeRefusal) return problem(error.status, structuredClone(error.body));
      throw error;
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request;
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://stripe');
    const body = await text(request);
    requests.push(`${method} ${pathname}`);
    if (headers.authorization !== `Bearer ${secretKey}`)
      return send(
        response,
        problem(401, { type: 'invalid_request_error', message: 'Invalid API Key provided' }),
      );

    const isHit = trouble !== undefined && remaining > 0 && trouble.request.test(`${method} ${pathname}`);
    if (isHit) remaining--;
    const work = () => {
      const params = method === 'POST' ? new URLSearchParams(body) : searchParams;
      const key = method === 'POST' ? headers['idempotency-key']?.toString() : undefined;
      return sameAnswer(key, `${pathname}?${body}`, () => answer(method, pathname, params));
    };
    if (!isHit) return send(response, work());
    if (trouble!.worksFirst) work();
    if (trouble!.does === 'hang') return;
    if (trouble!.does === 'drop') return void request.socket.destroy();
    send(
      response,
      problem(Number(trouble!.does.slice(-3)), { type: 'api_error', message: 'Something went wrong.' }),
    );
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      send(response, problem(500, { type: 'api_error', message: String(error) }));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    secretKey,
    webhookSecret,
    books,
    requests,
    trouble(next) {
      trouble = next;
      remaining = next.times;
    },
    event({
      id = `evt_${randomBytes(12).toString('hex')}`,
      type,
      object,
      at = new Date(),
      secret = webhookSecret,
    }) {
      const timestamp = Math.floor(at.getTime() / 1_000);
      const payload = JSON.stringify({
        id,
        object: 'event',
        api_version: Stripe.API_VERSION,
        created: timestamp,
        livemode: false,
        type,
        data: { object },
      });
      const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
      return {
        body: Buffer.from(payload),
        headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature },
      };
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function problem(status: number, error: Json): Answer {
  return { status, body: { error } };
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_test' });
  response.end(JSON.stringify(body));
}

/** Only with the charge's id, because no caller needs more. */
function shown(intent: Json & { latest_charge: Json | null }): Json {
  return { ...intent, latest_charge: intent.latest_charge?.id ?? null };
}

function page(all: Json[], params: URLSearchParams): Json {
  const after = params.get('starting_after');
  const start = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const data = all.slice(start, start + Number(params.get('limit') ?? 10));
  return { object: 'list', url: '/v1/refunds', data, has_more: start + data.length < all.length };
}

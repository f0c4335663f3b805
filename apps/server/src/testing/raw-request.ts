/** @file One HTTP request over a connection that the test chooses, and its result, without automatic retries. */
import { type Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';

export type Fate =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: IncomingHttpHeaders;
      readonly body: string;
    }
  /** The connection was refused, so nothing was sent. */
  | { readonly kind: 'refused' }
  /** The server accepted the connection but sent no complete answer. */
  | { readonly kind: 'lost'; readonly reason: string };

export function sendRequest(
  address: string,
  {
    agent,
    method = 'GET',
    headers = {},
    body,
    onHead,
  }: {
    agent: Agent;
    method?: string;
    headers?: Readonly<Record<string, string>>;
    body?: string;
    /** Called before the body of the answer arrives. */
    onHead?: () => void;
  },
): Promise<Fate> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException) =>
      resolve(
        error.code === 'ECONNREFUSED'
          ? { kind: 'refused' }
          : { kind: 'lost', reason: `${error.code ?? ''} ${error.message}` },
      );
    const request = httpRequest(address, { agent, method, headers }, async (response) => {
      onHead?.();
      let text = '';
      try {
        for await (const chunk of response.setEncoding('utf8')) text += chunk;
        resolve({ kind: 'answered', status: response.statusCode!, headers: response.headers, body: text });
      } catch (error) {
        failed(error as NodeJS.ErrnoException);
      }
    });
    request.on('error', failed);
    request.end(body);
  });
}

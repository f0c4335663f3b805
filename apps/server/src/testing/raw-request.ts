/** @file One HTTP request over a connection that the test chooses, and what became of it: not even a retry is hidden. */
import { type Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';

export type Fate =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: IncomingHttpHeaders;
      readonly body: string;
    }
  /** No connection was made: nothing was sent. */
  | { readonly kind: 'refused' }
  /** Somebody took the connection, and gave no whole answer. */
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
    /** Called before the body of the answer has come. */
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

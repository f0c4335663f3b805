/** @file A minimal client of an OpenSearch or Elasticsearch server: JSON requests, JSON answers and timeouts. */
import { Client, errors } from '@opensearch-project/opensearch';

export type Json = Readonly<Record<string, unknown>>;

export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: Json;
  /** Instead of a body: one document per line, with a line end after the last one too. */
  readonly lines?: string;
  readonly timeoutMs?: number;
}

export interface SearchConnection {
  /** @throws SearchServerError */
  ask<Answer>(question: Question): Promise<Answer>;
  close(): Promise<void>;
}

/** The message says what went wrong. It contains neither the request nor the password, so it can be logged. */
export class SearchServerError extends Error {
  override readonly name = 'SearchServerError';
  /** The server's status, or undefined if it did not answer. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

/** The default. Searches have a shorter timeout, and work on whole indices a longer one. */
const usualTimeoutMs = 10_000;
export const workTimeoutMs = 60_000;

export function openSearchConnection(url: string): SearchConnection {
  const client = new Client({ node: url, maxRetries: 0, requestTimeout: usualTimeoutMs });
  let closing: Promise<void> | undefined;
  return {
    async ask<Answer>({ method, path, query, body, lines, timeoutMs = usualTimeoutMs }: Question) {
      try {
        const { body: answer } = await client.transport.request(
          {
            method,
            path,
            ...(query && { querystring: { ...query } }),
            ...(lines === undefined ? body && { body } : { bulkBody: lines }),
          },
          { requestTimeout: timeoutMs },
        );
        return answer as Answer;
      } catch (error) {
        throw asServerError(error, `${method} ${path}`);
      }
    },
    close() {
      closing ??= client.close();
      return closing;
    },
  };
}

function asServerError(error: unknown, question: string): unknown {
  if (error instanceof errors.ResponseError)
    return new SearchServerError(`${question}: ${error.statusCode} ${error.message}`, error.statusCode);
  if (error instanceof errors.OpenSearchClientError)
    return new SearchServerError(`${question}: ${error.name} ${error.message}`);
  return error;
}

/** Returns the server's status, or undefined if the error is not an answer of the server. */
export const statusOf = (error: unknown): number | undefined =>
  error instanceof SearchServerError ? error.status : undefined;

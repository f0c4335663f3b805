/** @file The little that search needs of an OpenSearch or Elasticsearch server: JSON asked, JSON answered, and how long to wait. */
import { Client, errors } from '@opensearch-project/opensearch';

export type Json = Readonly<Record<string, unknown>>;

export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: Json;
  /** Instead of a body: documents a line each, the last one ended too. */
  readonly lines?: string;
  readonly timeoutMs?: number;
}

export interface SearchConnection {
  /** @throws SearchServerError */
  ask<Answer>(question: Question): Promise<Answer>;
  close(): Promise<void>;
}

/** Says what went wrong, and nothing of the question or the password, so that it can be logged. */
export class SearchServerError extends Error {
  override readonly name = 'SearchServerError';
  /** What the server answered; undefined when it did not. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

/** For all but questions of shoppers, which are less patient, and work on whole indices. */
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

/** What the server itself answered, as opposed to not answering. */
export const statusOf = (error: unknown): number | undefined =>
  error instanceof SearchServerError ? error.status : undefined;

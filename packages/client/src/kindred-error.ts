import type { Problem, RequestIssue } from './contracts.ts';

/**
 * The shop refused a request. Decide by `code`, which never changes; show `detail`, or `title` if there is no detail; quote
 * `instance` to the person who reads the shop's log. An answer that is not a problem document has the code `unreadable-answer`.
 */
export class KindredError extends Error {
  override readonly name = 'KindredError';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  /** All mistakes of an invalid request. */
  readonly errors: readonly RequestIssue[];
  readonly instance: string | undefined;
  /** How long the shop asks to wait. */
  readonly retryAfterSeconds: number | undefined;
  /** The whole answer: some problems have more fields. */
  readonly problem: Problem;

  constructor(problem: Problem, { retryAfterSeconds }: { retryAfterSeconds?: number | undefined } = {}) {
    super(`${problem.status} ${problem.code}: ${problem.detail ?? problem.title}`);
    this.status = problem.status;
    this.code = problem.code;
    this.title = problem.title;
    this.detail = problem.detail;
    this.errors = problem.errors ?? [];
    this.instance = problem.instance;
    this.retryAfterSeconds = retryAfterSeconds;
    this.problem = problem;
  }
}

export function unreadable(status: number): KindredError {
  return new KindredError({
    type: 'about:blank',
    title: 'The answer could not be read',
    status,
    code: 'unreadable-answer',
  });
}

export async function errorOf(response: Response): Promise<KindredError> {
  const { status, headers } = response;
  const retryAfterSeconds = readRetryAfter(headers.get('retry-after'));
  const unread = unreadable(status).problem;
  let problem = unread;
  try {
    const body = (await response.json()) as Partial<Problem>;
    if (typeof body.code === 'string' && typeof body.title === 'string')
      problem = { ...unread, ...body, status };
  } catch {
    // Not JSON: a proxy's page, or a connection that broke in the middle.
  }
  return new KindredError(problem, { retryAfterSeconds });
}

/** By RFC 9110: seconds, or a date. */
function readRetryAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1_000));
}

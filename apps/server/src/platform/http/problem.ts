import { STATUS_CODES } from 'node:http';
import type { Problem } from '@kindred/contracts';

/** A module's catalogue of expected failures: code -> HTTP status and a title for people. */
export type ErrorCatalogue = Readonly<Record<string, { readonly status: number; readonly title: string }>>;

/** An expected failure on its way to the one place that answers it, `error-handler.ts`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(problem: Omit<Problem, 'type'>, headers: Readonly<Record<string, string>> = {}) {
    super(`${problem.code}: ${problem.detail ?? problem.title}`);
    this.problem = { type: 'about:blank', ...problem };
    this.headers = headers;
  }
}

/** Gives `problem(code, detail, headers)`, which knows the catalogue's codes and no others. */
export function problemsOf<Catalogue extends ErrorCatalogue>(catalogue: Catalogue) {
  return (
    code: keyof Catalogue & string,
    detail?: string,
    headers?: Readonly<Record<string, string>>,
  ): ProblemError =>
    new ProblemError({ ...catalogue[code], code, ...(detail === undefined ? {} : { detail }) }, headers);
}

/** For failures that no module names: `too-many-requests`, `payload-too-large`. */
export function problemOfStatus(status: number, detail?: string): ProblemError {
  const title = STATUS_CODES[status] ?? 'Unknown error';
  const code = title.toLowerCase().replace(/[^a-z]+/g, '-');
  return new ProblemError({ status, code, title, ...(detail === undefined ? {} : { detail }) });
}

import { STATUS_CODES } from 'node:http';
import type { Problem } from '@kindred/contracts';

/** A module's catalogue of expected failures: code -> HTTP status and a title for people. */
export type ErrorCatalogue = Readonly<Record<string, { readonly status: number; readonly title: string }>>;

/** An expected failure, as the manual of the API lists it. */
export type KnownProblem = Pick<Problem, 'code' | 'status' | 'title'>;

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

/**
 * Gives `problem(code, detail, headers)`, which knows the catalogue's codes and no others, and `problem.known(code, ...)`, by which
 * a route says how it may fail; without a code, that is all of them.
 */
export function problemsOf<Catalogue extends ErrorCatalogue>(catalogue: Catalogue) {
  type Code = keyof Catalogue & string;
  const problem = (code: Code, detail?: string, headers?: Readonly<Record<string, string>>): ProblemError =>
    new ProblemError({ ...catalogue[code], code, ...(detail === undefined ? {} : { detail }) }, headers);
  const known = (...codes: Code[]): KnownProblem[] =>
    (codes.length > 0 ? codes : (Object.keys(catalogue) as Code[])).map((code) => ({
      ...catalogue[code],
      code,
    }));
  return Object.assign(problem, { known });
}

/** For failures that no module names: `too-many-requests`, `payload-too-large`. */
export function problemOfStatus(status: number, detail?: string): ProblemError {
  const title = STATUS_CODES[status] ?? 'Unknown error';
  const code = title.toLowerCase().replace(/[^a-z]+/g, '-');
  return new ProblemError({ status, code, title, ...(detail === undefined ? {} : { detail }) });
}

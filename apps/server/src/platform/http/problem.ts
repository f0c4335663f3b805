import { STATUS_CODES } from 'node:http';
import type { Problem } from '@kindred/contracts';

/** A module's catalogue of expected failures: code -> HTTP status and a title for people. */
export type ErrorCatalogue = Readonly<Record<string, { readonly status: number; readonly title: string }>>;

/** An expected failure, as the manual of the API lists it. */
export type KnownProblem = Pick<Problem, 'code' | 'status' | 'title'>;

/** An expected failure. `error-handler.ts` turns it into an answer. */
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
 * Returns `problem(code, detail, headers)`, which accepts only the catalogue's codes, and `problem.known(code, ...)`, with which a route
 * lists its failures; without a code, it lists all of them.
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

/** For failures outside all modules: `too-many-requests`, `payload-too-large`. */
export function problemOfStatus(status: number, detail?: string): ProblemError {
  const title = STATUS_CODES[status] ?? 'Unknown error';
  const code = title.toLowerCase().replace(/[^a-z]+/g, '-');
  return new ProblemError({ status, code, title, ...(detail === undefined ? {} : { detail }) });
}

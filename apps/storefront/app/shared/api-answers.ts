import { type KindredClient, KindredError } from '@kindred/client';
import type { Problem, Recommendations } from '@kindred/contracts';
import { data, type RouterContextProvider } from 'react-router';
import { apiContext, logContext } from './request-context.ts';

/** The API for loaders and actions, with three ways to handle a failure. */
export interface ApiAnswers {
  readonly api: KindredClient;
  /** For an optional part of a page: a failure is logged, and the answer is null. */
  optional<Answer>(answer: Promise<Answer>): Promise<Answer | null>;
  /** For the main part of a page: the page is not found or unavailable if the API says so, and a bad gateway for any other problem. */
  required<Answer>(answer: Promise<Answer>): Promise<Answer>;
  /** For a form: the answer, or the problem to show in the form. An outage loses no input. */
  attempt<Answer>(answer: Promise<Answer>): Promise<Attempt<Answer>>;
}

export type Attempt<Answer> =
  | { answer: Answer; problem?: undefined }
  | { answer?: undefined; problem: Problem };

export function askApi(context: Readonly<RouterContextProvider>): ApiAnswers {
  const log = context.get(logContext);
  return {
    api: context.get(apiContext),
    optional: (answer) =>
      answer.catch((error: unknown) => {
        if (problemOf(error)?.status !== 404) log.warn({ err: error }, 'a part of the page is left out');
        return null;
      }),
    required: (answer) =>
      answer.catch(async (error: unknown) => {
        const problem = problemOf(error);
        if (problem === undefined) throw error;
        if (problem.status === 404 || problem.status === 410) throw await notFound(context, problem.status);
        log.error({ err: error }, 'a page could not be made');
        throw data(null, { status: pageStatusOf(problem.status) });
      }),
    attempt: (answer) =>
      answer.then(
        (value) => ({ answer: value }),
        (error: unknown) => {
          const problem = problemOf(error);
          if (problem === undefined) throw error;
          if (problem.status >= 500) log.error({ err: error }, 'a form could not be carried out');
          return { problem };
        },
      ),
  };
}

/** Returns the data that a loader throws if a page is not found: the status, and popular products for the error page. */
export async function notFound(context: Readonly<RouterContextProvider>, status = 404) {
  return data({ popular: await loadPopular(context) }, { status });
}

export function loadPopular(context: Readonly<RouterContextProvider>): Promise<Recommendations | null> {
  const { api, optional } = askApi(context);
  return optional(api.recommendations({ context: 'trending', limit: 10 }));
}

/** The status of a page whose API call failed. */
export function outageStatus({ status }: Pick<Problem, 'status'>): number {
  return status === 503 ? 503 : 502;
}

function pageStatusOf(status: number): number {
  if (status === 400 || status === 422) return 404;
  return outageStatus({ status });
}

/** The problem with which an API call failed; undefined for any other error. */
function problemOf(error: unknown): Problem | undefined {
  return error instanceof KindredError ? error.problem : undefined;
}

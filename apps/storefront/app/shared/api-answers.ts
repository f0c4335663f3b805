import { type KindredClient, KindredError } from '@kindred/client';
import type { Problem } from '@kindred/contracts';
import { data, type RouterContextProvider } from 'react-router';
import { apiContext, logContext } from './request-context.ts';

/** The API as a loader asks it. */
export interface ApiAnswers {
  readonly api: KindredClient;
  /** For what a page can do without: a failure is logged, and the answer is null. */
  optional<Answer>(answer: Promise<Answer>): Promise<Answer | null>;
  /** For what a page is about: not found or unavailable there is so here, and any other problem is a bad gateway. */
  required<Answer>(answer: Promise<Answer>): Promise<Answer>;
  /** For what a form asks for: the answer, or the problem to tell in the form. Nothing that was typed is lost over an outage. */
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

/** What a loader throws for a page that is not there: with what its visitor may look at instead. */
export async function notFound(context: Readonly<RouterContextProvider>, status = 404) {
  const { api, optional } = askApi(context);
  const popular = await optional(api.recommendations({ context: 'trending', limit: 10 }));
  return data({ popular }, { status });
}

/** Of a page that is not there because the API is not. */
export function outageStatus({ status }: Pick<Problem, 'status'>): number {
  return status === 503 ? 503 : 502;
}

function pageStatusOf(status: number): number {
  if (status === 400 || status === 422) return 404;
  return outageStatus({ status });
}

/** The problem that an API call failed with. */
function problemOf(error: unknown): Problem | undefined {
  return error instanceof KindredError ? error.problem : undefined;
}

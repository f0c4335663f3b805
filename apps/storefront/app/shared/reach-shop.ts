/** @file For a browser that cannot reach the shop: the page stays as it is and shows the reason. */
import { data, isRouteErrorResponse } from 'react-router';

/** The messages of browsers for a `fetch` without an answer. */
const noAnswer = /failed to fetch|networkerror|load failed/i;

export function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError && noAnswer.test(error.message);
}

/** For a `clientAction`: returns the server's answer, or `told` if there is none. Redirects and refusals are thrown on. */
export async function answerOr<Answer, Told>(answer: Promise<Answer>, told: Told) {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Response || (isRouteErrorResponse(error) && error.status < 500)) throw error;
    return data(told, { status: 503 });
  }
}

/** To be called before a request in the background whose failure would replace the page by an error. */
export async function canReachShop(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

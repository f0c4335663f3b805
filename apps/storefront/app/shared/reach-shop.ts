/** @file A browser that does not reach the shop: the page stays as it is, and says so where somebody looks. */
import { data, isRouteErrorResponse } from 'react-router';

/** What browsers say of a `fetch` without an answer. */
const noAnswer = /failed to fetch|networkerror|load failed/i;

export function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError && noAnswer.test(error.message);
}

/** For a `clientAction`: what the server answers, or `told` where it does not. Where it leads and what it refuses goes on. */
export async function answerOr<Answer, Told>(answer: Promise<Answer>, told: Told) {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Response || (isRouteErrorResponse(error) && error.status < 500)) throw error;
    return data(told, { status: 503 });
  }
}

/** Asked before something in the background that would put an error in the place of the page. */
export async function canReachShop(): Promise<boolean> {
  try {
    return (await fetch('/healthz', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

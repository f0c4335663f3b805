/** @file What a loader may count as somebody looking at a page. */
import { isbot } from 'isbot';

/** Says so itself, as those of search engines do. */
export function isRobot({ headers }: Request): boolean {
  return isbot(headers.get('user-agent'));
}

/** A browser that fetches a page in advance has nobody looking at it. */
export function isPrefetch({ headers }: Request): boolean {
  const purpose = `${headers.get('sec-purpose') ?? ''} ${headers.get('purpose') ?? ''}`;
  return /\bpre(fetch|render|view)\b/i.test(purpose);
}

/** The visitor was on this page already: another filter, another page of reviews. */
export function isFromSamePage({ headers }: Request, { pathname }: URL): boolean {
  const referer = headers.get('referer');
  return referer !== null && URL.canParse(referer) && new URL(referer).pathname === pathname;
}

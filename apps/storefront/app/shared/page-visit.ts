/** @file Says whether a loader may count a request as a visit. */
import { isbot } from 'isbot';

/** A robot that names itself, as those of search engines do. */
export function isRobot({ headers }: Request): boolean {
  return isbot(headers.get('user-agent'));
}

/** The browser fetches the page in advance, and the visitor may never see it. */
export function isPrefetch({ headers }: Request): boolean {
  const purpose = `${headers.get('sec-purpose') ?? ''} ${headers.get('purpose') ?? ''}`;
  return /\bpre(fetch|render|view)\b/i.test(purpose);
}

/** The visitor comes from the same page, for example after a change of filter. */
export function isFromSamePage({ headers }: Request, { pathname }: URL): boolean {
  const referer = headers.get('referer');
  return referer !== null && URL.canParse(referer) && new URL(referer).pathname === pathname;
}

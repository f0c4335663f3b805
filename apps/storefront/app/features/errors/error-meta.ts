import { isRouteErrorResponse, type MetaDescriptor } from 'react-router';
import { isUnreachable } from '../../shared/reach-shop.ts';
import { type Site, titleOf } from '../../shared/site.ts';

export function statusOf(error: unknown): number {
  if (isRouteErrorResponse(error)) return error.status;
  return isUnreachable(error) ? 503 : 500;
}

/** What the tab says of a page that is not there or could not be made. Search engines take it from the status. */
export function errorMeta(error: unknown, site: Pick<Site, 'shop'>): MetaDescriptor[] {
  return [{ title: titleOf(titles[statusOf(error)] ?? 'Something went wrong', site) }];
}

const titles: Readonly<Record<number, string>> = {
  404: 'This page is not here',
  410: 'This page is not here',
  413: 'Too much at once',
  503: 'Back in a moment',
};

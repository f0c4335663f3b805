import { isRouteErrorResponse, type MetaDescriptor } from 'react-router';
import { isUnreachable } from '../../shared/reach-shop.ts';
import { type Site, titleOf } from '../../shared/site.ts';

export function statusOf(error: unknown): number {
  if (isRouteErrorResponse(error)) return error.status;
  return isUnreachable(error) ? 503 : 500;
}

/** The title of an error page. Search engines go by the status. */
export function errorMeta(error: unknown, site: Pick<Site, 'shop'>): MetaDescriptor[] {
  return [{ title: titleOf(titles[statusOf(error)] ?? 'Something went wrong', site) }];
}

const titles: Readonly<Record<number, string>> = {
  404: 'Page not found',
  410: 'No longer sold',
  413: 'Form too large',
  503: 'We will be right back',
};

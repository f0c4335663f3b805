import type { MetaDescriptor } from 'react-router';
import { type Site, titleOf } from '../../shared/site.ts';

/** For a page about one order: search engines do not list it, and other sites never see its address. */
export function orderMeta(title: string, site: Pick<Site, 'shop'>): MetaDescriptor[] {
  return [
    { title: titleOf(title, site) },
    { name: 'robots', content: 'noindex' },
    { name: 'referrer', content: 'no-referrer' },
  ];
}

import type { MetaDescriptor } from 'react-router';
import { type Site, titleOf } from '../../shared/site.ts';

/** Of a page about one order: search engines have no use for it, and its address is nobody's business. */
export function orderMeta(title: string, site: Pick<Site, 'shop'>): MetaDescriptor[] {
  return [
    { title: titleOf(title, site) },
    { name: 'robots', content: 'noindex' },
    { name: 'referrer', content: 'no-referrer' },
  ];
}

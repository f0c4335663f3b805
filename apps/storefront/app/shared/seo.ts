import type { MetaDescriptor } from 'react-router';
import { type Site, titleOf } from './site.ts';

interface PageMeta {
  title: string;
  description: string;
  /** `siteOf(matches)`. */
  site: Site;
  /** The path and query that stand for all variants of this page. */
  canonicalPath: string;
  /** The picture in previews of links. Default: the shop's card. */
  image?: string | null | undefined;
  /** A page that search engines should follow but not list. */
  isUnlisted?: boolean;
  type?: 'website' | 'product';
}

export function pageMeta(page: PageMeta): MetaDescriptor[] {
  const { publicUrl, shop } = page.site;
  const url = publicUrl + page.canonicalPath;
  const description = excerpt(page.description);
  return [
    { title: titleOf(page.title, page.site) },
    { name: 'description', content: description },
    // A page that should not be listed must not stand for another one either.
    ...(page.isUnlisted ? [] : [{ tagName: 'link', rel: 'canonical', href: url }]),
    ...(shop ? [{ property: 'og:site_name', content: shop.name }] : []),
    { property: 'og:title', content: page.title },
    { property: 'og:description', content: description },
    { property: 'og:type', content: page.type ?? 'website' },
    { property: 'og:url', content: url },
    ...(page.image ? pictureMeta(absoluteUrl(page.image, publicUrl), page.title) : cardMeta(page.site)),
    { name: 'twitter:card', content: 'summary_large_image' },
    ...(page.isUnlisted ? [{ name: 'robots', content: 'noindex, follow' }] : []),
  ];
}

function pictureMeta(url: string, alt: string): MetaDescriptor[] {
  return [
    { property: 'og:image', content: url },
    { property: 'og:image:alt', content: alt },
  ];
}

/** The shop's own card, which the server draws. */
function cardMeta({ publicUrl, shop }: Site): MetaDescriptor[] {
  const words = shop ? [shop.name, shop.tagline].filter((text) => text !== '').join(': ') : '';
  return [
    ...pictureMeta(`${publicUrl}/media/social.png`, words),
    { property: 'og:image:width', content: '1200' },
    { property: 'og:image:height', content: '630' },
  ];
}

/** For a personal page, which search engines do not list. */
export function privatePageMeta(title: string, site: Site): MetaDescriptor[] {
  return [{ title: titleOf(title, site) }, { name: 'robots', content: 'noindex' }];
}

export function absoluteUrl(address: string, publicUrl: string): string {
  return address.startsWith('/') ? publicUrl + address : address;
}

/** The start of a text, cut between words. */
export function excerpt(text: string, maxLength = 160): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= maxLength) return plain;
  const cut = plain.slice(0, maxLength - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), maxLength / 2)).trimEnd()}…`;
}

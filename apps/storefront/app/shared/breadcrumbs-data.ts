import type { Crumb } from '@kindred/ui';

/** For search engines: the way to a page, as schema.org writes it. */
export function breadcrumbsData(crumbs: readonly Crumb[], publicUrl: string) {
  return {
    'script:ld+json': {
      '@context': 'https://schema.org',
      '@type': 'BreadcrumbList',
      itemListElement: crumbs.map(({ name, href }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        item: publicUrl + href,
      })),
    },
  };
}

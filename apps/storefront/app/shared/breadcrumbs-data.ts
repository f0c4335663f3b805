import type { Crumb } from '@kindred/ui';

/** The breadcrumbs of a page in the words of schema.org, for search engines. */
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

import type { Shop } from '@kindred/contracts';
import { addressLines } from '@kindred/shop-types';
import { absoluteUrl } from '../../shared/seo.ts';

/** The shop's company and search page in the words of schema.org, for search engines. */
export function organizationData({ name, logo_url, company, social_links }: Shop, publicUrl: string) {
  const url = `${publicUrl}/`;
  const { legal_name, email, phone, vat_number, line1, line2, city, region, postal_code, country } = company;
  return {
    'script:ld+json': {
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'Organization',
          '@id': `${url}#organization`,
          url,
          name,
          ...(logo_url && { logo: absoluteUrl(logo_url, publicUrl) }),
          // An example company does not exist, so no search engine should list it.
          ...(!company.is_example && {
            legalName: legal_name,
            ...(email !== '' && { email }),
            ...(phone !== '' && { telephone: phone }),
            ...(vat_number !== '' && { vatID: vat_number }),
            ...(addressLines(company).length > 0 && {
              address: {
                '@type': 'PostalAddress',
                streetAddress: [line1, line2].filter(Boolean).join(', '),
                addressLocality: city,
                ...(region !== '' && { addressRegion: region }),
                ...(postal_code !== '' && { postalCode: postal_code }),
                addressCountry: country,
              },
            }),
            sameAs: social_links.map((link) => link.url),
          }),
        },
        {
          '@type': 'WebSite',
          url,
          name,
          publisher: { '@id': `${url}#organization` },
          potentialAction: {
            '@type': 'SearchAction',
            target: { '@type': 'EntryPoint', urlTemplate: `${url}search?q={search_term_string}` },
            'query-input': 'required name=search_term_string',
          },
        },
      ],
    },
  };
}

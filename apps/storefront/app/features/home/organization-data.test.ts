import type { Shop } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { organizationData } from './organization-data.ts';

const shop = {
  name: 'Fern & Co',
  logo_url: '/media/logo.svg',
  social_links: [{ network: 'instagram', url: 'https://example.com/fern' }],
  company: {
    legal_name: 'Fern & Co Ltd',
    line1: '1 Fern Street',
    line2: '',
    postal_code: 'N1 1AA',
    city: 'London',
    region: '',
    country: 'GB',
    register_number: '',
    vat_number: 'GB123',
    email: 'us@fern.example',
    phone: '',
    opening_hours: '',
    is_example: false,
  },
} as unknown as Shop;

test('describes the company that runs the shop', () => {
  const [organization, site] = organizationData(shop, 'https://fern.example')['script:ld+json']['@graph'];
  expect(organization).toEqual({
    '@type': 'Organization',
    '@id': 'https://fern.example/#organization',
    url: 'https://fern.example/',
    name: 'Fern & Co',
    logo: 'https://fern.example/media/logo.svg',
    legalName: 'Fern & Co Ltd',
    email: 'us@fern.example',
    vatID: 'GB123',
    address: {
      '@type': 'PostalAddress',
      streetAddress: '1 Fern Street',
      addressLocality: 'London',
      postalCode: 'N1 1AA',
      addressCountry: 'GB',
    },
    sameAs: ['https://example.com/fern'],
  });
  expect(site).toMatchObject({
    '@type': 'WebSite',
    publisher: { '@id': 'https://fern.example/#organization' },
  });
});

test('leaves out details that the company has not entered', () => {
  const unsaid = { line1: '', city: '', postal_code: '', email: '', vat_number: '' };
  const named = { ...shop, company: { ...shop.company, ...unsaid } };
  const [organization] = organizationData(named, 'https://fern.example')['script:ld+json']['@graph'];
  expect(Object.keys(organization!)).toEqual(['@type', '@id', 'url', 'name', 'logo', 'legalName', 'sameAs']);
});

test('leaves out an example company', () => {
  const example = { ...shop, company: { ...shop.company, is_example: true } };
  const [organization] = organizationData(example, 'https://fern.example')['script:ld+json']['@graph'];
  expect(Object.keys(organization!)).toEqual(['@type', '@id', 'url', 'name', 'logo']);
});

import { usualSignals } from '@kindred/contracts';
import type { DefaultShop } from './shop.ts';

/** A fictitious company. Its names, numbers and addresses are reserved for examples. */
export const defaultShop: DefaultShop = {
  name: 'Kindred',
  tagline: 'Things that belong together.',
  description: 'A shop that learns which things belong together, from the people who live with them.',
  logo_url: null,
  company: {
    legal_name: 'Kindred Example Company',
    line1: '1 Example Street',
    line2: '',
    postal_code: '00000',
    city: 'Exampleton',
    region: '',
    country: 'US',
    register_number: 'Example 000000',
    vat_number: 'Example 000000000',
    email: 'hello@kindred.example',
    phone: '+1 202 555 0143',
    opening_hours: 'Monday to Friday, 9:00 to 17:00',
  },
  social_links: [
    { network: 'instagram', url: 'https://example.com/#instagram' },
    { network: 'pinterest', url: 'https://example.com/#pinterest' },
    { network: 'youtube', url: 'https://example.com/#youtube' },
  ],
  footer_groups: [
    {
      title: 'Shop',
      links: [
        { name: 'All products', href: '/search' },
        { name: 'Deals', href: '/deals' },
        { name: 'New', href: '/new' },
        { name: 'Top rated', href: '/search?sort=rating' },
      ],
    },
    {
      title: 'Help',
      links: [
        { name: 'Questions and answers', href: '/help' },
        { name: 'Find an order', href: '/orders/find' },
        { name: 'Delivery', href: '/delivery' },
        { name: 'Returns', href: '/returns' },
        { name: 'Contact', href: '/contact' },
      ],
    },
    {
      title: 'About',
      links: [
        { name: 'About us', href: '/about' },
        { name: 'Newsletter', href: '/newsletter' },
        { name: 'Accessibility', href: '/accessibility' },
      ],
    },
  ],
  announcement: null,
  default_country: 'US',
  default_currency: 'USD',
  copyright: null,
  recommendations: { attribution_days: 7, retention_months: 24, signals: usualSignals },
};

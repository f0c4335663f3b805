import type { FeaturedSlide } from '@kindred/contracts';

/** They are true of any shop: what is on them is found when the page is made. */
export const defaultSlides: readonly FeaturedSlide[] = [
  {
    kind: 'graph',
    title: 'Follow the lines',
    text: 'They join things that the same people like. A thicker line is a stronger bond.',
  },
  {
    kind: 'campaign',
    title: 'Less than usual',
    text: 'Every reduction counts from the lowest price of the last 30 days.',
    href: '/deals',
    link_text: 'See all deals',
  },
  {
    kind: 'campaign',
    title: 'Just arrived',
    text: 'The newest things in the shop, before they have a single review.',
    href: '/new',
    link_text: 'See what’s new',
  },
];

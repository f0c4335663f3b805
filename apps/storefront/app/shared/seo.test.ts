import type { Shop } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { pageMeta } from './seo.ts';

const site = {
  publicUrl: 'https://fern.example',
  shop: { name: 'Fern & Co', tagline: 'Ferns that stay.' } as Shop,
};
const page = { title: 'New', description: 'The newest.', canonicalPath: '/new', site };

test('a page without a picture is shared with the shop’s card, whose size the preview knows', () => {
  expect(pageMeta(page)).toEqual(
    expect.arrayContaining([
      { property: 'og:image', content: 'https://fern.example/media/social.png' },
      { property: 'og:image:width', content: '1200' },
      { property: 'og:image:height', content: '630' },
      { property: 'og:image:alt', content: 'Fern & Co: Ferns that stay.' },
      { name: 'twitter:card', content: 'summary_large_image' },
    ]),
  );
});

test('a page with a picture is shared with it, under the page’s title', () => {
  const meta = pageMeta({ ...page, image: '/media/pictures/1600/7-0.jpg' });
  expect(meta).toContainEqual({
    property: 'og:image',
    content: 'https://fern.example/media/pictures/1600/7-0.jpg',
  });
  expect(meta).toContainEqual({ property: 'og:image:alt', content: 'New' });
  expect(JSON.stringify(meta)).not.toContain('og:image:width');
});

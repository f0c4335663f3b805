import { expect, test } from 'vitest';
import { productDescription } from './product-description.ts';

const bowl = {
  title: 'Tea bowl',
  description: 'A bowl of stoneware. It holds 250 ml.',
  features: ['Fits the hand'],
  price: { amount_minor: 2_450, currency: 'USD' },
  sale: null,
  average_rating: 4.2894,
  rating_count: 1_200,
};

test('says what it is, what it costs and how it is rated', () => {
  expect(productDescription(bowl)).toBe(
    'A bowl of stoneware. It holds 250 ml. $24.50. Rated 4.3 by 1,200 shoppers.',
  );
});

test('keeps price and rating of a product with a long description, and ends after a sentence if it can', () => {
  const sentence = 'It is thrown on a wheel by hand and glazed twice.';
  const many = productDescription({ ...bowl, description: Array(9).fill(sentence).join(' ') });
  expect(many).toBe(`${sentence} ${sentence} $24.50. Rated 4.3 by 1,200 shoppers.`);
  const endless = productDescription({ ...bowl, description: 'clay '.repeat(90) });
  expect(endless).toMatch(/^clay .*clay… \$24\.50\. Rated 4\.3 by 1,200 shoppers\.$/);
  expect(endless.length).toBeLessThanOrEqual(160);
});

test('says what it knows of a product without price, rating or description', () => {
  expect(
    productDescription({
      ...bowl,
      description: '',
      features: [],
      price: null,
      average_rating: null,
      rating_count: 0,
    }),
  ).toBe('Tea bowl.');
});

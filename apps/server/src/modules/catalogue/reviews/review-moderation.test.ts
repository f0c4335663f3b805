import { expect, test } from 'vitest';
import { statusOnWriting } from './review-moderation.ts';

const fine = {
  title: 'Good',
  text: 'It is 3.5 cm wide. Arrived in May, e.g. on time.',
  isVerifiedPurchase: true,
};

test('publishes an ordinary review by a buyer', () => {
  expect(statusOnWriting(fine)).toBe('published');
  expect(statusOnWriting({ ...fine, text: 'Sent from Scunthorpe.Nothing to add' })).toBe('published');
});

test.each([
  ['an author who has not bought the product', { isVerifiedPurchase: false }],
  ['a link', { text: 'better at https://cheap.example/x' }],
  ['a link without a scheme', { title: 'see WWW.cheap.example' }],
  ['the name of a site', { text: 'go to cheap-things.shop now' }],
  ['full-width letters of a link', { text: 'ｗｗｗ.cheap.example' }],
  ['an insult', { text: 'Only a Moron buys this' }],
  ['a review that was rejected before', { wasRejected: true }],
])('holds back a review for %s', (_, doubt) => {
  expect(statusOnWriting({ ...fine, ...doubt })).toBe('pending');
});

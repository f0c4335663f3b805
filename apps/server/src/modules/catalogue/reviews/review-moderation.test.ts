import { expect, test } from 'vitest';
import { statusOnWriting } from './review-moderation.ts';

const fine = {
  title: 'Good',
  text: 'It is 3.5 cm wide. Arrived in May, e.g. on time.',
  isVerifiedPurchase: true,
};

test('publishes what a buyer wrote', () => {
  expect(statusOnWriting(fine)).toBe('published');
  expect(statusOnWriting({ ...fine, text: 'Sent from Scunthorpe.Nothing to add' })).toBe('published');
});

test.each([
  ['somebody who has not bought it', { isVerifiedPurchase: false }],
  ['a link', { text: 'better at https://cheap.example/x' }],
  ['a link without a scheme', { title: 'see WWW.cheap.example' }],
  ['the name of a site', { text: 'go to cheap-things.shop now' }],
  ['full-width letters of a link', { text: 'ｗｗｗ.cheap.example' }],
  ['an insult', { text: 'Only a Moron buys this' }],
  ['what was rejected before', { wasRejected: true }],
])('asks a person about %s', (_, doubt) => {
  expect(statusOnWriting({ ...fine, ...doubt })).toBe('pending');
});

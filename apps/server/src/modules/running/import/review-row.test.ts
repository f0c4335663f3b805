import { describe, expect, it } from 'vitest';
import { FieldCounter } from './field-counts.ts';
import { toReviewRow } from './review-row.ts';

const review = (changes: object) => ({
  user_id: 'U1',
  parent_asin: 'P1',
  rating: 4,
  timestamp: 1_588_687_728_000,
  title: 'Fine',
  text: 'It is.',
  helpful_vote: 2,
  verified_purchase: true,
  ...changes,
});

describe('a review is imported', () => {
  it.each<[string, object, object, string[]]>([
    ['without a text that is a dict', { text: { a: 1 } }, { text: '' }, ['text is not a text: left out (1)']],
    ['with a title that is a number', { title: 5 }, { title: '5' }, []],
    [
      'without votes in words',
      { helpful_vote: 'many' },
      { helpfulVotes: 0 },
      ['helpful_vote is not a number: left out (1)'],
    ],
    [
      'with “1,234 people found this helpful”',
      { helpful_vote: '1,234 people found this helpful' },
      { helpfulVotes: 1234 },
      [],
    ],
    [
      'without votes beyond counting',
      { helpful_vote: 1e12 },
      { helpfulVotes: 0 },
      ['helpful_vote is larger than 1000000000: left out (1)'],
    ],
    [
      'with minus one vote as none',
      { helpful_vote: -1 },
      { helpfulVotes: 0 },
      ['helpful_vote is not a whole number from 0 up: altered (1)'],
    ],
    [
      'without “perhaps”',
      { verified_purchase: 'perhaps' },
      { isVerified: false },
      ['verified_purchase is neither true nor false: left out (1)'],
    ],
    ['with Y for yes', { verified_purchase: 'Y' }, { isVerified: true }, []],
    [
      'without the marker of a film',
      { text: '[[VIDEOID:0123456789abcdef]] Works well.' },
      { text: 'Works well.' },
      ['text marker of a widget taken out (1)'],
    ],
    [
      'with the name of a product in its text',
      { text: 'Better than [[ASIN:B000000000 Another Thing [2 pack]]] here.' },
      { text: 'Better than Another Thing [2 pack] here.' },
      ['text marker of a widget taken out (1)'],
    ],
    [
      'with the largest size of each photo',
      {
        images: [
          { large_image_url: 'https://a.example/1.jpg', small_image_url: 'https://a.example/1s.jpg' },
          { medium_image_url: 'https://a.example/2.jpg', large_image_url: '' },
        ],
      },
      { photos: ['https://a.example/1.jpg', 'https://a.example/2.jpg'] },
      [],
    ],
    [
      'with photos in a dict of lists, and in a text of Python',
      { images: "{'large_image_url': ['https://a.example/1.jpg'], 'attachment_type': ['IMAGE']}" },
      { photos: ['https://a.example/1.jpg'] },
      [],
    ],
    [
      'with the pictures that the shop draws',
      { images: ['/media/drawn/mug.c8553d.f2e3d5.3.10417.0.5.svg'] },
      { photos: ['/media/drawn/mug.c8553d.f2e3d5.3.10417.0.5.svg'] },
      [],
    ],
    [
      'without photos that are no pictures on the web',
      {
        images: [
          { large_image_url: 'javascript:alert(1)' },
          { large_image_url: '/orders/1' },
          { large_image_url: `https://a.example/${'x'.repeat(2_000)}.jpg` },
          { large_image_url: 'https://a.example/film.jpg', attachment_type: 'VIDEO' },
          { attachment_type: 'IMAGE' },
          'https://a.example/1.jpg',
          'https://a.example/1.jpg',
        ],
      },
      { photos: ['https://a.example/1.jpg'] },
      [
        'images is not a picture: left out (1)',
        'images is not the address of a picture: left out (3)',
        'images has no address: left out (1)',
        'images is listed twice: left out (1)',
      ],
    ],
    [
      'with at most 20 photos',
      { images: Array.from({ length: 23 }, (_, n) => `https://a.example/${n}.jpg`) },
      { photos: Array.from({ length: 20 }, (_, n) => `https://a.example/${n}.jpg`) },
      ['images has more than 20 pictures: left out (3)'],
    ],
    [
      'without photos that cannot be read',
      { images: "[{'large_image_url': " },
      { photos: [] },
      ['images cannot be read: left out (1)'],
    ],
  ])('%s', (_, changes, wanted, noted) => {
    const counter = new FieldCounter();
    expect(toReviewRow(review(changes), { now: Date.now(), note: counter.note })).toMatchObject(wanted);
    counter.keep();
    expect(counter.list().map(({ field, reason, count }) => `${field} ${reason} (${count})`)).toEqual(noted);
  });
});

import { describe, expect, it } from 'vitest';
import { brandAndColor } from '../../../testing/import/import-fixtures.ts';
import { FieldCounter } from './field-counts.ts';
import { priceReader } from './price.ts';
import { toProductRow } from './product-row.ts';

const product = (changes: object) => ({
  parent_asin: 'P1',
  title: 'Mug',
  main_category: 'Home',
  price: 9.99,
  average_rating: 4,
  rating_number: 2,
  images: [],
  details: {},
  ...changes,
});

describe('a product is imported', () => {
  it.each<[string, object, object, string[]]>([
    [
      'with a mean in words',
      { average_rating: '4.5 out of 5 stars', rating_number: '1,234 ratings' },
      { averageRating: 4.5, ratingCount: 1234 },
      [],
    ],
    ['with a decimal comma', { average_rating: '4,5' }, { averageRating: 4.5 }, []],
    [
      'without a mean of 7',
      { average_rating: 7, rating_number: 0 },
      { averageRating: null, ratingCount: 0 },
      ['average_rating is not between 1 and 5: left out (1)'],
    ],
    [
      'without a count that loses its mean',
      { average_rating: 'good' },
      { averageRating: null, ratingCount: 0 },
      [
        'average_rating is not a number: left out (1)',
        'rating_number has no average_rating beside it: left out (1)',
      ],
    ],
    [
      'without minus three ratings',
      { rating_number: -3 },
      { averageRating: 4, ratingCount: 0 },
      ['rating_number is not a whole number from 0 up: left out (1)'],
    ],
    [
      'without more ratings than can be counted on',
      { rating_number: 2 ** 31 - 1 },
      { ratingCount: 0 },
      ['rating_number is larger than 1000000000: left out (1)'],
    ],
    [
      'without details that cannot be read',
      { details: "{'Brand': 'x" },
      { details: {} },
      ['details cannot be read: left out (1)'],
    ],
    [
      'without details that are no dict',
      { details: '{Brand: Acme}' },
      { details: {} },
      ['details is not a dict: left out (1)'],
    ],
    [
      'without details that are a list',
      { details: ['a', 'b'] },
      { details: {} },
      ['details is not a dict: left out (1)'],
    ],
    [
      'without the one detail that has no bottom',
      { details: { Deep: [[[[[[1]]]]]], Color: 'Red' } },
      { details: { Color: 'Red' }, color: 'Red' },
      ['details is nested too deeply: left out (1)'],
    ],
    [
      'without the feature that is a dict',
      { features: [{ a: 1 }, 'Warm', 5] },
      { features: ['Warm', '5'] },
      ['features is not a text: left out (1)'],
    ],
    [
      'without the feature that is a script',
      { features: ["P.when('A').execute(function(A){});", 'Warm'] },
      { features: ['Warm'] },
      ['features is a script: left out (1)'],
    ],
    [
      'without categories that are numbers',
      { categories: [1, 2] },
      { category: 'home' },
      ['categories is not a list of texts: left out (1)'],
    ],
    [
      'with the values of an attribute that is a list, each once',
      { color: ['Red', 'Blue', 'Red', ''] },
      { color: 'Red, Blue' },
      [],
    ],
    [
      'without the brand of a list that is a dict',
      { brand: [{ name: 'Acme' }], store: 'Forest' },
      { brand: 'Forest' },
      ['brand is not a text: left out (1)'],
    ],
    [
      'without a colour that is true',
      { color: true },
      { color: undefined },
      ['color is not a text: left out (1)'],
    ],
    ['without a brand None', { brand: 'None', store: 'null' }, { brand: undefined }, []],
    [
      'without a day in words',
      { date: 'last summer' },
      { dateFirstAvailable: null },
      ['date is not a day that can be read: left out (1)'],
    ],
    [
      'not for sale with a price in another currency',
      { price: '€12.99' },
      { priceMinor: null },
      ['price is in another currency: not for sale (1)'],
    ],
    [
      'with pictures that are addresses',
      { images: ['https://m.example/1.jpg', 'https://m.example/2.jpg'] },
      {
        images: [
          { url: 'https://m.example/1.jpg', largeUrl: 'https://m.example/1.jpg', variant: 'MAIN' },
          { url: 'https://m.example/2.jpg', largeUrl: 'https://m.example/2.jpg', variant: null },
        ],
      },
      [],
    ],
    [
      'with a picture that is one address',
      { images: 'https://m.example/a.jpg' },
      {
        images: [{ url: 'https://m.example/a.jpg', largeUrl: 'https://m.example/a.jpg', variant: 'MAIN' }],
      },
      [],
    ],
    [
      'without pictures that have no address',
      { images: ['https://[', 'no address', 'https://m.example/a.jpg', 'https://m.example/a.jpg'] },
      { images: [expect.objectContaining({ url: 'https://m.example/a.jpg' })] },
      ['images is not the address of a picture: left out (2)', 'images is listed twice: left out (1)'],
    ],
    [
      'with a path in one text',
      { categories: 'Toys &amp; Games > Puzzles > Jigsaw' },
      { category: 'toys-games/puzzles/jigsaw' },
      [],
    ],
    [
      'with a path in the one text of a list',
      { categories: ['Clothing >> Women >> Jeans'] },
      { category: 'clothing/women/jeans' },
      [],
    ],
    [
      'without the end of a path that is too deep',
      { categories: [...'abcdefgh'] },
      { category: 'a/b/c/d/e/f' },
      ['categories deeper than 6 categories: the path ends there (1)'],
    ],
    ['with the brand of “Visit the Acme Store”', { store: 'Visit the Acme Store' }, { brand: 'Acme' }, []],
    ['with the brand of “Brand: Acme”', { store: 'Brand: Acme' }, { brand: 'Acme' }, []],
    [
      'with the characters that HTML has names for',
      {
        title: 'K&ouml;ln &Eacute;t&eacute; &times; 3 &frac14; &euro;5 &laquo;A&raquo; &amp;quot;B&amp;quot;',
      },
      { title: 'Köln Été × 3 ¼ €5 «A» "B"' },
      [],
    ],
    [
      'with a title cut to what a page can hold',
      { title: 'x'.repeat(1_001) },
      { title: 'x'.repeat(1_000) },
      ['title longer than 1000 characters: cut (1)'],
    ],
  ])('%s', (_, changes, wanted, noted) => {
    const counter = new FieldCounter();
    const row = toProductRow(product(changes), {
      readPrice: priceReader('USD'),
      attributes: brandAndColor,
      note: counter.note,
    });
    counter.keep();
    expect({
      ...row,
      brand: row.attributes.brand?.join(', '),
      color: row.attributes.color?.join(', '),
      category: row.categories.at(-1)?.slug,
    }).toMatchObject(wanted);
    expect(counter.list().map(({ field, reason, count }) => `${field} ${reason} (${count})`)).toEqual(noted);
  });
});

/** @file Extreme rows that an import accepts: every limit, script and spelling that a data set may have. */

export type HostileRow = Record<string, unknown>;

const nasty = [
  '漢字カタカナ 한글',
  'مرحبا بالعالم ﷺ',
  'שלום עולם',
  '👩‍👩‍👧‍👦 🏳️‍🌈 🇪🇺',
  'Z̷̢͎a̸l̴g̵o̶',
  'İstanbul ıIiİ ẞß ﬃ',
  '%00 %zz %2F..%2F',
  'O\'Brien "quoted" `ticks` \\back\\slash',
  "'; drop table products; --",
  '{{7*7}} <%= 7 %> $(id)',
  '../../etc/passwd',
  '?q=a&b=c#d;e,f',
  '\u00a0 no break \u202f\u3000',
  'zero\u200bwidth\u200d\ufeff',
  'tab\tline\nend\r\n',
  '\ud800 half \udc00',
  '& &amp; &lt;b&gt; &#0; &bogus;',
  '<b>bold</b> <3 < >',
  '-1e999 NaN Infinity 0x10',
  '* : | ! & ( ) <-> "',
  'constructor __proto__ toString',
  '.',
  '—',
  '0',
];

const scripts = ['漢', 'é', 'ﷺ', '👩‍👧', 'İ', 'ﬃ', 'ß', 'x', '-', 'ا', '𝔘'];

interface Draw {
  one<Item>(items: readonly Item[]): Item;
  whole(from: number, to: number): number;
  isTrue(chance: number): boolean;
  /** A text of this length, in a mix of scripts or of one character. */
  text(length: number): string;
}

function drawsFrom(random: () => number): Draw {
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const one = <Item>(items: readonly Item[]): Item => items[whole(0, items.length - 1)]!;
  const isTrue = (chance: number) => random() < chance;
  return {
    one,
    whole,
    isTrue,
    text(length) {
      if (isTrue(0.3)) return one(scripts).repeat(length).slice(0, length).toWellFormed();
      let text = '';
      while (text.length < length) text += `${one(nasty)} ${one(scripts)}`;
      return text.slice(0, length);
    },
  };
}

/** In the layout of 2023. Each has its own id, and a title. */
export function hostileProducts(count: number, random: () => number): HostileRow[] {
  const draw = drawsFrom(random);
  return Array.from({ length: count }, (_, number) => ({
    parent_asin: idOf(draw, number, 64),
    title: `${draw.one(['T', 'T '])}${draw.text(draw.one([1, 2, 20, 80, 998, 1_500]))}`,
    main_category: draw.one([draw.text(200), draw.one(nasty), null]),
    categories: draw.one([
      Array.from({ length: draw.whole(0, 8) }, () => draw.text(draw.one([1, 12, 59, 60]))),
      Array.from({ length: 6 }, () => draw.one(['ﷺ', 'ﬃ', '㈱', 'Aa']).repeat(60).slice(0, 60)),
      'Toys &amp; Games > Puzzles > Jigsaw',
      `${'C'.repeat(55)}${draw.whole(0, 3)} | ${'D'.repeat(60)} | ${'E'.repeat(60)} | ${'F'.repeat(60)} | ${'G'.repeat(60)} | ${'H'.repeat(60)}`,
      [],
    ]),
    price: draw.one([
      0.01,
      0,
      19.999,
      21_474_836.47,
      '$1,299.00',
      '12,99',
      '$4.99+',
      '€5',
      'soon',
      null,
      draw.whole(1, 99_999) / 100,
    ]),
    average_rating: draw.one([
      1,
      5,
      4.999_999_999_999,
      1.000_000_1,
      3.14,
      0,
      7,
      '4,5',
      '4.5 out of 5 stars',
      null,
    ]),
    rating_number: draw.one([0, 1, 1_000_000_000, 2 ** 31, '1,234 ratings', -1, null]),
    features: Array.from({ length: draw.one([0, 1, 5, 5, 60]) }, () => draw.text(draw.one([1, 30, 400]))),
    description: Array.from({ length: draw.whole(0, 2) }, () => draw.text(draw.one([1, 100, 100, 12_000]))),
    images: imagesOf(draw),
    store: draw.one([draw.text(200), draw.text(900), draw.one(nasty), 'Visit the Acme Store', 5, null]),
    color: draw.one([draw.text(200), draw.one(nasty), 'Red', null]),
    details: detailsOf(draw),
    stock: draw.one([0, 1, 1_000_000_000, null]),
    date: draw.one([
      '1900-01-01',
      '9999-12-31',
      '2000-02-29',
      'February 29, 2024',
      '1899-12-31',
      'never',
      null,
    ]),
  }));
}

/** Reviews of these products and of some unknown ones; the last reviews are all by one user. */
export function hostileReviews(
  count: number,
  products: readonly HostileRow[],
  { random, now }: { random: () => number; now: number },
): HostileRow[] {
  const draw = drawsFrom(random);
  return Array.from({ length: count }, (_, number) => ({
    user_id: draw.isTrue(0.2) ? 'one who reviews everything' : idOf(draw, number, 128),
    parent_asin: draw.isTrue(0.1) ? idOf(draw, number, 64) : draw.one(products).parent_asin,
    rating: draw.whole(1, 5),
    timestamp: draw.one([Date.UTC(1990, 0, 1), now, 1_588_687_728_923.75, 1_588_687_728, '2016-02-29']),
    title: draw.text(draw.one([0, 1, 200, 3_000])),
    text: draw.one([draw.text(draw.one([0, 1, 2_000, 9_000])), '[[VIDEOID:0f]] [[ASIN:B000000000 A Thing]]']),
    helpful_vote: draw.one([0, 1_000_000_000, 2 ** 31, -1, 'many', '1,234']),
    verified_purchase: draw.one([true, false, 'Y', 'perhaps', null]),
  }));
}

function idOf(draw: Draw, number: number, longest: number): string | number {
  const own = `${number}-`;
  return draw.one([
    // A number greater than those at the start of the texts.
    1_000_000 + number,
    own +
      draw
        .one(nasty)
        .replaceAll(/[\ud800-\udfff\0]/g, '')
        .trim()
        .slice(0, longest - own.length),
    own + draw.one(['漢', 'ﷺ', 'x', '/', '%', '.']).repeat(longest - own.length),
  ]);
}

function imagesOf(draw: Draw): unknown {
  const addresses = [
    `https://m.example/${draw.whole(0, 9_999)}.jpg`,
    `https://m.example/${'a'.repeat(1_980)}`,
    'http://[::1]:8080/a.jpg',
    'http://127.0.0.1/a.jpg',
    'https://user:secret@m.example/a.jpg',
    'https://xn--mnchen-3ya.example/a.jpg?size=1&b="c"',
    'https://münchen.example/bücher.jpg',
    'https://m.example/%zz%00.jpg',
    '/relative.jpg',
    '//m.example/protocol.jpg',
    '/../../etc/passwd',
    'https://[',
    'javascript:alert(1)',
    'no address',
    '',
  ];
  const list = Array.from({ length: draw.one([0, 1, 4, 25]) }, () => draw.one(addresses));
  return draw.one([
    list,
    list.map((large) => ({ large, hi_res: draw.one([null, draw.one(addresses)]), variant: draw.text(90) })),
    draw.one(addresses),
    null,
  ]);
}

function detailsOf(draw: Draw): unknown {
  return draw.one<unknown>([
    Object.fromEntries(
      Array.from({ length: draw.one([0, 3, 3, 40]) }, (_, number) => [
        draw.one([`Key ${number}`, draw.text(300), draw.one(nasty), 'constructor', '__proto__', 'toString']),
        draw.one<unknown>([
          draw.text(draw.one([1, 100, 6_000])),
          5,
          true,
          null,
          ['a', { b: [1, 2] }],
          [[[[[[[1]]]]]]],
        ]),
      ]),
    ),
    { Brand: draw.text(300), Colour: draw.text(150), 'Date First Available': 'September 27, 2017' },
    '{Brand: Acme}',
    ['a', 'b'],
  ]);
}

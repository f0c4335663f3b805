import { expect, it } from 'vitest';
import { readDay, readPriceMinor, readTime, toPlainText } from './field-values.ts';

const now = Date.UTC(2026, 9, 31);

it.each([
  [27.95, 2795],
  [19.99, 1999],
  [1.15, 115],
  [4.35, 435],
  [0.1, 10],
  ['27.95', 2795],
  ['$12.99', 1299],
  ['$1,234.50', 123450],
  ['$5.00 - $20.00', 500],
  ['from 5.99', 599],
  ['12', 1200],
  [19.999, 2000],
  [0.285, 29],
  [0, null],
  ['', null],
  [null, null],
  [Number.NaN, null],
  ['—', null],
  ['.a-box-inner{background-color:#fff}', null],
  [1e-9, null],
])('reads the price %j as %j cents', (written, minor) => {
  expect(readPriceMinor(written, 2)).toBe(minor);
});

it('keeps to the digits of the currency', () => {
  expect(readPriceMinor('1500', 0)).toBe(1500);
  expect(readPriceMinor(1.2345, 3)).toBe(1235);
});

it.each([
  [1588687728923, '2020-05-05T14:08:48.923Z'],
  [1588687728, '2020-05-05T14:08:48.000Z'],
  ['1588687728923', '2020-05-05T14:08:48.923Z'],
  [1588687728923n, '2020-05-05T14:08:48.923Z'],
  ['05 5, 2020', '2020-05-05T00:00:00.000Z'],
  ['2020-05-05', '2020-05-05T00:00:00.000Z'],
  ['2020-05-05 14:08:48', '2020-05-05T14:08:48.000Z'],
  ['2020-05-05T14:08:48+02:00', '2020-05-05T12:08:48.000Z'],
])('reads the time %s', (written, iso) => {
  expect(new Date(readTime(written, 'timestamp', now)).toISOString()).toBe(iso);
});

it.each([0, -1, 'soon', '2021-02-29', '13 40, 2020', Number.POSITIVE_INFINITY, 99_999_999_999_999, {}])(
  'refuses the time %j',
  (written) => {
    expect(() => readTime(written, 'timestamp', now)).toThrow(/timestamp/);
  },
);

it.each([
  ['September 27, 2017', '2017-09-27'],
  ['Sept. 7, 2017', '2017-09-07'],
  ['27 May 2009', '2009-05-27'],
  ['2011-03-04T00:00:00', '2011-03-04'],
  ['February 30, 2017', null],
  ['Foo 3, 2017', null],
  ['<div class="a-fixed">', null],
  [5, null],
])('reads the day %j as %j', (written, day) => {
  expect(readDay(written)).toBe(day);
});

it.each([
  ['plain', 'plain'],
  ['a < b & c > d', 'a < b & c > d'],
  ['one<br />two<br>three', 'one\ntwo\nthree'],
  ['<div class="a">text &amp; <b>bold</b></div>', 'text & bold'],
  ['<style>.a{b:c}</style>rest', 'rest'],
  ['Tom &#39;n&#x27; &quot;Jerry&quot; &unknown;', `Tom 'n' "Jerry" &unknown;`],
  ['nul\0', 'nul'],
  ['I <3 this', 'I <3 this'],
  ['a<script>steal()</script >b<SCRIPT src=x></script>c', 'a b c'],
  ['<script>never closed', 'never closed'],
  ['<p title="never closed', '<p title="never closed'],
  ['<scr<script></script>ipt>', 'ipt>'],
  ['&lt;b&gt; is a tag', '<b> is a tag'],
  ['\u202eabc\u202c \u2067def\u2069', 'abc def'],
  ['\x1b[31mred\x1b[0m\tand\nmore', '[31mred[0m\tand\nmore'],
])('turns %j into the text %j', (written, text) => {
  expect(toPlainText(written)).toBe(text);
});

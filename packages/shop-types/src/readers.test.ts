import { expect, test } from 'vitest';
import { readCountry, readCurrency, readEmail, readOrderNumber, readPostalCode } from './index.ts';

test.each([
  [' guest@example.com ', 'guest@example.com'],
  ['Ada.Öberg+shop@Example.COM', 'Ada.Öberg+shop@example.com'],
  ['ａｄａ@ｅｘａｍｐｌｅ.com', 'ada@example.com'],
  ['ada@müller.example', 'ada@xn--mller-kva.example'],
  ['ada@MÜLLER。example', 'ada@xn--mller-kva.example'],
  ["o'hara@sub.example.co.uk", "o'hara@sub.example.co.uk"],
])('%j is the address %s', (text, value) => {
  expect(readEmail(text)).toEqual({ value });
});

test.each([
  '<guest@example.com>',
  'a@b',
  'a@b.',
  'a@.b',
  'a@-b.example',
  'a@b_c.example',
  'a b@example.com',
  'a@@example.com',
  'a@example.com, b@example.com',
  'a@127.0.0.1',
  'a@[::1]',
  'a@example.1',
  'a@example.com/path',
  'a@exa%6dple.com',
  'a',
  '',
  `${'a'.repeat(65)}@example.com`,
])('%j is no email address', (text) => {
  expect(readEmail(text)).toMatchObject({ refusal: { code: 'not-an-email' } });
});

test.each([
  'ad\u200ba@example.com',
  'ad\u00ada@example.com',
  'ada\u0000@example.com',
  'ada@exam\u2060ple.com',
  'ada\ufe0f@example.com',
])('%j contains an invisible character', (text) => {
  expect(readEmail(text)).toMatchObject({ refusal: { code: 'unseen-character' } });
});

test('an address that was read is read as itself', () => {
  for (const text of ['ada@müller.example', 'Ada@EXAMPLE.com', 'ｘ@example.com']) {
    const first = readEmail(text);
    expect('value' in first && readEmail(first.value)).toEqual(first);
  }
});

test.each([
  ['DE', 'DE'],
  ['de', 'DE'],
  [' gb ', 'GB'],
  ['UK', 'GB'],
])('%j is the country %s', (text, value) => {
  expect(readCountry(text)).toEqual({ value });
});

test.each(['XX', 'ZZ', 'EU', 'Germany', 'DEU', '', 'D', 'İE'])('%j is no country', (text) => {
  expect(readCountry(text)).toMatchObject({ refusal: { code: 'unknown-country' } });
});

test('knows the countries that the platform has a name for, but for groups and codes that are no longer', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const known = letters
    .flatMap((a) => letters.map((b) => a + b))
    .filter((code) => 'value' in readCountry(code));
  expect(known).toHaveLength(249 + 1);
  for (const code of known) expect(names.of(code), code).toBeDefined();
});

test.each([
  ['US', '94103', '94103'],
  ['US', ' 94103-1234 ', '94103-1234'],
  ['GB', 'sw1a  1aa', 'SW1A 1AA'],
  ['CA', 'k1a0b1', 'K1A0B1'],
  ['NL', '1012 ab', '1012 AB'],
  ['IE', '', ''],
  ['IE', 'd02 x285', 'D02 X285'],
  ['HK', '', ''],
  ['KP', 'what they write', 'WHAT THEY WRITE'],
])('in %s, %j is %j', (country, text, value) => {
  expect(readPostalCode(text, country)).toEqual({ value });
});

test.each([
  ['US', '', 'required'],
  ['DE', '  ', 'required'],
  ['US', '9410', 'bad-postal-code'],
  ['DE', 'ABCDE', 'bad-postal-code'],
  ['IE', '12345', 'bad-postal-code'],
])('in %s, %j is refused', (country, text, code) => {
  expect(readPostalCode(text, country)).toMatchObject({ refusal: { code } });
});

test('every example of a postal code is one', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const country of letters.flatMap((a) => letters.map((b) => a + b))) {
    const reading = readPostalCode('?', country);
    if ('value' in reading) continue;
    const example = reading.refusal.says.split('such as ')[1];
    expect(readPostalCode(example, country), country).toEqual({ value: example });
    expect('value' in readCountry(country), country).toBe(true);
  }
});

test.each([
  'K-0123ABCDEF',
  '#K-0123ABCDEF',
  '0123ABCDEF',
  ' #k-0123abcdef',
  'K 0123 ABCDEF',
  'K0123ABCDEF',
  'K–0123ABCDEF',
  '＃Ｋ-0123ABCDEF',
])('%j is order K-0123ABCDEF', (text) => {
  expect(readOrderNumber(text)).toBe('K-0123ABCDEF');
});

test('knows currencies that are in use, as they are written', () => {
  for (const code of ['USD', 'EUR', 'JPY', 'KWD']) expect(readCurrency(code)).toEqual({ value: code });
  for (const code of ['usd', 'XXX', 'EURO', 'DEM', ''])
    expect(readCurrency(code)).toMatchObject({ refusal: { code: 'unknown-currency' } });
});

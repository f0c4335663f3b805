import { expect, test } from 'vitest';
import { colorFamilies, cssColorOf, familyOfColor, shadesOfFamily, spellingsOfColor } from './colors.ts';

test.each([
  ['Navy', 'blue'],
  ['Sea Green', 'green'],
  ['Cobalt', 'blue'],
  ['gray', 'grey'],
  ['Graphite', 'grey'],
  ['Midnight', 'blue'],
  ['Teal', 'turquoise'],
  ['Burgundy', 'red'],
  ['Black / White', 'white'],
  ['Natural Oak', 'brown'],
  ['Rose Gold', 'gold'],
  ['Size 42', undefined],
  ['', undefined],
])('%s is of the family %s', (name, family) => {
  expect(familyOfColor(name)).toBe(family);
});

test('every family has shades, and a colour that can be drawn', () => {
  for (const family of colorFamilies) {
    expect(shadesOfFamily(family)?.length, family).toBeGreaterThan(1);
    expect(cssColorOf(family), family).toBeDefined();
    expect(familyOfColor(family)).toBe(family);
  }
  expect(shadesOfFamily('cobalt')).toBeUndefined();
});

test('a colour has other spellings', () => {
  expect(spellingsOfColor('gray')).toEqual(['grey', 'gray']);
  expect(spellingsOfColor('red')).toEqual(['red']);
});

test('the last known word is the colour that is drawn', () => {
  expect([cssColorOf('Dusty Rose'), cssColorOf('Ocean Blue'), cssColorOf('Plaid')]).toEqual([
    '#d88f94',
    '#3f68b0',
    undefined,
  ]);
});

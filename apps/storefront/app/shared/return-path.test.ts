import { expect, test } from 'vitest';
import { safeReturnPath } from './return-path.ts';

test('goes back only to a page of this site', () => {
  expect(safeReturnPath('/search?q=mug')).toBe('/search?q=mug');
  const elsewhere = [
    'https://evil.example',
    '//evil.example/a',
    '/..//evil.example',
    '/\\evil.example',
    'javascript:0',
    null,
  ];
  for (const address of elsewhere) expect(safeReturnPath(address)).toBe('/');
  expect(safeReturnPath('//evil.example', '/account')).toBe('/account');
});

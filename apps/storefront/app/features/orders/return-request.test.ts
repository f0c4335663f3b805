import { expect, test } from 'vitest';
import { checkReturn, returnRequestOf } from './return-request.ts';

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

test('requests the return of the chosen units', () => {
  const filled = form({ key: 'k', quantity_7: '2', quantity_8: '0', reason: 'damaged', note: ' Cracked. ' });
  expect(returnRequestOf(filled)).toEqual({
    lines: [{ product_id: 7, quantity: 2 }],
    reason: 'damaged',
    note: 'Cracked.',
  });
  expect(checkReturn(filled)).toEqual([]);
});

test('says what is missing', () => {
  expect(checkReturn(form({ quantity_7: '0', quantity_8: '0', reason: '' }))).toEqual([
    { name: 'quantity_7', message: 'Choose what you want to return' },
    { name: 'reason', message: 'Choose a reason' },
  ]);
});

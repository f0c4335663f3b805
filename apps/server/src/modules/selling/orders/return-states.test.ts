import { expect, test } from 'vitest';
import { isOpenReturn, returnMachine } from './return-states.ts';

test('a return is requested, decided and ended', () => {
  const table = returnMachine.states.map((status) => [
    status,
    returnMachine.events.filter((event) => returnMachine.next(status, event)).sort(),
  ]);
  expect(Object.fromEntries(table)).toEqual({
    requested: ['approve', 'refuse', 'settle', 'withdraw'],
    approved: ['receive', 'settle', 'withdraw'],
    refused: [],
    received: [],
    withdrawn: [],
    settled: [],
  });
});

test('holds its goods while it is open', () => {
  expect(returnMachine.states.filter((status) => isOpenReturn({ status }))).toEqual([
    'requested',
    'approved',
  ]);
});

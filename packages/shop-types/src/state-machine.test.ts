import { expect, test } from 'vitest';
import { defineMachine } from './state-machine.ts';

const door = defineMachine({
  initial: 'closed',
  transitions: {
    closed: { open: 'open', lock: 'locked' },
    open: { close: 'closed' },
    locked: { unlock: 'closed', break: 'broken' },
    broken: {},
  },
});

test('goes where the table says, and nowhere else', () => {
  expect(door.initial).toBe('closed');
  expect(door.next('closed', 'lock')).toBe('locked');
  expect(door.next('open', 'lock')).toBeUndefined();
});

test('knows its states, its events and where it ends', () => {
  expect(door.states).toEqual(['closed', 'open', 'locked', 'broken']);
  expect(door.events).toEqual(['open', 'lock', 'close', 'unlock', 'break']);
  expect(door.states.filter(door.isFinal)).toEqual(['broken']);
});

test('refuses a table that leads nowhere', () => {
  const table = { on: { toggle: 'off' }, off: { toggle: 'no such state' } };
  expect(() => defineMachine({ initial: 'on', transitions: table as never })).toThrow(
    'off leads to no such state, which is not a state',
  );
});

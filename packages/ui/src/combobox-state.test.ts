import { describe, expect, test } from 'vitest';
import { type ComboboxState, closedCombobox, onComboboxKey } from './combobox-state.ts';

const three = 3;
const open = (active = -1): ComboboxState => ({ isOpen: true, active });
const press = (state: ComboboxState, key: string, { altKey = false, options = three } = {}) =>
  onComboboxKey(state, { key, altKey }, options);

/** Returns the state after a series of keys. */
const after = (state: ComboboxState, ...keys: string[]) =>
  keys.reduce((current, key) => press(current, key).state, state);

describe('arrows', () => {
  test('walk through the options and the field, round and round', () => {
    expect(after(open(), 'ArrowDown', 'ArrowDown').active).toBe(1);
    expect(after(open(2), 'ArrowDown')).toEqual(open(-1));
    expect(after(open(0), 'ArrowUp')).toEqual(open(-1));
    expect(after(open(-1), 'ArrowUp')).toEqual(open(2));
  });

  test('open a closed list at its first or last option', () => {
    expect(after(closedCombobox, 'ArrowDown')).toEqual(open(0));
    expect(after(closedCombobox, 'ArrowUp')).toEqual(open(2));
  });

  test('with Alt open and close, and move nothing', () => {
    expect(press(closedCombobox, 'ArrowDown', { altKey: true }).state).toEqual(open(-1));
    expect(press(open(1), 'ArrowUp', { altKey: true }).state).toEqual(closedCombobox);
  });

  test('belong to the field while there is nothing to choose from', () => {
    for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End', 'Escape'])
      expect(press(open(), key, { options: 0 }).isTaken).toBe(false);
  });
});

test('Home and End are the field’s until an option is active', () => {
  expect(press(open(), 'Home').isTaken).toBe(false);
  expect(press(open(1), 'Home').state).toEqual(open(0));
  expect(press(open(1), 'End').state).toEqual(open(2));
});

test('Enter chooses the active option; without one it sends the form', () => {
  expect(press(open(1), 'Enter')).toEqual({ state: closedCombobox, isTaken: true, chosen: 1 });
  expect(press(open(), 'Enter')).toEqual({ state: closedCombobox, isTaken: false });
});

test('Escape closes the list, and is the field’s own where there is none', () => {
  expect(press(open(1), 'Escape')).toEqual({ state: closedCombobox, isTaken: true });
  expect(press(closedCombobox, 'Escape').isTaken).toBe(false);
});

test('other keys are typed', () => {
  expect(press(open(1), 'a')).toEqual({ state: open(1), isTaken: false });
});

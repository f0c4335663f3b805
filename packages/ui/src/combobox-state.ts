/** @file The keyboard behaviour of an editable combobox with manual selection, by the ARIA Authoring Practices. */

export interface ComboboxState {
  isOpen: boolean;
  /** The option that Enter would choose. -1: none; the keys then belong to the field. */
  active: number;
}

export const closedCombobox: ComboboxState = { isOpen: false, active: -1 };

export interface ComboboxKey {
  key: string;
  /** Alt with an arrow opens or closes and moves nothing. */
  altKey: boolean;
}

export interface KeyAnswer {
  state: ComboboxState;
  /** The key has no other effect. */
  isTaken: boolean;
  /** The option to choose. */
  chosen?: number;
}

export function onComboboxKey(
  state: ComboboxState,
  { key, altKey }: ComboboxKey,
  optionCount: number,
): KeyAnswer {
  const isShown = state.isOpen && optionCount > 0;
  const left: KeyAnswer = { state, isTaken: false };
  const at = (active: number): KeyAnswer => ({ state: { isOpen: true, active }, isTaken: true });
  const closed: KeyAnswer = { state: closedCombobox, isTaken: true };
  switch (key) {
    case 'ArrowDown':
      if (optionCount === 0) return left;
      if (altKey) return at(isShown ? state.active : -1);
      return at(isShown && state.active === optionCount - 1 ? -1 : isShown ? state.active + 1 : 0);
    case 'ArrowUp':
      if (optionCount === 0) return left;
      if (altKey) return isShown ? closed : left;
      return at(isShown && state.active >= 0 ? state.active - 1 : optionCount - 1);
    case 'Home':
      return isShown && state.active >= 0 ? at(0) : left;
    case 'End':
      return isShown && state.active >= 0 ? at(optionCount - 1) : left;
    case 'Enter':
      if (!isShown || state.active < 0) return { state: closedCombobox, isTaken: false };
      return { ...closed, chosen: state.active };
    case 'Escape':
      return isShown ? closed : left;
    default:
      return left;
  }
}

import type { FocusEvent } from 'react';

/** For a row that scrolls sideways: browsers do not scroll a half-visible item into view when the Tab key reaches it. */
export function showWhole({ target }: FocusEvent<HTMLUListElement>): void {
  if (target.matches(':focus-visible'))
    target.closest('li')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
}

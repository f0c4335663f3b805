import type { CartAnswer } from './change-cart.ts';

/** “Hearthline Mug added, 2 in cart” */
export function addedText(title: string, { itemCount = 0, notices }: CartAnswer): string {
  const [notice] = notices;
  return `${title} added, ${itemCount} in cart${notice ? `. ${notice.message}` : ''}`;
}

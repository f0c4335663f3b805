/** @file What the forms of cart, product page and drawer ask for: their fields, and what they change in the count before it is answered. */
import { formText } from '../../shared/form-values.ts';

export const cartPath = '/cart';
/** For scripts. */
export const cartChangesPath = '/cart/changes';

const changes = [
  'add',
  'set-quantity',
  'save-for-later',
  'move-to-cart',
  'remove-saved',
  'move-to-wishlist',
  'add-code',
  'remove-code',
  'choose-country',
] as const;
export type CartChangeKind = (typeof changes)[number];

export interface CartChange {
  kind: CartChangeKind;
  /** Undefined: it is about no product. */
  productId: number | undefined;
  quantity: number;
  /** How many the page showed. */
  was: number;
  code: string;
  country: string;
}

const wholeNumber = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;

/** Undefined: the form is none of the cart's. */
export function readCartChange(form: FormData): CartChange | undefined {
  const kind = changes.find((change) => change === formText(form, 'change'));
  if (kind === undefined) return undefined;
  return {
    kind,
    productId: wholeNumber(formText(form, 'product_id')),
    // A button of the stepper names the number that it leads to.
    quantity: wholeNumber(formText(form, 'step_to')) ?? wholeNumber(formText(form, 'quantity')) ?? 1,
    was: wholeNumber(formText(form, 'was')) ?? 0,
    code: formText(form, 'code'),
    country: formText(form, 'country'),
  };
}

/** By how much the cart grows once it is done. */
export function itemsGained({ kind, quantity, was }: CartChange): number {
  switch (kind) {
    case 'add':
      return quantity;
    case 'set-quantity':
      return quantity - was;
    case 'save-for-later':
    case 'move-to-wishlist':
      return -was;
    case 'move-to-cart':
      return was;
    case 'remove-saved':
    case 'add-code':
    case 'remove-code':
    case 'choose-country':
      return 0;
    default:
      return kind satisfies never;
  }
}

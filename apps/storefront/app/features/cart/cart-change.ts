/** @file What the forms of cart, product page and drawer ask for: their fields, and what they change in the count before it is answered. */
import { formText } from '../../shared/form-values.ts';
import { searchIdOf } from '../search/search-origin.ts';

export const cartPath = '/cart';
/** For scripts. */
export const cartChangesPath = '/cart/changes';

/** Of one product. */
export const mostOfOne = 99;

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
  /** Undefined: what was typed is no number of pieces. */
  quantity: number | undefined;
  /** How many the page showed. */
  was: number;
  code: string;
  country: string;
  /** The search that led to the product. */
  searchId: string | undefined;
}

const wholeNumber = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;

/** Undefined: the form is none of the cart's. */
export function readCartChange(form: FormData): CartChange | undefined {
  const kind = changes.find((change) => change === formText(form, 'change'));
  if (kind === undefined) return undefined;
  // A button of the stepper names the number that it leads to.
  const counted = ['step_to', 'quantity'].find((name) => form.has(name));
  const quantity = counted === undefined ? 1 : wholeNumber(formText(form, counted));
  return {
    kind,
    productId: wholeNumber(formText(form, 'product_id')),
    quantity: quantity !== undefined && quantity <= mostOfOne ? quantity : undefined,
    was: wholeNumber(formText(form, 'was')) ?? 0,
    code: formText(form, 'code'),
    country: formText(form, 'country'),
    searchId: searchIdOf(new URLSearchParams({ search: formText(form, 'search') })),
  };
}

/** By how much the cart grows once it is done. */
export function itemsGained({ kind, quantity, was }: CartChange): number {
  switch (kind) {
    case 'add':
      return quantity ?? 0;
    case 'set-quantity':
      return (quantity ?? was) - was;
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

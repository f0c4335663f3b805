/** @file The forms that change the cart: how their fields are read, and how each changes the number of items before the server answers. */
import { formText } from '../../shared/form-values.ts';
import { searchIdOf } from '../search/search-origin.ts';

export const cartPath = '/cart';
/** Where scripts send changes. */
export const cartChangesPath = '/cart/changes';

/** The largest quantity of one product in a cart. */
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
  /** Undefined if the change is not about one product. */
  productId: number | undefined;
  /** Undefined if the typed quantity is not a whole number of at most `mostOfOne`. */
  quantity: number | undefined;
  /** The quantity that the page showed. */
  was: number;
  code: string;
  country: string;
  /** The search that led to the product. */
  searchId: string | undefined;
}

const wholeNumber = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;

/** Returns undefined if the form does not change the cart. */
export function readCartChange(form: FormData): CartChange | undefined {
  const kind = changes.find((change) => change === formText(form, 'change'));
  if (kind === undefined) return undefined;
  // A stepper button sends the quantity that it leads to.
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

/** The number of items that the change adds to the cart; negative if it removes some. */
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

import type { FormError } from '../../shared/form-errors.ts';
import { checkAddress } from '../address/address-form.ts';
import { addressPrefix, newAddress } from './chosen-address.ts';

/** Checks the form before it is sent. */
export function checkDelivery(form: FormData): FormError[] {
  const isNew = (form.get('address_id') ?? newAddress) === newAddress;
  return [
    ...(isNew ? checkAddress(form, addressPrefix) : []),
    ...(form.get('shipping_method_id')
      ? []
      : [{ name: 'shipping_method_id', message: 'Choose a delivery option' }]),
  ];
}

import type { Shop } from '@kindred/contracts';
import { addressLines } from '@kindred/shop-types';

/** The seller, with the details that the law requires on an invoice. */
export interface Seller {
  readonly name: string;
  readonly address: readonly string[];
  /** `VAT ID DE123456789` */
  readonly registrations: readonly string[];
  readonly email: string;
}

export function sellerOf({ company }: Pick<Shop, 'company'>): Seller {
  const { legal_name, register_number, vat_number, email } = company;
  return {
    name: legal_name,
    address: addressLines(company),
    registrations: [register_number, vat_number && `VAT ID ${vat_number}`].filter(Boolean),
    email,
  };
}

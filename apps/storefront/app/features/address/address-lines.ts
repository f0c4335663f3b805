import type { PostalAddress } from '@kindred/contracts';
import { addressFormatOf } from './address-format.ts';

/**
 * An address as it stands on a parcel.
 * @param countryName from the loader: `countryNameOf(address.country)`
 */
export function addressLines(address: PostalAddress, countryName: string): string[] {
  const { locality } = addressFormatOf(address.country);
  const place = locality
    .map((name) => ({ name, text: address[name]?.trim() ?? '' }))
    .filter(({ text }) => text !== '')
    // “Springfield, IL 62701”, “10115 Berlin”.
    .map(({ name, text }, index, parts) =>
      name === 'city' && parts[index + 1]?.name === 'region' ? `${text},` : text,
    )
    .join(' ');
  return [address.full_name, address.line1, address.line2 ?? '', place, countryName].filter(
    (line) => line !== '',
  );
}

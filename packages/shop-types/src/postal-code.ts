import { type Reading, refuse } from './reading.ts';

const fourDigits = { form: /^\d{4}$/, example: '1234' };
const fiveDigits = { form: /^\d{5}$/, example: '12345' };
const sixDigits = { form: /^\d{6}$/, example: '123456' };
const threeAndTwo = { form: /^\d{3} ?\d{2}$/, example: '123 45' };

/**
 * The formats of common destination countries, by the Universal Postal Union's guide (https://www.upu.int/en/postal-solutions/programmes-services/addressing-solutions).
 * Other countries accept any text, even none: several, such as HK, have no postal codes.
 */
const forms: Readonly<Record<string, { form: RegExp; example: string; isOptional?: boolean }>> = {
  AR: { form: /^([A-Z]\d{4}[A-Z]{3}|\d{4})$/, example: 'C1425CLA' },
  AT: fourDigits,
  AU: fourDigits,
  BE: fourDigits,
  BG: fourDigits,
  BR: { form: /^\d{5}-?\d{3}$/, example: '01310-100' },
  CA: { form: /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d$/, example: 'K1A 0B1' },
  CH: fourDigits,
  CN: sixDigits,
  CY: fourDigits,
  CZ: threeAndTwo,
  DE: fiveDigits,
  DK: fourDigits,
  EE: fiveDigits,
  ES: fiveDigits,
  FI: fiveDigits,
  FR: fiveDigits,
  GB: { form: /^(GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/, example: 'SW1A 1AA' },
  GR: threeAndTwo,
  HR: fiveDigits,
  HU: fourDigits,
  IE: { form: /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/, example: 'D02 X285', isOptional: true },
  IN: { form: /^\d{3} ?\d{3}$/, example: '110001' },
  IS: { form: /^\d{3}$/, example: '101' },
  IT: fiveDigits,
  JP: { form: /^\d{3}-?\d{4}$/, example: '100-0001' },
  KR: fiveDigits,
  LI: fourDigits,
  LT: { form: /^(LT-)?\d{5}$/, example: 'LT-01100' },
  LU: { form: /^(L-)?\d{4}$/, example: '1009' },
  LV: { form: /^(LV-)?\d{4}$/, example: 'LV-1050' },
  MT: { form: /^[A-Z]{3} ?\d{4}$/, example: 'VLT 1117' },
  MX: fiveDigits,
  NL: { form: /^\d{4} ?[A-Z]{2}$/, example: '1012 AB' },
  NO: fourDigits,
  NZ: fourDigits,
  PL: { form: /^\d{2}-?\d{3}$/, example: '00-001' },
  PT: { form: /^\d{4}-?\d{3}$/, example: '1000-001' },
  RO: sixDigits,
  SE: threeAndTwo,
  SG: sixDigits,
  SI: { form: /^(SI-)?\d{4}$/, example: '1000' },
  SK: threeAndTwo,
  TR: fiveDigits,
  UA: fiveDigits,
  US: { form: /^\d{5}(-\d{4})?$/, example: '94103' },
  ZA: fourDigits,
};

/**
 * Reads a postal code in its country's spelling: trimmed, in upper case.
 * @param country as `readCountry` returns it
 * @example readPostalCode('sw1a  1aa', 'GB') // { value: 'SW1A 1AA' }
 */
export function readPostalCode(text: string, country: string): Reading {
  const value = text.trim().replace(/\s+/g, ' ').toUpperCase();
  const rule = forms[country];
  if (rule === undefined || (value === '' && rule.isOptional)) return { value };
  if (value === '') return refuse('required', `is required, such as ${rule.example}`);
  return rule.form.test(value)
    ? { value }
    : refuse('bad-postal-code', `must be one of this country, such as ${rule.example}`);
}

/** Returns what a form can say about a country's postal codes. Without an example, any text is accepted, even none. */
export function postalCodeRuleOf(country: string): { example: string | undefined; isRequired: boolean } {
  const rule = forms[country];
  return { example: rule?.example, isRequired: rule !== undefined && !rule.isOptional };
}

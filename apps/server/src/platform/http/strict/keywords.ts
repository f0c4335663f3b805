/** @file Our own keywords for rules that JSON Schema cannot express. Schemas of the contracts use them. */
import { type Reading, readCountry, readCurrency, readEmail, readPostalCode } from '@kindred/shop-types';
import type { AnySchemaObject, FuncKeywordDefinition, SchemaValidateFunction } from 'ajv';
import type { KeywordParams } from './finding.ts';

const readers: Readonly<Record<string, (text: string) => Reading>> = {
  email: readEmail,
  country: readCountry,
  currency: readCurrency,
  text: readText,
};

function readText(text: string): Reading {
  const value = text.trim();
  return value === '' ? { refusal: { code: 'too-short', says: 'must not be empty' } } : { value };
}

/** Ajv reads the errors from the validating function. */
function refuse(
  validate: SchemaValidateFunction,
  parentSchema: AnySchemaObject = {},
  params: KeywordParams,
): false {
  validate.errors = [{ keyword: 'own', params, parentSchema }];
  return false;
}

/** `x-reads: 'email'`: the reader's result replaces the text. */
const reads: SchemaValidateFunction = (name: string, text: string, schema, place) => {
  const reading = readers[name](text);
  if ('refusal' in reading) return refuse(reads, schema, reading.refusal);
  if (place) place.parentData[place.parentDataProperty] = reading.value;
  return true;
};

/** `x-postal-code: true`: the address's postal code must be valid for its country. An invalid country is reported separately. */
const hasPostalCode: SchemaValidateFunction = (_: true, address: Record<string, unknown>, schema) => {
  const { country, postal_code = '' } = address;
  const known = typeof country === 'string' ? readCountry(country) : undefined;
  if (known === undefined || !('value' in known) || typeof postal_code !== 'string') return true;
  const reading = readPostalCode(postal_code, known.value);
  if ('refusal' in reading)
    return refuse(hasPostalCode, schema, { ...reading.refusal, field: 'postal_code' });
  if (address.postal_code !== undefined) address.postal_code = reading.value;
  return true;
};

/** `x-ascending: ['price_min', 'price_max']`: the first must not be above the second. */
const ascends: SchemaValidateFunction = (
  [low, high]: [string, string],
  given: Record<string, unknown>,
  schema,
) => {
  const [least, most] = [given[low], given[high]];
  if (typeof least !== 'number' || typeof most !== 'number' || least <= most) return true;
  const says = `must not be above ${high.replaceAll('_', ' ')}`;
  return refuse(ascends, schema, { code: 'above-the-other', field: low, says, params: { max: most } });
};

export const keywords: readonly FuncKeywordDefinition[] = [
  {
    keyword: 'x-reads',
    type: 'string',
    schemaType: 'string',
    errors: true,
    modifying: true,
    validate: reads,
  },
  {
    keyword: 'x-postal-code',
    type: 'object',
    schemaType: 'boolean',
    errors: true,
    modifying: true,
    validate: hasPostalCode,
  },
  { keyword: 'x-ascending', type: 'object', schemaType: 'array', errors: true, validate: ascends },
];

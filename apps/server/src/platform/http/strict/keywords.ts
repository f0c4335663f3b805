/** @file Rules of ours that JSON Schema has no word for. A schema of the contracts names them. */
import type { AnySchemaObject, FuncKeywordDefinition, SchemaValidateFunction } from 'ajv';
import type { KeywordParams } from './finding.ts';

/** Ajv reads what is wrong from the function that found it. */
function refuse(
  validate: SchemaValidateFunction,
  parentSchema: AnySchemaObject,
  params: KeywordParams,
): false {
  validate.errors = [{ keyword: 'own', params, parentSchema }];
  return false;
}

/** `x-ascending: ['price_min', 'price_max']`: the first is not above the second. */
const ascends: SchemaValidateFunction = (
  [low, high]: [string, string],
  given: Record<string, unknown>,
  schema = {},
) => {
  const [least, most] = [given[low], given[high]];
  if (typeof least !== 'number' || typeof most !== 'number' || least <= most) return true;
  const says = `must not be above ${high.replaceAll('_', ' ')}`;
  return refuse(ascends, schema, { code: 'above-the-other', field: low, says, params: { max: most } });
};

export const keywords: readonly FuncKeywordDefinition[] = [
  { keyword: 'x-ascending', type: 'object', schemaType: 'array', errors: true, validate: ascends },
];

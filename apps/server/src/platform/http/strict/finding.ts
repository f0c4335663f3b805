import type { RequestIssue } from '@kindred/contracts';
import type { ErrorObject } from 'ajv';
import { pointerTo } from './json-pointer.ts';
import { nearestName } from './nearest-name.ts';
import type { Schema } from './schema.ts';
import { counted, expectation, nameOf, type RequestPart } from './sentences.ts';

/** An error in any part of the request. */
export type Finding = Omit<RequestIssue, 'in'>;

/** The `params` of our own keywords. */
export interface KeywordParams {
  readonly code: string;
  /** The text after the name of the field: `is not an email address`. */
  readonly says: string;
  /** The field with the error, if the keyword is on the object around it. */
  readonly field?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

const mostListed = 30;

/** Translates an error of Ajv, except those of unions. */
export function findingOf(error: ErrorObject, part: RequestPart): Finding {
  const { keyword, instancePath: pointer, data } = error;
  const params = error.params as Readonly<Record<string, unknown>>;
  const schema = error.parentSchema as Schema;
  const name = nameOf(pointer, part, schema);
  const size = (code: string, limit: 'min' | 'max', unit: string): Finding => {
    const count = params.limit;
    const bound = limit === 'min' ? 'at least' : 'at most';
    const message = `${name} must have ${bound} ${counted(count, unit)}`;
    return { pointer, code, params: { [limit]: count }, message };
  };
  switch (keyword) {
    case 'required': {
      const field = String(params.missingProperty);
      const at = pointerTo(pointer, field);
      const message = `${nameOf(at, part, schema.properties?.[field])} is required`;
      return { pointer: at, code: 'required', message };
    }
    case 'additionalProperties':
      return unknownField(pointer, String(params.additionalProperty), part, schema);
    case 'type': {
      if (isRepeated(error, part)) return repeated(pointer, part);
      const { words, ...expected } = expectation(schema);
      return { pointer, ...expected, message: `${name} must be ${words}` };
    }
    case 'minimum':
    case 'maximum': {
      const { words, ...expected } = expectation(schema);
      return { pointer, ...expected, code: 'out-of-range', message: `${name} must be ${words}` };
    }
    case 'minLength':
      if (data !== '') return size('too-short', 'min', 'character');
      return {
        pointer,
        code: 'too-short',
        params: { min: params.limit },
        message: `${name} must not be empty`,
      };
    case 'maxLength':
      return size('too-long', 'max', 'character');
    case 'minItems':
      return size('too-few', 'min', 'item');
    case 'maxItems':
      return size('too-many', 'max', 'item');
    case 'minProperties':
      return size('too-few', 'min', 'field');
    case 'const':
    case 'enum':
      return notAllowed(pointer, part, schema.enum ?? [schema.const]);
    case 'format':
    case 'pattern': {
      const form =
        schema['x-form'] ?? (params.format === 'uuid' ? 'a UUID' : `of the form ${params[keyword]}`);
      const message = `${name} must be ${form}`;
      return { pointer, code: 'bad-format', params: { [keyword]: params[keyword] }, message };
    }
    default:
      return ownFinding(error, part);
  }
}

function ownFinding(
  { instancePath: pointer, params, parentSchema }: ErrorObject,
  part: RequestPart,
): Finding {
  const schema = parentSchema as Schema;
  const { code = 'not-valid', says = 'is not valid', field, params: more } = params as Partial<KeywordParams>;
  const at = field === undefined ? pointer : pointerTo(pointer, field);
  const name = nameOf(at, part, field === undefined ? schema : schema.properties?.[field]);
  return { pointer: at, code, ...(more && { params: more }), message: `${name} ${says}` };
}

/** A list instead of one value. In a query, the parameter was given twice. */
export function isRepeated({ data }: ErrorObject, part: RequestPart): boolean {
  return part === 'query' && Array.isArray(data);
}

export function repeated(pointer: string, part: RequestPart): Finding {
  return { pointer, code: 'repeated', message: `${nameOf(pointer, part)} must be given once` };
}

export function notAllowed(pointer: string, part: RequestPart, allowed: readonly unknown[]): Finding {
  const words = allowed.slice(0, mostListed).map(String);
  const choice = words.length === 1 ? words[0] : `one of ${words.join(', ')}`;
  return {
    pointer,
    code: 'not-allowed',
    params: { allowed },
    message: `${nameOf(pointer, part)} must be ${choice}`,
  };
}

function unknownField(parent: string, field: string, part: RequestPart, schema: Schema): Finding {
  const known = Object.keys(schema.properties ?? {});
  const nearest = nearestName(field, known);
  const shown = field.length > 60 ? `${field.slice(0, 60)}…` : field;
  const message = `there is no ${part === 'query' ? 'parameter' : 'field'} “${shown}”`;
  return {
    pointer: pointerTo(parent, field),
    code: 'unknown-field',
    params: { allowed: known.slice(0, mostListed), ...(nearest !== undefined && { nearest }) },
    message: nearest === undefined ? message : `${message}; did you mean “${nearest}”?`,
  };
}

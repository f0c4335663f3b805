import type { RequestIssue } from '@kindred/contracts';
import { Ajv, type ValidateFunction } from 'ajv';
import { inspectValues } from './bounded-json.ts';
import { keywords } from './keywords.ts';
import { readTextValues } from './read-text-values.ts';
import { mapSchema, type Schema } from './schema.ts';
import type { RequestPart } from './sentences.ts';
import { issuesOf } from './validation-issues.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** RFC 3339. `Date.parse` alone would read 30 February as 2 March. */
function isMoment(text: string): boolean {
  const [, day] =
    /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/.exec(text) ?? [];
  return (
    day !== undefined &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
  );
}

/** Ajv coerces nothing, removes nothing and finds all errors. */
const ajv = new Ajv({
  allErrors: true,
  verbose: true,
  useDefaults: true,
  allowUnionTypes: true,
  addUsedSchema: false,
  // The reader decides what an email address is.
  formats: { uuid, email: true, 'date-time': isMoment },
  keywords: [{ keyword: 'x-form' }, ...keywords],
});

/** Further errors are not reported. */
const mostErrors = 1_000;

export interface Validator {
  /** Returns the parsed values if there are no issues. */
  check(given: unknown): { issues: RequestIssue[]; value: unknown };
}

const compiled = new WeakMap<object, ValidateFunction>();

/** Compiles a schema at the first request, once for all routes and applications that share it. */
function compile(schema: Schema): ValidateFunction {
  let validate = compiled.get(schema);
  if (!validate) {
    // No schema refers to another by its `$id`, and Ajv rejects two schemas with the same one.
    validate = ajv.compile(mapSchema(schema, ({ $id: _, ...one }) => one));
    compiled.set(schema, validate);
  }
  return validate;
}

/** Checks one part of a request. Texts in a query and a path are parsed by the types of the schema. */
export function createValidator(declared: object, part: RequestPart): Validator {
  const schema = declared as Schema;
  const isText = part === 'query' || part === 'path';
  return {
    check(given) {
      const { isTooLarge, unstorable } = inspectValues(given);
      if (isTooLarge) return { issues: [tooLarge(part)], value: given };
      const value = isText ? readTextValues(schema, given as object) : given;
      const validate = compile(schema);
      const errors = validate(value) ? [] : (validate.errors ?? []);
      // Routes report missing headers with their own codes.
      const told = part === 'header' ? errors.filter(({ keyword }) => keyword !== 'required') : errors;
      const issues = issuesOf(told.slice(0, mostErrors), part);
      const known = new Set(issues.map(({ pointer }) => pointer));
      return {
        issues: [
          ...issues,
          ...unstorable.filter((pointer) => !known.has(pointer)).map((pointer) => notStorable(pointer, part)),
        ],
        value,
      };
    },
  };
}

function tooLarge(part: RequestPart): RequestIssue {
  return { in: part, pointer: '', code: 'too-many', message: `the ${part} has too many values` };
}

function notStorable(pointer: string, part: RequestPart): RequestIssue {
  return {
    in: part,
    pointer,
    code: 'not-storable',
    message: 'a text must have no NUL character and no half of a surrogate pair',
  };
}

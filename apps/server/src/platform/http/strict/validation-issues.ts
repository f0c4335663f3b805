/** @file Translates Ajv's errors into sentences for people and codes for programs. It reports all fields together, each once. */
import type { RequestIssue } from '@kindred/contracts';
import type { ErrorObject } from 'ajv';
import { type Finding, findingOf, isRepeated, notAllowed, repeated } from './finding.ts';
import type { Schema } from './schema.ts';
import { expectation, listed, nameOf, type RequestPart } from './sentences.ts';

/** If several rules reject a value, these are not reported. */
const moreToldThan = ['too-short', 'too-long', 'out-of-range', 'bad-format'];
const shapes = new Set(['required', 'repeated', 'not-allowed', 'no-such-form']);

function rank({ code }: Finding): number {
  if (shapes.has(code) || code.startsWith('not-a')) return -1;
  return (moreToldThan.indexOf(code) + 9) % 9;
}

/** @param errors of a validator with `allErrors` and `verbose` */
export function issuesOf(errors: readonly ErrorObject[], part: RequestPart): RequestIssue[] {
  const found = new Map<string, Finding>();
  for (const finding of findingsOf(errors, part)) {
    const earlier = found.get(finding.pointer);
    if (!earlier || rank(finding) < rank(earlier)) found.set(finding.pointer, finding);
  }
  return [...found.values()].map((finding) => ({ in: part, ...finding }));
}

function findingsOf(errors: readonly ErrorObject[], part: RequestPart): Finding[] {
  const unions = errors.filter(({ keyword }) => keyword === 'anyOf');
  const outermost = errors.filter((error) => !unions.some((union) => isInside(error, union)));
  return outermost.flatMap((error) => {
    if (error.keyword !== 'anyOf') return [findingOf(error, part)];
    const inside = errors.filter((one) => isInside(one, error));
    return unionFindings(error, inside, part);
  });
}

function isInside(error: ErrorObject, union: ErrorObject): boolean {
  return (
    error.schemaPath.startsWith(`${union.schemaPath}/`) &&
    (error.instancePath === union.instancePath || error.instancePath.startsWith(`${union.instancePath}/`))
  );
}

/** Returns the values that a schema lists, or undefined if it accepts others too. */
function choicesOf(schema: Schema): readonly unknown[] | undefined {
  if (schema.const !== undefined) return [schema.const];
  if (schema.type === 'null') return [null];
  const choices = schema.anyOf?.map(choicesOf) ?? [undefined];
  return choices.includes(undefined) ? undefined : choices.flatMap((some) => some!);
}

function wordsFor(branch: Schema): string {
  const choices = choicesOf(branch);
  if (choices) return listed(choices.map(String));
  const { words } = expectation(branch);
  return branch.type === 'object' && branch.required ? `${words} with ${branch.required.join(', ')}` : words;
}

/** Reports a value that matches none of several schemas once: by the only schema that it was meant for, or by their common expectation. */
function unionFindings(union: ErrorObject, inside: readonly ErrorObject[], part: RequestPart): Finding[] {
  const pointer = union.instancePath;
  const branches = union.schema as readonly Schema[];
  if (isRepeated(union, part)) return [repeated(pointer, part)];
  const choices = choicesOf({ anyOf: branches });
  if (choices) return [notAllowed(pointer, part, choices)];

  const refusals = branches
    .map((_, index) => inside.filter((one) => one.schemaPath.startsWith(`${union.schemaPath}/${index}/`)))
    .filter((own) => !own.some((error) => isForAnother(error, pointer)));
  const [first = [], ...others] = refusals.map((own) => findingsOf(own, part));
  const common = first.filter((finding) =>
    others.every((findings) => findings.some((one) => isSame(one, finding))),
  );
  if (common.length > 0) return common;
  const message = `${nameOf(pointer, part)} must be ${listed([...new Set(branches.map(wordsFor))])}`;
  return [{ pointer, ...wantedOf(branches), message }];
}

/** A nullable value gets the code of its other type. */
function wantedOf(branches: readonly Schema[]): Pick<Finding, 'code' | 'params'> {
  const [only, ...others] = branches.filter(({ type }) => type !== 'null');
  if (only?.type === undefined || others.length > 0) return { code: 'no-such-form' };
  const { words: _, ...wanted } = expectation(only);
  return wanted;
}

/** The branch is for another type of value, or for an object of another kind. */
function isForAnother({ keyword, instancePath, parentSchema }: ErrorObject, pointer: string): boolean {
  if (instancePath === pointer) return keyword === 'type' || keyword === 'const';
  const isOwnField = !instancePath.slice(pointer.length + 1).includes('/');
  return isOwnField && keyword === 'const' && typeof (parentSchema as Schema).const === 'string';
}

const isSame = (a: Finding, b: Finding) => a.pointer === b.pointer && a.code === b.code;

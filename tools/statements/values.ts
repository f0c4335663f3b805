/** @file The possible values of an expression, as far as statements need them. */
import {
  type Expression,
  type FunctionLikeDeclaration,
  isArrowFunction,
  isFunctionDeclaration,
  isFunctionExpression,
  type Node,
} from 'typescript/unstable/ast';
import { type Type, TypeFlags } from 'typescript/unstable/sync';
import { idOf, placeOf } from './source-program.ts';

/** `null` stands for a parameter. */
export type Pieces = readonly (string | null)[];

export type Value =
  | { readonly kind: 'sql'; readonly pieces: Pieces }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly (() => Value)[] }
  | { readonly kind: 'object'; readonly names: readonly string[]; get(name: string): Value | undefined }
  | { readonly kind: 'function'; readonly declaration: FunctionLikeDeclaration; readonly scope: Scope }
  /** Known only at run time. */
  | { readonly kind: 'open'; readonly node: Node };

export type Scope = ReadonlyMap<string, () => Value | undefined>;

export class UnreadableStatementError extends Error {
  constructor(node: Node, why: string) {
    super(`${placeOf(node)}: ${why}`);
  }
}

/** This choice leads to no statement. */
export class DeadEnd extends Error {}

/** The part of the reading that evaluating calls needs. */
export interface Reading {
  read(node: Expression, scope: Scope, depth: number): Value;
  pick<One>(key: string, from: readonly One[]): One;
  /** Evaluates by the type alone. */
  byType(node: Expression): Value;
  asText(value: Value, node: Expression): string;
}

export const textValue = (text: string): Value => ({ kind: 'text', text });
export const openValue = (node: Node): Value => ({ kind: 'open', node });

/** Returns one key for all equal conditions of the same function. */
export function choiceKey(node: Node): string {
  let around = node.parent;
  while (
    around.parent &&
    !isFunctionDeclaration(around) &&
    !isArrowFunction(around) &&
    !isFunctionExpression(around)
  )
    around = around.parent;
  return `${node.getText()} in ${idOf(around)}`;
}

const partsOf = (type: Type): readonly Type[] => (type.isUnionType() ? type.getTypes() : [type]);

export const isStatement = (type: Type): boolean => type.getSymbol()?.name === 'Statement';
export const mayBeStatement = (type: Type): boolean => partsOf(type).some(isStatement);
export const isNumber = (type: Type): boolean =>
  partsOf(type).every(({ flags }) => (flags & (TypeFlags.NumberLike | TypeFlags.BigIntLike)) !== 0);

export function literalsOf(type: Type): string[] {
  const parts = partsOf(type);
  const texts = parts.flatMap((part) =>
    part.isStringLiteralType() || part.isNumberLiteralType() ? [String(part.value)] : [],
  );
  return texts.length === parts.length ? texts : [];
}

/** @file Evaluates the call of a function: of the program's own, of `sql`, or of a method of lists and texts. */
import {
  type Block,
  type CallExpression,
  type Expression,
  isBlock,
  isIdentifier,
  isIfStatement,
  isPropertyAccessExpression,
  isRegularExpressionLiteral,
  isReturnStatement,
  isSwitchStatement,
  isThrowStatement,
  isTryStatement,
  type PropertyAccessExpression,
  type Statement as SourceStatement,
} from 'typescript/unstable/ast';
import { idOf } from './source-program.ts';
import {
  choiceKey,
  DeadEnd,
  openValue,
  type Pieces,
  type Reading,
  type Scope,
  textValue,
  UnreadableStatementError,
  type Value,
} from './values.ts';

export function createCalls({
  read,
  pick,
  byType,
  asText,
}: Reading): (node: CallExpression, scope: Scope, depth: number) => Value {
  function called(node: CallExpression, scope: Scope, depth: number): Value {
    const { expression } = node;
    const next = (inner: Expression) => read(inner, scope, depth + 1);
    if (isPropertyAccessExpression(expression)) {
      const method = expression.name.text;
      if (expression.expression.getText() === 'sql') return helper(node, method, next);
      if (expression.expression.getText() === 'Object') return ofObject(node, method, next);
      return ofValue(node, expression, scope, depth);
    }
    if (isIdentifier(expression) && expression.text === 'String')
      return textValue(asText(next(node.arguments[0]!), node.arguments[0]!));
    const callee = next(expression);
    return callee.kind === 'function'
      ? call(
          callee,
          node.arguments.map((one) => () => next(one)),
          depth,
        )
      : byType(node);
  }

  function ofObject(node: CallExpression, method: string, next: (inner: Expression) => Value): Value {
    const of = next(node.arguments[0]!);
    if (of.kind !== 'object') return byType(node);
    if (method === 'keys') return { kind: 'list', items: of.names.map((name) => () => textValue(name)) };
    const fieldOf = (name: string) => () => of.get(name) ?? openValue(node);
    if (method === 'values') return { kind: 'list', items: of.names.map(fieldOf) };
    if (method !== 'entries') return byType(node);
    const entry = (name: string) => (): Value => ({
      kind: 'list',
      items: [() => textValue(name), fieldOf(name)],
    });
    return { kind: 'list', items: of.names.map(entry) };
  }

  /** A method of a list, a text or one of the program's objects. */
  function ofValue(
    node: CallExpression,
    expression: PropertyAccessExpression,
    scope: Scope,
    depth: number,
  ): Value {
    const next = (inner: Expression) => read(inner, scope, depth + 1);
    const method = expression.name.text;
    const base = next(expression.expression);
    if (method === 'map' || method === 'flatMap') {
      const mapping = next(node.arguments[0]!);
      // An empty list is filled later.
      const items =
        base.kind === 'list' && base.items.length > 0 ? base.items : repeated(expression.expression);
      if (mapping.kind === 'function')
        return {
          kind: 'list',
          items: items.map(
            (item, index) => () => call(mapping, [item, () => textValue(String(index))], depth),
          ),
        };
    }
    if (method === 'join' && base.kind === 'list') {
      const between = node.arguments[0] ? asText(next(node.arguments[0]), node) : ',';
      return textValue(base.items.map((item) => asText(item(), node)).join(between));
    }
    if (base.kind === 'list' && ['filter', 'toSorted', 'concat'].includes(method)) return base;
    if (base.kind === 'text' && method in String.prototype) {
      const given = node.arguments.flatMap((one) => {
        if (isRegularExpressionLiteral(one)) return readRegExp(one.text);
        const value = next(one);
        return value.kind === 'text' ? value.text : [];
      });
      if (given.length === node.arguments.length)
        return textValue(
          String(
            (base.text as unknown as Record<string, (...given: unknown[]) => unknown>)[method]!(...given),
          ),
        );
    }
    if (base.kind === 'object') {
      const own = base.get(method);
      if (own?.kind === 'function')
        return call(
          own,
          node.arguments.map((one) => () => next(one)),
          depth,
        );
    }
    return byType(node);
  }

  /** A list that is known only at run time: with one element, and with two. */
  function repeated(node: Expression): (() => Value)[] {
    return Array.from({ length: pick(choiceKey(node), [1, 2]) }, () => () => openValue(node));
  }

  function asPieces(value: Value, node: Expression): Pieces {
    if (value.kind === 'sql') return value.pieces;
    throw new UnreadableStatementError(
      value.kind === 'open' ? value.node : node,
      'sql.join takes statements: sql`...`',
    );
  }

  function helper(node: CallExpression, name: string, next: (inner: Expression) => Value): Value {
    const [first, second] = node.arguments;
    const value = next(first!);
    if (name === 'raw') return { kind: 'sql', pieces: [asText(value, first!)] };
    if (name === 'identifier') return { kind: 'sql', pieces: [`"${asText(value, first!)}"`] };
    if (name !== 'join') return openValue(node);
    const parts = value.kind === 'list' ? value.items.map((item) => item()) : [value];
    const between = asPieces(next(second!), second!);
    return {
      kind: 'sql',
      pieces: parts.flatMap((part, index) => [...(index === 0 ? [] : between), ...asPieces(part, first!)]),
    };
  }

  function call(
    { declaration, scope }: Value & { kind: 'function' },
    given: readonly (() => Value)[],
    depth: number,
  ): Value {
    const inside = new Map(scope);
    for (const [index, parameter] of declaration.parameters.entries()) {
      const { initializer } = parameter;
      const value = given[index] ?? (initializer && (() => read(initializer, inside, depth + 1)));
      inside.set(idOf(parameter), () => value?.());
    }
    const { body } = declaration as { body?: Block | Expression };
    if (!body) return openValue(declaration);
    if (!isBlock(body)) return read(body, inside, depth + 1);
    return run(body.statements, inside, depth + 1) ?? openValue(declaration);
  }

  /** Evaluates the returned value of a function. */
  function run(statements: readonly SourceStatement[], scope: Scope, depth: number): Value | undefined {
    for (const one of statements) {
      if (isReturnStatement(one)) return one.expression ? read(one.expression, scope, depth) : openValue(one);
      if (isThrowStatement(one)) throw new DeadEnd();
      if (isTryStatement(one)) {
        const value = run(one.tryBlock.statements, scope, depth);
        if (value) return value;
      }
      if (isIfStatement(one)) {
        const branch = pick(choiceKey(one.expression), [one.thenStatement, one.elseStatement]);
        const value = branch && run(isBlock(branch) ? branch.statements : [branch], scope, depth);
        if (value) return value;
      }
      if (isSwitchStatement(one)) {
        const clause = pick(choiceKey(one.expression), one.caseBlock.clauses);
        const value = run(clause.statements, scope, depth);
        if (value) return value;
      }
    }
    return undefined;
  }

  return called;
}

function readRegExp(literal: string): RegExp {
  const end = literal.lastIndexOf('/');
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
}

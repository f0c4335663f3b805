/** @file Evaluates an expression that is part of a statement. */
import {
  type Expression,
  type FunctionLikeDeclaration,
  isArrayBindingPattern,
  isArrayLiteralExpression,
  isArrowFunction,
  isAsExpression,
  isAwaitExpression,
  isBinaryExpression,
  isBindingElement,
  isCallExpression,
  isConditionalExpression,
  isElementAccessExpression,
  isForOfStatement,
  isFunctionDeclaration,
  isFunctionExpression,
  isIdentifier,
  isNonNullExpression,
  isNoSubstitutionTemplateLiteral,
  isNumericLiteral,
  isObjectLiteralExpression,
  isParameterDeclaration,
  isParenthesizedExpression,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isSatisfiesExpression,
  isShorthandPropertyAssignment,
  isSpreadAssignment,
  isSpreadElement,
  isStringLiteral,
  isTaggedTemplateExpression,
  isTemplateExpression,
  isVariableDeclaration,
  isVariableDeclarationList,
  type Node,
  NodeFlags,
  type ParameterDeclaration,
  SyntaxKind,
  type TaggedTemplateExpression,
} from 'typescript/unstable/ast';
import { TypeFlags } from 'typescript/unstable/sync';
import { createCalls } from './evaluate-calls.ts';
import { idOf, type SourceProgram } from './source-program.ts';
import {
  choiceKey,
  isNumber,
  isStatement,
  literalsOf,
  mayBeStatement,
  openValue,
  type Pieces,
  type Scope,
  textValue,
  UnreadableStatementError,
  type Value,
} from './values.ts';

const deepest = 80;

/** Reads one variant of a statement, with one choice wherever there are several. */
export function createReading(
  program: SourceProgram,
  choose: (key: string, count: number) => number,
  /** Receives the statements that are values of other statements. */
  queries: Set<string>,
): (node: Expression) => Pieces {
  const pick = <One>(key: string, from: readonly One[]): One => from[choose(key, from.length)]!;

  function statement(node: Expression, scope: Scope, depth: number): Pieces {
    const value = read(node, scope, depth);
    if (value.kind === 'sql') return value.pieces;
    if (value.kind === 'text') return [value.text];
    throw new UnreadableStatementError(
      value.kind === 'open' ? value.node : node,
      'this part of a statement cannot be read: write it as sql`...`, a constant, or a function that returns one',
    );
  }

  function read(node: Expression, scope: Scope, depth: number): Value {
    if (depth > deepest) throw new UnreadableStatementError(node, 'this part of a statement calls itself');
    const next = (inner: Expression, within = scope) => read(inner, within, depth + 1);
    // Text that is known only at run time, with an example in the program: `name as 'products'`.
    if (isAsExpression(node) && literalsOf(program.typeOf(node)).length > 0) return byType(node);
    if (
      isParenthesizedExpression(node) ||
      isAsExpression(node) ||
      isSatisfiesExpression(node) ||
      isNonNullExpression(node) ||
      isAwaitExpression(node)
    )
      return next(node.expression);
    if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return textValue(node.text);
    if (isNumericLiteral(node)) return textValue(String(Number(node.text.replaceAll('_', ''))));
    if (isTemplateExpression(node))
      return textValue(
        node.head.text +
          node.templateSpans
            .map(({ expression, literal }) => asText(next(expression), expression) + literal.text)
            .join(''),
      );
    if (isTaggedTemplateExpression(node)) return tagged(node, scope, depth);
    if (isIdentifier(node)) return named(node, scope, depth);
    if (isConditionalExpression(node))
      return pick(choiceKey(node.condition), [() => next(node.whenTrue), () => next(node.whenFalse)])();
    if (isBinaryExpression(node)) return binary(node.left, node.operatorToken.kind, node.right, node, next);
    if (isCallExpression(node)) return called(node, scope, depth);
    if (isPropertyAccessExpression(node)) {
      const base = next(node.expression);
      return (base.kind === 'object' && base.get(node.name.text)) || byType(node);
    }
    if (isElementAccessExpression(node)) {
      const base = next(node.expression);
      const key = base.kind === 'object' || base.kind === 'list' ? next(node.argumentExpression) : undefined;
      if (base.kind === 'object' && key?.kind === 'text') return base.get(key.text) ?? byType(node);
      if (base.kind === 'object' && base.names.length > 0)
        return base.get(pick(choiceKey(node), base.names)) ?? byType(node);
      if (base.kind === 'list')
        return base.items.length > 0 ? pick(choiceKey(node), base.items)() : byType(node);
      return byType(node);
    }
    if (isArrayLiteralExpression(node))
      return {
        kind: 'list',
        items: node.elements.flatMap((element) => {
          if (!isSpreadElement(element)) return [() => next(element)];
          const spread = next(element.expression);
          return spread.kind === 'list' ? spread.items : [() => openValue(element.expression)];
        }),
      };
    if (isObjectLiteralExpression(node))
      return {
        kind: 'object',
        names: node.properties.flatMap((property) => {
          if (!isSpreadAssignment(property)) return property.name?.getText() ?? [];
          const spread = next(property.expression);
          return spread.kind === 'object' ? spread.names : [];
        }),
        get(name) {
          for (const property of node.properties.toReversed()) {
            if (isSpreadAssignment(property)) {
              const spread = next(property.expression);
              const inside = spread.kind === 'object' ? spread.get(name) : undefined;
              if (inside) return inside;
            } else if (property.name?.getText() === name) {
              if (isPropertyAssignment(property)) return next(property.initializer);
              if (isShorthandPropertyAssignment(property)) return shorthand(property, scope, depth + 1);
            }
          }
          return undefined;
        },
      };
    if (isArrowFunction(node) || isFunctionExpression(node))
      return { kind: 'function', declaration: node, scope };
    return byType(node);
  }

  function binary(
    left: Expression,
    operator: SyntaxKind,
    right: Expression,
    node: Expression,
    next: (inner: Expression) => Value,
  ): Value {
    if (operator === SyntaxKind.QuestionQuestionToken || operator === SyntaxKind.BarBarToken)
      return pick(choiceKey(left), [() => next(left), () => next(right)])();
    if (operator === SyntaxKind.PlusToken || operator === SyntaxKind.AsteriskToken) {
      const [one, other] = [next(left), next(right)];
      if (one.kind !== 'text' || other.kind !== 'text') return byType(node);
      const isNumber = (program.typeOf(node).flags & TypeFlags.NumberLike) !== 0;
      if (operator === SyntaxKind.AsteriskToken)
        return textValue(String(Number(one.text) * Number(other.text)));
      return textValue(isNumber ? String(Number(one.text) + Number(other.text)) : one.text + other.text);
    }
    return byType(node);
  }

  function tagged(node: TaggedTemplateExpression, scope: Scope, depth: number): Value {
    const { tag, template } = node;
    if (tag.getText() !== 'sql') return openValue(node);
    if (isNoSubstitutionTemplateLiteral(template)) return { kind: 'sql', pieces: [template.text] };
    if (!isTemplateExpression(template)) return openValue(node);
    const pieces: (string | null)[] = [template.head.text];
    for (const { expression, literal } of template.templateSpans) {
      if (isCallExpression(expression) && expression.expression.getText() === 'sql.queryText') {
        queries.add(asText(read(expression.arguments[0]!, scope, depth + 1), expression));
        pieces.push(null);
      } else if (!mayBeStatement(program.typeOf(expression))) pieces.push(null);
      else {
        const value = read(expression, scope, depth + 1);
        if (value.kind === 'sql') pieces.push(...value.pieces);
        else if (value.kind !== 'open' || !isStatement(program.typeOf(expression))) pieces.push(null);
        else pieces.push(...statement(expression, scope, depth + 1));
      }
      pieces.push(literal.text);
    }
    return { kind: 'sql', pieces };
  }

  function named(node: Expression, scope: Scope, depth: number): Value {
    const declaration = program.declarationOf(node);
    return (declaration && declared(declaration, scope, depth + 1)) ?? byType(node);
  }

  function shorthand(property: Node & { name: Node }, scope: Scope, depth: number): Value {
    const symbol = program.checker.getShorthandAssignmentValueSymbol(property);
    const declaration = symbol && program.resolve(symbol);
    return (declaration && declared(declaration, scope, depth)) ?? openValue(property);
  }

  /** Returns undefined if the value is known only at run time. */
  function declared(declaration: Node, scope: Scope, depth: number): Value | undefined {
    const known = scope.get(idOf(declaration));
    if (known) return known();
    if (isFunctionDeclaration(declaration)) return { kind: 'function', declaration, scope };
    if (isBindingElement(declaration)) {
      const pattern = declaration.parent;
      const whole = declared(pattern.parent, scope, depth + 1);
      if (whole?.kind === 'list' && isArrayBindingPattern(pattern))
        return whole.items[pattern.elements.findIndex((one) => idOf(one) === idOf(declaration))]?.();
      if (whole?.kind !== 'object') return undefined;
      const found = whole.get((declaration.propertyName ?? declaration.name!).getText());
      return found ?? (declaration.initializer && read(declaration.initializer, scope, depth + 1));
    }
    if (isParameterDeclaration(declaration)) return fromCaller(declaration, depth);
    if (!isVariableDeclaration(declaration)) return undefined;
    const list = declaration.parent;
    if (isVariableDeclarationList(list) && isForOfStatement(list.parent)) {
      const from = read(list.parent.expression, scope, depth + 1);
      return from.kind === 'list' && from.items.length > 0
        ? pick(choiceKey(declaration), from.items)()
        : undefined;
    }
    if (!declaration.initializer || !(list.flags & NodeFlags.Const)) return undefined;
    return read(declaration.initializer, scope, depth + 1);
  }

  /** Evaluates a parameter of a function by its callers' arguments. */
  function fromCaller(parameter: ParameterDeclaration, depth: number): Value | undefined {
    const declaration = parameter.parent as FunctionLikeDeclaration;
    const calls = program.callersOf(declaration);
    if (calls.length === 0) return undefined;
    const call = pick(`callers of ${idOf(declaration)}`, calls);
    const given = call.arguments[declaration.parameters.indexOf(parameter)];
    if (given) return read(given, new Map(), depth + 1);
    return parameter.initializer ? read(parameter.initializer, new Map(), depth + 1) : undefined;
  }

  /** Evaluates by the type alone: one of its literal texts, or a number. */
  function byType(node: Expression): Value {
    const type = program.typeOf(node);
    const texts = literalsOf(type);
    return texts.length > 0 ? textValue(pick(`type of ${choiceKey(node)}`, texts)) : openValue(node);
  }

  function asText(value: Value, node: Expression): string {
    if (value.kind === 'text') return value.text;
    if (value.kind === 'open' && isNumber(program.typeOf(node))) return '1';
    throw new UnreadableStatementError(
      value.kind === 'open' ? value.node : node,
      `the statement contains text that is known only at run time: pass it as a value (sql\`... \${value}\`), or type it as a union of the possible texts`,
    );
  }

  const called = createCalls({ read, pick, byType, asText });
  return (node) => statement(node, new Map(), 0);
}

/** @file Finds the statements that the sources run, with their variants and row types. */
import {
  type CallExpression,
  type Expression,
  isAwaitExpression,
  isExpressionStatement,
  isObjectBindingPattern,
  isObjectLiteralExpression,
  isParenthesizedExpression,
  isPropertyAssignment,
  isVariableDeclaration,
  type Node,
  type TypeNode,
} from 'typescript/unstable/ast';
import { type Type, TypeFlags } from 'typescript/unstable/sync';
import { readVariants } from './read-variants.ts';
import { placeOf, type SourceProgram } from './source-program.ts';
import { type Pieces, UnreadableStatementError } from './values.ts';

export interface FoundStatement {
  /** `file:line` */
  readonly place: string;
  readonly texts: readonly string[];
  /** `database.ts` returns timestamps as text, node-postgres alone as dates. */
  readonly driver: 'execute' | 'query';
  readonly rowType: Type | undefined;
  /** Whether the program reads the rows. */
  readonly usesRows: boolean;
}

export interface Found {
  readonly statements: readonly FoundStatement[];
  /** Sentences. */
  readonly complaints: readonly string[];
}

export function findStatements(program: SourceProgram): Found {
  const statements: FoundStatement[] = [];
  const complaints: string[] = [];
  const take = (call: CallExpression, driver: FoundStatement['driver'], text: Expression) => {
    const place = placeOf(call);
    try {
      const { pieces, queries } = readVariants(program, text);
      for (const rowType of rowTypesOf(program, call))
        statements.push({ place, driver, rowType, usesRows: usesRows(call), texts: pieces.map(numbered) });
      if (queries.size > 0)
        statements.push({ place, driver, rowType: undefined, usesRows: false, texts: [...queries] });
    } catch (error) {
      if (!(error instanceof UnreadableStatementError)) throw error;
      complaints.push(placeIn(error.message, place));
    }
  };
  for (const call of program.callsOf('execute')) {
    const [statement] = call.arguments;
    if (statement && program.typeOf(statement).getSymbol()?.name === 'Statement')
      take(call, 'execute', statement);
  }
  for (const call of program.callsOf('query')) {
    const text = textOfQuery(program, call);
    if (text) take(call, 'query', text);
  }
  return { statements, complaints };
}

const placeIn = (message: string, place: string): string =>
  message.startsWith(place) ? message : `${message} (of the statement at ${place})`;

/** Returns undefined for a stream or the like, which is a COPY. */
function textOfQuery(program: SourceProgram, { arguments: given }: CallExpression): Expression | undefined {
  const [first] = given;
  if (!first) return undefined;
  if (isObjectLiteralExpression(first)) {
    const text = first.properties.find(
      (property) => (property as { name?: Node }).name?.getText() === 'text',
    );
    return text && isPropertyAssignment(text) ? text.initializer : undefined;
  }
  return program.typeOf(first).flags & TypeFlags.StringLike ? first : undefined;
}

function usesRows(call: CallExpression): boolean {
  let node: Node = call.parent;
  while (isAwaitExpression(node) || isParenthesizedExpression(node)) node = node.parent;
  if (isExpressionStatement(node)) return false;
  if (!isVariableDeclaration(node) || !isObjectBindingPattern(node.name)) return true;
  return node.name.elements.some((element) => (element.propertyName ?? element.name)?.getText() === 'rows');
}

/** If the row type is a type parameter of the enclosing function, its callers decide. */
function rowTypesOf(program: SourceProgram, call: CallExpression): (Type | undefined)[] {
  const [node] = call.typeArguments ?? [];
  if (!node) return [undefined];
  const type = program.typeOf(node);
  if (!type.isTypeParameter()) return [type];
  const name = node.getText();
  for (let around: Node = call; around.parent; around = around.parent) {
    const { typeParameters } = around as { typeParameters?: readonly { name: Node }[] };
    const index = typeParameters?.findIndex((one) => one.name.getText() === name) ?? -1;
    if (index < 0) continue;
    const given = program
      .callersOf(around as Parameters<SourceProgram['callersOf']>[0])
      .map(({ typeArguments }) => typeArguments?.[index]);
    if (given.length === 0 || given.includes(undefined)) break;
    return given.map((one) => program.typeOf(one as TypeNode));
  }
  throw new UnreadableStatementError(
    call,
    `the row type ${name} cannot be read: its callers have to name it`,
  );
}

function numbered(pieces: Pieces): string {
  let count = 0;
  return pieces.map((piece) => piece ?? `$${++count}`).join('');
}

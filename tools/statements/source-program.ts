/** @file The sources as TypeScript parses them, with the queries that reading statements needs. */
import {
  type CallExpression,
  type FunctionLikeDeclaration,
  isCallExpression,
  isIdentifier,
  isPropertyAccessExpression,
  isVariableDeclaration,
  type Node,
} from 'typescript/unstable/ast';
import {
  API,
  type Checker,
  type Symbol as SourceSymbol,
  SymbolFlags,
  type Type,
} from 'typescript/unstable/sync';

export interface SourceProgram {
  readonly checker: Checker;
  /** Returns the calls of functions and methods with this name. */
  callsOf(name: string): readonly CallExpression[];
  /** Returns the declaration of a name. */
  declarationOf(name: Node): Node | undefined;
  resolve(symbol: SourceSymbol): Node | undefined;
  typeOf(node: Node): Type;
  /** Returns the calls by name of a function that is declared or a constant. */
  callersOf(declaration: FunctionLikeDeclaration): readonly CallExpression[];
  close(): void;
}

/** Parses the files that `tsconfig` names, and looks only at those that `isIncluded` accepts. */
export function openProgram({
  tsconfig,
  isIncluded,
}: {
  tsconfig: string;
  isIncluded: (file: string) => boolean;
}): SourceProgram {
  const api = new API();
  const [project] = api.updateSnapshot({ openProjects: [tsconfig] }).getProjects();
  if (!project) throw new Error(`TypeScript finds no project in ${tsconfig}.`);
  const { checker, program } = project;
  const calls = new Map<string, CallExpression[]>();
  const visit = (node: Node): undefined => {
    if (isCallExpression(node)) {
      const { expression } = node;
      const callee = isPropertyAccessExpression(expression) ? expression.name : expression;
      if (isIdentifier(callee)) calls.set(callee.text, [...(calls.get(callee.text) ?? []), node]);
    }
    node.forEachChild(visit);
  };
  for (const name of program.getSourceFileNames()) {
    const file = isIncluded(name) ? program.getSourceFile(name) : undefined;
    if (file) visit(file);
  }

  const declarations = new Map<Node, Node | undefined>();
  const resolve = (symbol: SourceSymbol): Node | undefined => {
    const origin = symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return (origin.valueDeclaration ?? origin.declarations[0])?.resolve(project);
  };
  const find = (name: Node): Node | undefined => {
    const symbol = checker.getSymbolAtLocation(name);
    return symbol && resolve(symbol);
  };
  const declarationOf = (name: Node) => {
    if (!declarations.has(name)) declarations.set(name, find(name));
    return declarations.get(name);
  };
  return {
    checker,
    callsOf: (name) => calls.get(name) ?? [],
    declarationOf,
    resolve,
    typeOf(node) {
      const type = checker.getTypeAtLocation(node);
      if (!type) throw new Error(`TypeScript knows no type at ${placeOf(node)}.`);
      return type;
    },
    callersOf(declaration) {
      const named = isVariableDeclaration(declaration.parent) ? declaration.parent : declaration;
      const name = (named as { name?: Node }).name;
      if (!name || !isIdentifier(name)) return [];
      const id = idOf(named);
      return (calls.get(name.text) ?? []).filter(({ expression }) => {
        const found = isIdentifier(expression) ? declarationOf(expression) : undefined;
        return found !== undefined && idOf(found) === id;
      });
    },
    close: () => api.close(),
  };
}

/** Returns the same id for the same piece of the same source. */
export const idOf = (node: Node): string =>
  `${node.getSourceFile().fileName}:${node.kind}:${node.pos}:${node.end}`;

export function placeOf(node: Node): string {
  const { fileName, text } = node.getSourceFile();
  return `${fileName}:${text.slice(0, node.getStart()).split('\n').length}`;
}

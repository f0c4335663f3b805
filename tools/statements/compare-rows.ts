/** @file Compares the described columns with the row types of the sources. */
import { type Checker, type Type, TypeFlags } from 'typescript/unstable/sync';
import type { DescribedColumn, Describer, PostgresType } from './describe-statement.ts';
import type { FoundStatement } from './find-statements.ts';

/** PostgreSQL types that node-postgres does not return as text. */
const numbers = ['int2', 'int4', 'oid', 'float4', 'float8'];
const moments = ['timestamptz', 'timestamp', 'date'];

interface Member {
  readonly name: string;
  readonly type: Type;
}

export type Compare = (
  found: Pick<FoundStatement, 'driver' | 'rowType' | 'usesRows'>,
  columns: readonly DescribedColumn[],
) => string[];

export function createComparison(checker: Checker, types: Describer['types']): Compare {
  /** A tuple is compared by position. */
  function membersOf(type: Type): { readonly members: readonly Member[]; readonly isTuple: boolean } {
    const isTuple = type.isTypeReference() && checker.isTupleType(type);
    if (isTuple && type.isTypeReference()) {
      const members = checker
        .getTypeArguments(type)
        .map((one, index) => ({ name: String(index), type: one }));
      return { members, isTuple };
    }
    const members = checker.getPropertiesOfType(type).map((symbol) => ({
      name: symbol.name,
      type: checker.getTypeOfSymbol(symbol)!,
    }));
    return { members, isTuple: false };
  }

  const parts = (type: Type): readonly Type[] => (type.isUnionType() ? type.getTypes() : [type]);
  const isNull = ({ flags }: Type) => (flags & TypeFlags.Null) !== 0;
  const isAnything = ({ flags }: Type) => (flags & TypeFlags.AnyOrUnknown) !== 0;
  const allowsNull = (type: Type): boolean => parts(type).some((part) => isNull(part) || isAnything(part));

  /** Returns undefined if the type fits, otherwise the type that would. */
  function misfit(
    type: Type,
    { name, element, labels }: PostgresType,
    driver: FoundStatement['driver'],
  ): string | undefined {
    if (isAnything(type)) return undefined;
    const given = parts(type).filter((part) => !isNull(part));
    if (given.length === 0) return undefined;
    const has = (mask: TypeFlags) => given.some(({ flags }) => (flags & mask) !== 0);
    if (name === 'json' || name === 'jsonb') return undefined;
    if (name === 'bool') return has(TypeFlags.BooleanLike) ? undefined : 'boolean';
    if (name === 'bytea')
      return given.some((part) => part.getSymbol()?.name === 'Buffer') ? undefined : 'Buffer';
    if (numbers.includes(name)) return has(TypeFlags.NumberLike) ? undefined : 'number';
    if (name.startsWith('_') && element !== undefined) {
      const of = types.get(element)!;
      const elements = given.flatMap((part) =>
        part.isTypeReference() ? checker.getTypeArguments(part) : [],
      );
      const wrong =
        elements.length === 0 ? 'them' : elements.map((one) => misfit(one, of, driver)).find(Boolean);
      return wrong && `an array of ${of.name}`;
    }
    if (driver === 'query' && moments.includes(name))
      return given.some((part) => part.getSymbol()?.name === 'Date') ? undefined : 'Date';
    if (labels.length > 0) {
      const texts = given.map((part) => (part.isStringLiteralType() ? part.value : undefined));
      const isWhole = texts.includes(undefined) || labels.every((label) => texts.includes(label));
      return has(TypeFlags.StringLike) && isWhole
        ? undefined
        : labels.map((label) => `'${label}'`).join(' | ');
    }
    return given.some((part) => checker.isTypeAssignableTo(part, checker.getStringType()))
      ? undefined
      : 'string';
  }

  return ({ driver, rowType, usesRows }, columns) => {
    if (rowType === undefined)
      return usesRows && columns.some(({ type }) => types.get(type)!.name !== 'void')
        ? ['its rows are used, and have no row type: name it']
        : [];
    const { members, isTuple } = membersOf(rowType);
    const complaints: string[] = [];
    const place = (index: number) => (isTuple ? String(index) : columns[index]!.name);
    const byName = new Map(columns.map((column, index) => [place(index), column]));
    if (byName.size < columns.length) complaints.push('two columns have one name');
    for (const { name, type } of members) {
      const column = byName.get(name);
      if (!column) {
        complaints.push(`“${name}” is in the row type and not in the rows`);
        continue;
      }
      const of = types.get(column.type)!;
      const expected = misfit(type, of, driver);
      if (expected !== undefined)
        complaints.push(`“${name}” is ${of.name}, which is ${expected}, not ${checker.typeToString(type)}`);
      if (column.mayBeNull && !allowsNull(type))
        complaints.push(
          `“${name}” may be null: say so in the row type, or exclude it (“${column.name} is not null”)`,
        );
    }
    const known = new Set(members.map(({ name }) => name));
    for (const name of byName.keys())
      if (!known.has(name)) complaints.push(`“${name}” is in the rows and not in the row type`);
    return complaints;
  };
}

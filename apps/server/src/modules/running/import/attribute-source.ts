/** @file Where a file has the values of an attribute: the part of a declaration that is needed to read rows. */
import { type Attribute, detailOf } from '../../catalogue/attributes/index.ts';
import type { NoteField } from './field-counts.ts';
import { isMissing, isNameless, readLine, readList, readOr } from './field-values.ts';
import { isScript } from './plain-text.ts';

export interface AttributeSource {
  readonly code: string;
  readonly sources: readonly { readonly name: string; readonly isDetail: boolean }[];
}

/** Values by code. An empty list means that the product has none; an attribute that the file does not mention is missing. */
export type AttributeValues = Record<string, string[]>;

export const attributeSourceOf = ({
  code,
  sources,
}: Pick<Attribute, 'code' | 'sources'>): AttributeSource => ({
  code,
  sources: sources.map((source) => ({
    name: detailOf(source) ?? source,
    isDetail: detailOf(source) !== undefined,
  })),
});

export const columnsOf = ({ sources }: AttributeSource): string[] =>
  sources.filter(({ isDetail }) => !isDetail).map(({ name }) => name);

const longestValue = 200;
const mostValues = 50;

/** Reads each attribute from its first source with a value. Attributes without such a source are left out. */
export function readAttributes(
  record: Readonly<Record<string, unknown>>,
  details: Readonly<Record<string, string>>,
  { attributes, note }: { attributes: readonly AttributeSource[]; note: NoteField },
): AttributeValues {
  const found: AttributeValues = {};
  for (const { code, sources } of attributes)
    for (const { name, isDetail } of sources) {
      const written = isDetail ? details[name] : record[name];
      if (isMissing(written)) continue;
      const values = readValues(written, { code, name: isDetail ? code : name, note });
      if (values.length === 0) continue;
      found[code] = values;
      break;
    }
  return found;
}

function readValues(
  written: unknown,
  { code, name, note }: { code: string; name: string; note: NoteField },
): string[] {
  const values = new Set<string>();
  for (const item of readOr(note, [], () => readList(written, name))) {
    const value = readName(item, name, note);
    const cleaned = value !== null && code === 'brand' ? cleanBrand(value) : value;
    if (cleaned !== null) values.add(cleaned);
  }
  if (values.size > mostValues) note(name, `has more than ${mostValues} values: the rest is left out`);
  return [...values].slice(0, mostValues);
}

/** Reads a text on one line, or null if there is none. */
export function readName(value: unknown, name: string, note: NoteField): string | null {
  const found = readOr(note, '', () => readLine(value, name, longestValue, note));
  if (found === '' || isNameless(found)) return null;
  if (!isScript(found)) return found;
  note(name, 'is a script: left out', found);
  return null;
}

/** Product pages write “by Acme”, “Brand: Acme” and “Visit the Acme Store”. */
function cleanBrand(written: string): string | null {
  const found = written
    .replace(/^(?:by\s+|(?:brand|marke|marque|marca)\s?:\s*)/i, '')
    .replace(/^visit the (.+) store$/i, '$1')
    .trim();
  return found === '' || isNameless(found) ? null : found;
}

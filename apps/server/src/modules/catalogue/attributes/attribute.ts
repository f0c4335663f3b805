/** @file Attributes describe and filter products. A shop declares its attributes; brand and colour are two of them. */

export interface Attribute {
  /** In addresses, files and the API: `heel-height`. */
  readonly code: string;
  /** For people: `Heel height`. */
  readonly label: string;
  /** How values are shown: as they are, with a dot of their colour, or in the order of sizes. */
  readonly kind: 'text' | 'color' | 'size';
  /**
   * Where an import finds the values: a column of the file, or `details.NAME` for a key of the product's details. The first source with
   * a value counts.
   */
  readonly sources: readonly string[];
  /** Whether lists can be filtered by it. */
  readonly isFacet: boolean;
}

/** Returns a sentence that says what is wrong with a declaration, or null if it is valid. */
export function refuseAttribute({ code, label, sources }: Attribute): string | null {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(code))
    return `The code must be a lower-case letter, then up to 39 lower-case letters, digits and dashes, but it is “${code}”.`;
  if (label.trim() === '' || label.length > 60)
    return `The label of ${code} must have 1 to 60 characters, but it is “${label}”.`;
  if (sources.length === 0 || sources.length > 20 || sources.some((source) => nameOf(source) === ''))
    return `${code} must name 1 to 20 sources: columns of files, or details.NAME.`;
  return null;
}

const inDetails = 'details.';

export const detailOf = (source: string): string | undefined =>
  source.startsWith(inDetails) ? source.slice(inDetails.length) : undefined;

const nameOf = (source: string): string => (detailOf(source) ?? source).trim();

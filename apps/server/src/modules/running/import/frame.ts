/** @file The columns of a file, and their use in each import. They are reported before the first row. */
import { type AttributeSource, columnsOf } from './attribute-source.ts';
import { productChangeColumns, productFields, productOnlyColumns } from './product-row.ts';
import { reviewFields } from './review-row.ts';
import type { SourceRecord } from './source.ts';
import { columnsAboutUsers, userFields } from './user-row.ts';

/** The fields that an import reads, each with the columns that may have it. The first column with a value counts. */
export type Fields = Readonly<Record<string, readonly string[]>>;

export type FrameKind = 'reviews' | 'meta' | 'users';

const fieldsOf = (attributes: readonly AttributeSource[]): Readonly<Record<FrameKind, Fields>> => ({
  reviews: { ...reviewFields, ...userFields },
  meta: {
    ...productFields,
    ...Object.fromEntries(attributes.map((attribute) => [attribute.code, columnsOf(attribute)])),
  },
  users: userFields,
});

/** An import needs a column for each of these fields. */
const needed: Readonly<Record<FrameKind, readonly string[]>> = {
  reviews: ['user', 'product', 'rating', 'time'],
  meta: ['product'],
  users: ['user'],
};

const holds: Readonly<Record<FrameKind, string>> = { reviews: 'reviews', meta: 'products', users: 'users' };
const kinds = Object.keys(holds) as FrameKind[];

/** Returns the columns that this import understands, and those that any import understands. */
export function knownColumns(kind: FrameKind, attributes: readonly AttributeSource[]) {
  const fields = fieldsOf(attributes);
  const columnsOfKind = (one: FrameKind): string[] => Object.values(fields[one]).flat();
  return {
    knownColumns: new Set(columnsOfKind(kind)) as ReadonlySet<string>,
    headerColumns: new Set(kinds.flatMap(columnsOfKind)) as ReadonlySet<string>,
  };
}

/** The most columns that are kept. JSON whose keys are data instead of columns may have as many keys as rows. */
const mostColumns = 500;

/** The columns of a file. Later lines of JSON may add columns. */
export class Frame {
  readonly #columns: Set<string>;
  readonly #isWhole: boolean;
  readonly #fields: Readonly<Record<FrameKind, Fields>>;
  readonly #attributes: readonly AttributeSource[];
  readonly #headerColumns: ReadonlySet<string>;
  #isTitleOfProduct = false;
  #isJoined = false;

  /** `isWhole`: later rows add no columns. `attributes`: the attributes that the shop has declared. */
  constructor(
    columns: readonly string[],
    { isWhole, attributes }: { isWhole: boolean; attributes: readonly AttributeSource[] },
  ) {
    this.#columns = new Set(columns);
    this.#isWhole = isWhole;
    this.#fields = fieldsOf(attributes);
    this.#attributes = attributes;
    this.#headerColumns = knownColumns('meta', attributes).headerColumns;
    this.#compare();
  }

  get size(): number {
    return this.#columns.size;
  }

  /** The columns in the order of the file. */
  get columns(): string[] {
    return [...this.#columns];
  }

  has(names: readonly string[]): boolean {
    return names.some((name) => this.#columns.has(name));
  }

  /** Returns the columns that no earlier row had. */
  learn(record: SourceRecord): string[] {
    if (this.#isWhole) return [];
    const found: string[] = [];
    for (const column in record) {
      if (this.#columns.has(column)) continue;
      if (this.#columns.size < mostColumns || this.#headerColumns.has(column)) {
        this.#columns.add(column);
        found.push(column);
      }
    }
    if (found.length > 0) this.#compare();
    return found;
  }

  /** Whether a column has product titles. Without one, the file can only change existing products. */
  get hasProductTitles(): boolean {
    return this.has(['product_title']) || (this.#isTitleOfProduct && this.has(['title']));
  }

  /** Whether the file names variants and their groups. In reviews, `asin` is the variant that the reviewer had. */
  get hasVariants(): boolean {
    return this.has(['asin']) && this.has(['parent_asin']) && !this.has(reviewFields.user);
  }

  /** Whether each row has a review and data of its product. */
  get isJoined(): boolean {
    return this.#isJoined;
  }

  /** Whether `title` is the product's, as in reviews joined with products. In reviews alone, it is the review's. */
  get isTitleOfProduct(): boolean {
    return this.#isTitleOfProduct;
  }

  #compare(): void {
    const hasReviews = this.has(reviewFields.user) && this.has(reviewFields.rating);
    this.#isJoined = hasReviews && this.has(productOnlyColumns);
    // Only the 2023 data calls a review's fields `title` and `text`. The 2018 data has `summary` and `reviewText`, so `title` is the product's.
    const isOf2023 = this.has(['text']) && !this.has(['summary', 'review_title']);
    this.#isTitleOfProduct = !hasReviews || (this.#isJoined && !isOf2023);
  }

  /** Returns the columns of a field that the import reads in this file. */
  columnsFor(kind: FrameKind, field: string): string[] {
    return (this.#fields[kind][field] ?? []).filter(
      (column) => this.#columns.has(column) && this.#whyUnread(kind, field, column) === null,
    );
  }

  /** Returns a sentence if the import cannot read this file. */
  refuse(kind: FrameKind): string | null {
    const missing = this.#missing(kind);
    if (missing.length === 0 || this.#columns.size === 0) return null;
    const other = kinds.find((one) => one !== kind && this.#missing(one).length === 0);
    if (other !== undefined)
      return `holds ${holds[other]}, not ${holds[kind]}: use "kindred import ${other}".`;
    // A later line of JSON may have the missing columns.
    if (!this.#isWhole && this.has(Object.values(this.#fields[kind]).flat())) return null;
    const spellings = missing.map(
      (field) => `${field} (${(this.#fields[kind][field] ?? [field]).join(', ')})`,
    );
    return `has no column for ${spellings.join(', ')}. Its columns are ${listed(this.columns)}.`;
  }

  describe(kind: FrameKind): ColumnReport {
    const report: ColumnReport = { read: [], ignored: [], readBy: [] };
    for (const column of this.#columns) {
      const use = this.#readingOf(kind, column);
      if (use !== null) report.read.push(use);
      else {
        const other = kinds.find(
          (one) => this.#missing(one).length === 0 && this.#readingOf(one, column) !== null,
        );
        if (other === undefined) report.ignored.push(column);
        else {
          const entry = report.readBy.find(({ kind: known }) => known === other);
          if (entry === undefined) report.readBy.push({ kind: other, columns: [column] });
          else entry.columns.push(column);
        }
      }
    }
    return report;
  }

  #readingOf(kind: FrameKind, column: string): ColumnUse | null {
    for (const [field, names] of Object.entries(this.#fields[kind])) {
      if (!names.includes(column) || this.#whyUnread(kind, field, column) !== null) continue;
      const before = this.columnsFor(kind, field).filter(
        (other) => names.indexOf(other) < names.indexOf(column),
      );
      return { column, as: field, ...(before.length > 0 && { whereEmpty: before }) };
    }
    return null;
  }

  #whyUnread(kind: FrameKind, field: string, column: string): string | null {
    const isTitle = field === 'title' && column === 'title';
    if (kind === 'reviews' && isTitle && this.#isTitleOfProduct) return 'it is the product’s';
    if (kind === 'meta' && isTitle && !this.#isTitleOfProduct) return 'it is the review’s';
    if (field === 'product' && column === 'product_id' && this.has(['parent_asin', 'asin']))
      return 'the ASIN names the product';
    if (field === 'number of ratings' && !this.has(['average_rating']))
      return 'it says nothing without a mean';
    return null;
  }

  #missing(kind: FrameKind): string[] {
    const missing = needed[kind].filter((field) => this.columnsFor(kind, field).length === 0);
    switch (kind) {
      case 'users':
        return this.has(columnsAboutUsers) ? missing : [...missing, 'anything about them'];
      case 'meta':
        return this.hasProductTitles ||
          this.has([...productChangeColumns, ...this.#attributes.flatMap(columnsOf)])
          ? missing
          : [...missing, 'title'];
      default:
        return missing;
    }
  }
}

export interface ColumnUse {
  column: string;
  as: string;
  /** The column counts in rows in which these columns are empty. */
  whereEmpty?: string[];
}

export interface ColumnReport {
  read: ColumnUse[];
  ignored: string[];
  /** Columns that another import reads. */
  readBy: Array<{ kind: FrameKind; columns: string[] }>;
}

/** `user_id -> user, asin -> product; ignored: foo`. */
export function describeColumns({ read, ignored, readBy }: ColumnReport): string {
  const uses = read.map(
    ({ column, as, whereEmpty }) =>
      `${named(column)} -> ${as}${whereEmpty === undefined ? '' : ` (where ${whereEmpty.map(named).join(' and ')} is empty)`}`,
  );
  return [
    uses.join(', ') || 'no column is read',
    ...(ignored.length > 0 ? [`ignored: ${listed(ignored)}`] : []),
    ...readBy.map(({ kind, columns }) => `ignored here, "import ${kind}" reads them: ${listed(columns)}`),
  ].join('; ');
}

/** The index of pandas is a column without a name. A name with control characters is quoted. */
function named(column: string): string {
  if (column === '') return '(no name)';
  const short = column.length > longestName ? `${column.slice(0, longestName)}...` : column;
  return /[\p{C}\p{Zl}\p{Zp}]/u.test(short) ? JSON.stringify(short.replace(/\p{C}/gu, '?')) : short;
}

function listed(columns: readonly string[]): string {
  const rest = columns.length - mostListed;
  return [...columns.slice(0, mostListed).map(named), ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}

const longestName = 60;
const mostListed = 40;

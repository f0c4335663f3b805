/** @file Counts by field and reason the values that were left out or altered, so that the import reports every loss. */
import { show } from './field-values.ts';

export interface FieldCount {
  field: string;
  /** The same text for the same reason, whatever the value. */
  reason: string;
  count: number;
  /** The first such value of the file. */
  example?: string;
}

/** Records that a row is imported without this value or with another. */
export type NoteField = (field: string, reason: string, value?: unknown) => void;

/** Counts the notes of one row after another. It drops the notes of a row that is rejected later. */
export class FieldCounter {
  readonly #counts = new Map<string, FieldCount>();
  #notes: Array<{ field: string; reason: string; value: unknown }> = [];

  readonly note: NoteField = (field, reason, value) => {
    this.#notes.push({ field, reason, value });
  };

  keep(): void {
    for (const { field, reason, value } of this.#notes) {
      const key = `${field}\0${reason}`;
      const found = this.#counts.get(key);
      if (found !== undefined) found.count++;
      else
        this.#counts.set(key, {
          field,
          reason,
          count: 1,
          ...(value !== undefined && { example: show(value) }),
        });
    }
    this.#notes = [];
  }

  forget(): void {
    this.#notes = [];
  }

  list(): FieldCount[] {
    return [...this.#counts.values()];
  }
}

/** Adds the counts up: sorted by field, the most frequent reason first. It keeps the earlier of two examples. */
export function addFieldCounts(...lists: ReadonlyArray<readonly FieldCount[]>): FieldCount[] {
  const sums = new Map<string, FieldCount>();
  for (const each of lists.flat()) {
    const key = `${each.field}\0${each.reason}`;
    const found = sums.get(key);
    if (found === undefined) sums.set(key, { ...each });
    else found.count += each.count;
  }
  return [...sums.values()].sort(
    (a, b) => compare(a.field, b.field) || b.count - a.count || compare(a.reason, b.reason),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

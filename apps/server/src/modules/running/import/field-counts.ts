/** @file What of a row's fields was left out or altered, counted by field and reason: nothing goes missing without a word. */
import { show } from './field-values.ts';

export interface FieldCount {
  field: string;
  /** The same words for the same reason, whatever the value. */
  reason: string;
  count: number;
  /** The first such value of the file. */
  example?: string;
}

/** Says that the row is imported without this value, or with another. */
export type NoteField = (field: string, reason: string, value?: unknown) => void;

/** Counts the notes of one row after another; those of a row that is rejected after all are forgotten. */
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

/** By field, the most frequent reason first. Of two examples the earlier. */
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

/** Compares a column that the database derives with the file's values for it. */
export interface DerivedColumn {
  column: string;
  compared: number;
  different: number;
  /** The first difference: `the review of P1 by U1 says 14, derived is 12`. */
  example: string | null;
}

export class DerivedColumns {
  readonly #columns = new Map<string, DerivedColumn>();

  constructor(...lists: ReadonlyArray<readonly DerivedColumn[]>) {
    for (const column of lists.flat()) this.#add(column);
  }

  compare(column: string, said: unknown, derived: unknown, where: string): void {
    const isDifferent = said !== derived;
    this.#add({
      column,
      compared: 1,
      different: isDifferent ? 1 : 0,
      example: isDifferent ? `${where} says ${said}, derived is ${derived}` : null,
    });
  }

  list(): DerivedColumn[] {
    return [...this.#columns.values()];
  }

  #add(more: DerivedColumn): void {
    const known = this.#columns.get(more.column);
    if (known === undefined) {
      this.#columns.set(more.column, { ...more });
      return;
    }
    known.compared += more.compared;
    known.different += more.different;
    known.example ??= more.example;
  }
}

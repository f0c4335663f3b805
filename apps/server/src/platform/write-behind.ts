/**
 * @file Stores rows after the answer was sent, several hundred per statement, so that a slow database does not delay shoppers. It reports
 * rows that cannot be stored, and never waits for them.
 */

export interface WriteBehind<Row> {
  write(rows: readonly Row[]): void;
  /** Stores the waiting rows. */
  close(): Promise<void>;
}

const flushMs = 100;
const mostWaiting = 50_000;

export function createWriteBehind<Row>({
  store,
  onLost,
}: {
  store: (rows: readonly Row[]) => Promise<unknown>;
  /** `error` is undefined if too many rows were already waiting. */
  onLost: (lost: number, error?: unknown) => void;
}): WriteBehind<Row> {
  let waiting: Row[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<unknown> = Promise.resolve();

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const rows = waiting;
    waiting = [];
    if (rows.length > 0)
      writing = writing.then(() => store(rows).catch((error: unknown) => onLost(rows.length, error)));
    await writing;
  }

  return {
    write(rows) {
      if (waiting.length + rows.length > mostWaiting) return onLost(rows.length);
      waiting.push(...rows);
      timer ??= setTimeout(() => void flush(), flushMs);
    },
    close: flush,
  };
}

/**
 * @file Rows that nobody waits for: stored some hundred a statement after the answer has gone out, so that a slow database costs no
 * shopper time. What cannot be stored is told, never waited for.
 */

export interface WriteBehind<Row> {
  write(rows: readonly Row[]): void;
  /** Stores what still waits. */
  close(): Promise<void>;
}

const flushMs = 100;
const mostWaiting = 50_000;

export function createWriteBehind<Row>({
  store,
  onLost,
}: {
  store: (rows: readonly Row[]) => Promise<unknown>;
  /** Left out `error`: too many wait already. */
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

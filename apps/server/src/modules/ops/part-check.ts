export interface PartState {
  readonly state: 'degraded' | 'down' | 'ok';
  readonly version?: string;
  readonly detail?: string;
}

const waitMs = 2_000;
const freshMs = 5_000;

/**
 * Looks whether a part works, at most once in five seconds and for two at the most, so that nobody who asks often asks the
 * part often. `inTrouble` says what a failure means: the shop sells without mail, not without a database.
 */
export function createPartCheck(
  check: () => Promise<string | undefined>,
  inTrouble: 'degraded' | 'down',
): () => Promise<PartState> {
  let last: { at: number; state: Promise<PartState> } | undefined;

  async function look(): Promise<PartState> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in ${waitMs} ms`)), waitMs);
    });
    try {
      const version = await Promise.race([check(), timeout]);
      return { state: 'ok', ...(version !== undefined && { version }) };
    } catch (error) {
      return { state: inTrouble, detail: error instanceof Error ? error.message : String(error) };
    } finally {
      clearTimeout(timer);
    }
  }

  return () => {
    if (!last || Date.now() - last.at > freshMs) last = { at: Date.now(), state: look() };
    return last.state;
  };
}

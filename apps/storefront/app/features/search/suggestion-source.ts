import type { Suggestion } from '@kindred/contracts';

type Ask = (text: string, signal: AbortSignal) => Promise<Suggestion[]>;

export interface Suggestions {
  /** The text that they belong to. */
  readonly text: string;
  readonly items: readonly Suggestion[];
}

const keptTexts = 50;

/** The pause after a key. With a shorter one, each letter of a word would be a request. */
const pauseMs = 120;

/**
 * Asks for suggestions while the shopper types: after a pause, one request at a time, and once per text. It shows only the answer for
 * the latest text, and the previous suggestions until then. After a failure it shows none.
 */
export function createSuggestionSource({
  ask,
  show,
}: {
  ask: Ask;
  show: (suggestions: Suggestions) => void;
}) {
  const kept = new Map<string, readonly Suggestion[]>();
  let current = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let request: AbortController | undefined;

  async function answer(text: string): Promise<void> {
    request = new AbortController();
    const { signal } = request;
    const items = await ask(text, signal).catch(() => undefined);
    if (signal.aborted) return;
    if (items) keep(text, items);
    show({ text, items: items ?? [] });
  }

  function keep(text: string, items: readonly Suggestion[]): void {
    kept.set(text, items);
    const [oldest] = kept.keys();
    if (kept.size > keptTexts && oldest !== undefined) kept.delete(oldest);
  }

  function stop(): void {
    clearTimeout(timer);
    request?.abort();
  }

  return {
    /** To be called with each change of the field. */
    type(typed: string): void {
      const text = typed.trim();
      if (text === current) return;
      current = text;
      stop();
      const known = text === '' ? [] : kept.get(text);
      if (known) show({ text, items: known });
      else timer = setTimeout(() => void answer(text), pauseMs);
    },
    /** Drops the request under way. */
    stop(): void {
      stop();
      current = '';
    },
  };
}

import type { Suggestion } from '@kindred/contracts';

type Ask = (text: string, signal: AbortSignal) => Promise<Suggestion[]>;

export interface Suggestions {
  /** What they were asked for. */
  readonly text: string;
  readonly items: readonly Suggestion[];
}

const keptTexts = 50;

/** What somebody waits for after a key: less, and each letter of a word is a request. */
const pauseMs = 120;

/**
 * Asks for suggestions as somebody types: after a pause, one request at a time, each text once. What comes in is of the text that
 * was typed last; until then, what was shown stays. A failure is no suggestions.
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
    /** Tells what the field says now. */
    type(typed: string): void {
      const text = typed.trim();
      if (text === current) return;
      current = text;
      stop();
      const known = text === '' ? [] : kept.get(text);
      if (known) show({ text, items: known });
      else timer = setTimeout(() => void answer(text), pauseMs);
    },
    /** What is on its way is no longer of use. */
    stop(): void {
      stop();
      current = '';
    },
  };
}

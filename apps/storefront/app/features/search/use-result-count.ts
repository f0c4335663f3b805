import { createClientOf } from '@kindred/client';
import { searchMethods } from '@kindred/client/methods/search';
import { useEffect, useState } from 'react';

const api = createClientOf(searchMethods, { baseUrl: '', tokens: null, retries: 0 });

/** After the suggestions, which must not wait for it. */
const pauseMs = 300;

/** How many products a search for the text finds. Undefined until the shop has answered, and for no text. */
export function useResultCount(text: string): number | undefined {
  const [counted, setCounted] = useState<{ text: string; total: number }>();
  const isKnown = counted?.text === text;

  useEffect(() => {
    if (text === '' || isKnown) return;
    const request = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await api
        .with({ signal: request.signal })
        .searchCount({ q: text })
        .catch(() => undefined);
      if (answer && !request.signal.aborted) setCounted({ text, total: answer.total });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [text, isKnown]);

  return isKnown ? counted.total : undefined;
}

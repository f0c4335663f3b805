import { createApiClient } from '@kindred/contracts/client';
import { useEffect, useState } from 'react';
import { createSuggestionSource, type Suggestions } from './suggestion-source.ts';

const api = createApiClient((path, init) => fetch(path, init));
const limit = 8;
const none: Suggestions = { text: '', items: [] };

/** Suggestions for what somebody types, from the browser. */
export function useSuggestions() {
  const [suggestions, setSuggestions] = useState(none);
  const [source] = useState(() =>
    createSuggestionSource({
      ask: async (q, signal) => (await api.suggestions({ q, limit }, { signal })).items,
      show: setSuggestions,
    }),
  );
  useEffect(() => () => source.stop(), [source]);
  return {
    suggestions,
    onType: source.type,
    clear() {
      source.stop();
      setSuggestions(none);
    },
  };
}

import { createClientOf } from '@kindred/client';
import { searchMethods } from '@kindred/client/methods/search';
import { useEffect, useState } from 'react';
import { createSuggestionSource, type Suggestions } from './suggestion-source.ts';

const api = createClientOf(searchMethods, { baseUrl: '', tokens: null, retries: 0 });
const limit = 8;
const none: Suggestions = { text: '', items: [] };

/** Suggestions while the shopper types, requested by the browser. */
export function useSuggestions() {
  const [suggestions, setSuggestions] = useState(none);
  const [source] = useState(() =>
    createSuggestionSource({
      ask: async (q, signal) => (await api.with({ signal }).suggestions({ q, limit })).items,
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

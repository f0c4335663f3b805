import { Combobox, SearchIcon } from '@kindred/ui';
import { useEffect, useRef, useState } from 'react';
import { Form, useLocation, useSearchParams } from 'react-router';
import { recentGroups, suggestionGroups } from './suggestion-groups.tsx';
import { useRecentSearches } from './use-recent-searches.ts';
import { useResultCount } from './use-result-count.ts';
import { useSearchScope } from './use-search-scope.ts';
import { useSuggestions } from './use-suggestions.ts';

/** The shop's search field. On phones its suggestions are as wide as the nearest positioned ancestor. */
export function SearchForm({ id }: { id: string }) {
  const field = useRef<HTMLInputElement>(null);
  const { key: visit, pathname } = useLocation();
  const [search] = useSearchParams();
  const query = search.get('q') ?? '';
  const { suggestions, onType, clear } = useSuggestions();
  const [isBlank, setIsBlank] = useState(false);
  const recent = useRecentSearches(pathname === '/search' ? query : '');
  const total = useResultCount(suggestions.items.length > 0 ? suggestions.text : '');
  const scope = useSearchScope();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page discards text that was typed but not searched for.
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = query;
  }, [query, visit]);

  /** The list is the recent searches until the shopper types. */
  const follow = (text: string) => {
    const isEmpty = text.trim() === '';
    if (isEmpty) recent.look();
    setIsBlank(isEmpty);
    onType(text);
  };

  /** Takes the focus off the field, so that it follows the address again and a phone hides its keyboard. */
  const leave = () => {
    clear();
    field.current?.blur();
  };

  return (
    <Form
      action="/search"
      role="search"
      viewTransition
      onSubmit={leave}
      className="grid w-full items-center md:relative"
    >
      <Combobox
        id={id}
        label="Search products"
        listLabel="Suggestions"
        groups={isBlank ? recentGroups(recent) : suggestionGroups(suggestions, { scope, total })}
        onType={follow}
        onChoose={leave}
        fieldRef={field}
        field={{
          type: 'search',
          name: 'q',
          maxLength: 200,
          enterKeyHint: 'search',
          defaultValue: query,
          placeholder: 'Search for anything',
          className:
            'col-start-1 row-start-1 h-11 w-full rounded-full border border-transparent bg-surface pr-11 pl-4 text-ellipsis md:pr-12 md:pl-5 text-base transition-colors placeholder:text-ink-muted hover:border-line focus:border-ink focus:bg-paper focus:outline-none md:text-sm [&::-webkit-search-cancel-button]:hidden',
        }}
        listClassName="absolute inset-x-0 top-full z-40 max-h-[calc(100dvh-9rem)] border-line border-y md:mt-2 md:rounded-lg md:border"
      />
      <button
        type="submit"
        aria-label="Search"
        className="col-start-1 row-start-1 mr-0.5 grid size-10 place-items-center justify-self-end rounded-full hover:bg-surface-strong"
      >
        <SearchIcon size={18} aria-hidden="true" />
      </button>
    </Form>
  );
}

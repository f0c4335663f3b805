import { SearchIcon } from '@kindred/ui';
import { useEffect, useRef } from 'react';
import { Form, useSearchParams } from 'react-router';

export function SearchForm({ id }: { id: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [search] = useSearchParams();
  const query = search.get('q') ?? '';

  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = query;
  }, [query]);

  return (
    <Form action="/search" role="search" viewTransition className="relative w-full">
      <label htmlFor={id} className="sr-only">
        Search products
      </label>
      <input
        ref={field}
        id={id}
        type="search"
        name="q"
        maxLength={200}
        enterKeyHint="search"
        autoComplete="off"
        defaultValue={query}
        placeholder="Search for anything"
        className="h-11 w-full rounded-full border border-transparent bg-surface pr-12 pl-5 text-base transition-colors placeholder:text-ink-muted hover:border-line focus:border-ink focus:bg-paper focus:outline-none md:text-sm [&::-webkit-search-cancel-button]:hidden"
      />
      <button
        type="submit"
        aria-label="Search"
        className="absolute top-0.5 right-0.5 grid size-10 place-items-center rounded-full hover:bg-surface-strong"
      >
        <SearchIcon size={18} aria-hidden="true" />
      </button>
    </Form>
  );
}

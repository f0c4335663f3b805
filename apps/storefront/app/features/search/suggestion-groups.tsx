import type { Suggestion } from '@kindred/contracts';
import { ClockIcon, type ComboboxGroup, MarkedText, Picture, Price, SearchIcon } from '@kindred/ui';
import type { ReactNode } from 'react';
import { countOf } from '../../shared/in-words.ts';
import { moneyOf } from '../catalog/product-card-props.tsx';
import { suggestionHref } from './suggestion-href.ts';
import type { Suggestions } from './suggestion-source.ts';
import type { SearchScope } from './use-search-scope.ts';

const titles: Record<Suggestion['kind'], string> = {
  query: 'Searches',
  category: 'Categories',
  brand: 'Brands',
  product: 'Products',
};

interface Around {
  /** The department whose products are on the page. */
  readonly scope: SearchScope | undefined;
  /** How many products the text finds, once that is known. */
  readonly total: number | undefined;
}

/** A search in the department, the suggestions by kind, and a link to all results at the end. */
export function suggestionGroups({ text, items }: Suggestions, { scope, total }: Around): ComboboxGroup[] {
  if (items.length === 0) return [];
  const all = searchHref(text);
  const here = scope && `${all}&${new URLSearchParams({ category: scope.slug })}`;
  return [
    ...(here
      ? [
          {
            title: 'In this department',
            options: [{ key: here, href: here, content: <SearchRow text={`“${text}”`} scope={scope} /> }],
          },
        ]
      : []),
    ...groupsOf(items),
    {
      title: 'All results',
      options: [{ key: `all ${all}`, href: all, content: <AllResults text={text} total={total} /> }],
    },
  ];
}

interface Recent {
  readonly texts: readonly string[];
  remove(text: string): void;
  clear(): void;
}

/** What the shopper searched for before, each with a button that removes it, and an option that removes all. */
export function recentGroups({ texts, remove, clear }: Recent): ComboboxGroup[] {
  if (texts.length === 0) return [];
  return [
    {
      title: 'Recent searches',
      options: [
        ...texts.map((text) => ({
          key: text,
          href: searchHref(text),
          content: <SearchRow text={text} isRecent />,
          onRemove: () => remove(text),
        })),
        { key: 'clear', onPick: clear, content: <span className="underline">Clear recent searches</span> },
      ],
    },
  ];
}

const searchHref = (text: string) => `/search?${new URLSearchParams({ q: text })}`;

function groupsOf(items: readonly Suggestion[]): ComboboxGroup[] {
  return (Object.keys(titles) as Suggestion['kind'][])
    .map((kind) => ({
      title: titles[kind],
      options: items
        .filter((item) => item.kind === kind)
        .map((item) => ({ href: suggestionHref(item), content: <SuggestionRow item={item} /> }))
        .map((option) => ({ ...option, key: option.href })),
    }))
    .filter(({ options }) => options.length > 0);
}

function SuggestionRow({ item }: { item: Suggestion }) {
  const text = (
    <MarkedText
      text={item.text}
      ranges={item.matches}
      markClassName="bg-transparent font-semibold text-inherit"
    />
  );
  if (item.kind === 'product')
    return (
      <span className="flex w-full items-center gap-3 py-1.5">
        <span className="size-12 shrink-0 overflow-hidden rounded-sm bg-surface">
          <Picture src={item.product.image_url} alt="" sizes="48px" maxWidth={160} />
        </span>
        <span className="line-clamp-2 min-w-0 grow [overflow-wrap:anywhere]">{text}</span>
        <span className="shrink-0 pl-2">
          <Price price={moneyOf(item.product.price)} />
        </span>
      </span>
    );
  if (item.kind === 'query') return <SearchRow text={text} />;
  return (
    <span className="flex w-full items-center gap-3">
      <span className="min-w-0 truncate">{text}</span>
      {item.kind === 'category' && item.parent_name !== null && (
        <span className="shrink-0 text-ink-muted text-sm">in {item.parent_name}</span>
      )}
    </span>
  );
}

function SearchRow({
  text,
  scope,
  isRecent = false,
}: {
  text: ReactNode;
  scope?: SearchScope | undefined;
  isRecent?: boolean;
}) {
  const Icon = isRecent ? ClockIcon : SearchIcon;
  return (
    <span className="flex w-full items-center gap-3">
      <Icon size={16} aria-hidden="true" className="shrink-0 text-ink-muted" />
      <span className="min-w-0 truncate">{text}</span>
      {scope && <span className="shrink-0 text-ink-muted text-sm">in {scope.name}</span>}
    </span>
  );
}

function AllResults({ text, total }: { text: string; total: number | undefined }) {
  return (
    <span className="flex w-full items-center gap-3 font-medium">
      <span className="min-w-0 truncate">
        {total ? `See all ${countOf(total, 'result')}` : 'See all results'} for “{text}”
      </span>
    </span>
  );
}

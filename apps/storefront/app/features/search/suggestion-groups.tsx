import type { Suggestion } from '@kindred/contracts';
import { type ComboboxGroup, MarkedText, Picture, Price, SearchIcon } from '@kindred/ui';
import { moneyOf } from '../catalog/product-card-props.tsx';
import { suggestionHref } from './suggestion-href.ts';
import type { Suggestions } from './suggestion-source.ts';

const titles: Record<Suggestion['kind'], string> = {
  query: 'Searches',
  category: 'Categories',
  brand: 'Brands',
  product: 'Products',
};

/** The suggestions by kind, and a link to all results at the end. */
export function suggestionGroups({ text, items }: Suggestions): ComboboxGroup[] {
  if (items.length === 0) return [];
  const all = `/search?${new URLSearchParams({ q: text })}`;
  return [
    ...groupsOf(items),
    {
      title: 'All results',
      options: [{ key: `all ${all}`, href: all, content: <AllResults text={text} /> }],
    },
  ];
}

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
  return (
    <span className="flex w-full items-center gap-3">
      {item.kind === 'query' && (
        <SearchIcon size={16} aria-hidden="true" className="shrink-0 text-ink-muted" />
      )}
      <span className="min-w-0 truncate">{text}</span>
      {item.kind === 'category' && item.parent_name !== null && (
        <span className="shrink-0 text-ink-muted text-sm">in {item.parent_name}</span>
      )}
    </span>
  );
}

const AllResults = ({ text }: { text: string }) => (
  <span className="flex w-full items-center gap-3 font-medium">
    <span className="min-w-0 truncate">See all results for “{text}”</span>
  </span>
);

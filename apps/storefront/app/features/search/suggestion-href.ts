import type { Suggestion } from '@kindred/contracts';
import { brandPath, categoryPath, productPath } from '../../shared/paths.ts';

export function suggestionHref(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case 'query':
      return `/search?${new URLSearchParams({ q: suggestion.text })}`;
    case 'category':
      return categoryPath(suggestion.slug);
    case 'brand':
      return brandPath(suggestion.text);
    case 'product':
      return productPath(suggestion.product);
  }
  suggestion satisfies never;
}

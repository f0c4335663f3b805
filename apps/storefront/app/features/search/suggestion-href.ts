import type { Suggestion } from '@kindred/contracts';
import { categoryPath, productPath } from '../../shared/paths.ts';

export function suggestionHref(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case 'query':
      return `/search?${new URLSearchParams({ q: suggestion.text })}`;
    case 'category':
      return categoryPath(suggestion.slug);
    case 'brand':
      return `/search?${new URLSearchParams({ brand: suggestion.text })}`;
    case 'product':
      return productPath(suggestion.product);
  }
  suggestion satisfies never;
}

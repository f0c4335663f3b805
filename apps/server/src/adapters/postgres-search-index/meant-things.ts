import type { CategoryTree } from '../catalog-in-memory/category-tree.ts';
import type { Names } from '../search-reading/find-text.ts';
import { namedCategories } from '../search-reading/named-categories.ts';
import type { Vocabulary } from '../search-reading/vocabulary.ts';
import { traits } from './text-match-repository.ts';

/** Says which products are what a text names, instead of only containing its words. */
export interface Meant {
  /** By number of a category: 2 if it has such a name itself, 1 if a category above it does. */
  readonly levels: Uint8Array;
  /** True for every product if no category has such a name. @param has the product's `traits` */
  readonly isMeant: (has: number, categoryId: number) => boolean;
}

const kept = new WeakMap<Names, { meant: Meant; tree: CategoryTree; vocabulary: Vocabulary }>();

export function readMeant(names: Names, tree: CategoryTree, vocabulary: Vocabulary): Meant {
  const known = kept.get(names);
  if (known?.tree === tree && known.vocabulary === vocabulary) return known.meant;
  const meant = readAnew(names, tree, vocabulary);
  kept.set(names, { meant, tree, vocabulary });
  return meant;
}

function readAnew(names: Names, tree: CategoryTree, vocabulary: Vocabulary): Meant {
  const levels = new Uint8Array(tree.size);
  const named = namedCategories(names, tree.all, vocabulary);
  if (named.length === 0) return { levels, isMeant: () => true };
  /** Categories that hold only the thing. */
  const areThings = new Uint8Array(tree.size);
  for (const { categoryId, isOneThing, isExact } of named) {
    if (isOneThing) areThings[categoryId] = 1;
    tree.below(categoryId).forEach((isBelow, id) => {
      if (!isBelow) return;
      levels[id] = Math.max(levels[id]!, id === categoryId ? 2 : 1);
      if (isOneThing && isExact) areThings[id] = 1;
    });
  }
  const isExact = named[0]!.isExact;
  return {
    levels,
    isMeant: (has, categoryId) =>
      areThings[categoryId] === 1 ||
      ((has & traits.isInTitle) > 0 && ((!isExact && (has & traits.isName) > 0) || levels[categoryId]! > 0)),
  };
}

import { useCallback, useSyncExternalStore } from 'react';
import { type CompareList, emptyList, hasProduct, parseList } from './compare-list.ts';

const key = 'kindred.compare';

let current: CompareList | undefined;
const listeners = new Set<() => void>();

export function comparedList(): CompareList {
  current ??= parseList(stored());
  return current;
}

/** Keeps the list for all pages of this browser. */
export function keepCompared(list: CompareList): void {
  current = list;
  try {
    if (list.products.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(list));
  } catch {
    // A browser that stores nothing keeps the list until the page is left.
  }
  for (const listener of listeners) listener();
}

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function readAgain({ key: changed }: StorageEvent): void {
  if (changed !== key && changed !== null) return;
  current = undefined;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('storage', readAgain);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('storage', readAgain);
  };
}

/** Empty on the server, and during hydration. */
export function useCompared(): CompareList {
  return useSyncExternalStore(subscribe, comparedList, () => emptyList);
}

/** Renders again only if the answer changes, because a list has many boxes. */
export function useIsCompared(productId: number): boolean {
  const read = useCallback(() => hasProduct(comparedList(), productId), [productId]);
  return useSyncExternalStore(subscribe, read, () => false);
}

export interface CategoryRow {
  readonly categoryId: number;
  readonly parentId: number | null;
  readonly slug: string;
  readonly name: string;
}

/** The categories at the time of one reading. */
export interface CategoryTree {
  readonly all: readonly CategoryRow[];
  find(slug: string): CategoryRow | undefined;
  get(categoryId: number): CategoryRow | undefined;
  /** Returns the departments for undefined. */
  childrenOf(categoryId: number | undefined): readonly CategoryRow[];
  /** By number of a category: 1 if it is this category or is below it. */
  below(categoryId: number): Uint8Array;
  /** One more than the highest number. */
  readonly size: number;
}

export function createCategoryTree(rows: readonly CategoryRow[]): CategoryTree {
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  const byId = new Map(rows.map((row) => [row.categoryId, row]));
  const children = Map.groupBy(rows, (row) => row.parentId ?? 0);
  const size = rows.reduce((most, { categoryId }) => Math.max(most, categoryId), 0) + 1;
  return {
    all: rows,
    size,
    find: (slug) => bySlug.get(slug),
    get: (categoryId) => byId.get(categoryId),
    childrenOf: (categoryId) => children.get(categoryId ?? 0) ?? [],
    below(categoryId) {
      const isBelow = new Uint8Array(size);
      const waiting = [categoryId];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (isBelow[next]) continue;
        isBelow[next] = 1;
        for (const child of children.get(next) ?? []) waiting.push(child.categoryId);
      }
      return isBelow;
    },
  };
}

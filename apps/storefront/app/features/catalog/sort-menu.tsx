import type { ProductList } from '@kindred/contracts';
import { Button, ChevronDownIcon } from '@kindred/ui';
import { defaultSort, type ListingState, sortLabels, sortsOf } from './listing-state.ts';

/** A field of the filters' form, although it stands outside it on the page. */
export function SortMenu({
  state,
  list,
  formId,
}: {
  state: ListingState;
  list: Pick<ProductList, 'can_personalise'>;
  formId: string;
}) {
  const chosen = state.sort ?? defaultSort(state);
  // The default comes first: the form falls back to its first option.
  const offered = sortsOf(state, { canPersonalise: list.can_personalise });
  const sorts = [defaultSort(state), ...offered.filter((sort) => sort !== defaultSort(state))];
  return (
    <div className="flex items-center gap-2">
      <label className="relative flex items-center">
        <span className="sr-only">Sort by</span>
        <select
          key={defaultSort(state)}
          form={formId}
          name="sort"
          defaultValue={chosen}
          onChange={({ currentTarget }) => currentTarget.form?.requestSubmit()}
          className="min-h-11 cursor-pointer appearance-none rounded-full border border-line-strong bg-paper pr-10 pl-5 font-medium text-sm transition-colors hover:border-ink"
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {sortLabels[sort]}
            </option>
          ))}
        </select>
        <ChevronDownIcon size={16} aria-hidden="true" className="pointer-events-none absolute right-4" />
      </label>
      <Button type="submit" form={formId} variant="quiet" className="scripted:hidden">
        Sort
      </Button>
    </div>
  );
}

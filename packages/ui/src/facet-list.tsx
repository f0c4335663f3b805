import type { ReactNode } from 'react';
import { ChevronDownIcon } from './icons.tsx';

export interface FacetOption {
  value: string;
  label: string;
  count: number;
  /** Before the label: a colour, stars. */
  mark?: ReactNode;
}

/** A group of filter controls that folds away. */
export function FilterGroup({
  title,
  children,
  isOpen = true,
}: {
  title: string;
  children: ReactNode;
  isOpen?: boolean;
}) {
  return (
    <details open={isOpen} className="group/filter border-line border-t py-1 last:border-b">
      <summary className="flex min-h-11 list-none items-center justify-between font-medium text-sm [&::-webkit-details-marker]:hidden">
        {title}
        <ChevronDownIcon
          size={16}
          aria-hidden="true"
          className="text-ink-muted transition-transform group-open/filter:rotate-180"
        />
      </summary>
      <div className="pb-4">{children}</div>
    </details>
  );
}

interface FacetListProps {
  title: string;
  name: string;
  options: FacetOption[];
  selected: readonly string[];
  isOpen?: boolean;
  /** Further options are behind “Show all”. */
  visibleCount?: number;
}

/** A choice of several: one checkbox per value, with the number of products that it would show. */
export function FacetList({ title, name, options, selected, isOpen, visibleCount = 6 }: FacetListProps) {
  if (options.length === 0) return null;
  // Chosen values stay visible, whatever their counts.
  const first = options.filter((option, index) => index < visibleCount || selected.includes(option.value));
  const rest = options.filter((option) => !first.includes(option));
  const row = (option: FacetOption) => (
    <FacetRow
      key={option.value}
      type="checkbox"
      name={name}
      option={option}
      isChecked={selected.includes(option.value)}
    />
  );
  return (
    <FilterGroup title={title} isOpen={isOpen ?? true}>
      <fieldset>
        <legend className="sr-only">{title}</legend>
        {first.map(row)}
        {rest.length > 0 && (
          <details className="group/rest">
            <summary className="flex min-h-11 list-none items-center text-ink-muted lg:min-h-9 text-sm underline decoration-line-strong underline-offset-4 group-open/rest:hidden [&::-webkit-details-marker]:hidden">
              Show {rest.length} more
            </summary>
            {rest.map(row)}
          </details>
        )}
      </fieldset>
    </FilterGroup>
  );
}

interface FacetChoiceProps {
  title: string;
  name: string;
  options: FacetOption[];
  selected: string | undefined;
  /** The choice that filters nothing. */
  anyLabel: string;
}

/** A choice of one. */
export function FacetChoice({ title, name, options, selected, anyLabel }: FacetChoiceProps) {
  if (options.length === 0) return null;
  return (
    <FilterGroup title={title}>
      <fieldset>
        <legend className="sr-only">{title}</legend>
        <FacetRow
          type="radio"
          name={name}
          option={{ value: '', label: anyLabel, count: -1 }}
          isChecked={selected === undefined}
        />
        {options.map((option) => (
          <FacetRow
            key={option.value}
            type="radio"
            name={name}
            option={option}
            isChecked={selected === option.value}
          />
        ))}
      </fieldset>
    </FilterGroup>
  );
}

interface FacetRowProps {
  type: 'checkbox' | 'radio';
  name: string;
  option: FacetOption;
  isChecked: boolean;
}

/** A negative count is not shown. */
export function FacetRow({ type, name, option, isChecked }: FacetRowProps) {
  return (
    <label className="flex min-h-11 items-center gap-2.5 rounded-sm lg:min-h-9 text-sm hover:text-accent">
      <input
        type={type}
        name={name}
        value={option.value}
        defaultChecked={isChecked}
        className="size-4 shrink-0"
      />
      {option.mark}
      <span className="min-w-0 truncate" title={option.label}>
        {option.label}
      </span>
      {option.count >= 0 && (
        <span className="ml-auto pl-2 text-ink-muted text-xs tabular-nums">
          {option.count.toLocaleString('en-US')}
        </span>
      )}
    </label>
  );
}

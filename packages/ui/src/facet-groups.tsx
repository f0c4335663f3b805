import { type FacetOption, FacetRow, FilterGroup } from './facet-list.tsx';
import { ChevronDownIcon } from './icons.tsx';

interface FacetGroupsProps {
  title: string;
  name: string;
  groups: readonly FacetGroup[];
  selected: readonly string[];
}

interface FacetGroup {
  option: FacetOption;
  /** Finer choices, which unfold below it. */
  inside: { label: string; name: string; options: readonly FacetOption[]; selected: readonly string[] };
}

/** A choice of several, in two levels. The browser unfolds the second one, without a script. */
export function FacetGroups({ title, name, groups, selected }: FacetGroupsProps) {
  if (groups.length === 0) return null;
  return (
    <FilterGroup title={title}>
      <fieldset>
        <legend className="sr-only">{title}</legend>
        {groups.map(({ option, inside }) => {
          const isChosen = selected.includes(option.value);
          const isOpen = inside.options.some(({ value }) => inside.selected.includes(value));
          return (
            <div key={option.value} className="relative">
              <div className="pr-10">
                <FacetRow type="checkbox" name={name} option={option} isChecked={isChosen} />
              </div>
              {inside.options.length > 1 && (
                <details open={isOpen || isChosen} className="group/shades">
                  <summary className="absolute top-0 right-0 grid h-11 w-9 list-none place-items-center rounded-sm text-ink-muted hover:text-ink lg:h-9 [&::-webkit-details-marker]:hidden">
                    <span className="sr-only">{inside.label}</span>
                    <ChevronDownIcon
                      size={14}
                      aria-hidden="true"
                      className="transition-transform group-open/shades:rotate-180"
                    />
                  </summary>
                  <div className="mb-1 border-line border-l pr-10 pl-3.5 ml-2">
                    {inside.options.map((shade) => (
                      <FacetRow
                        key={shade.value}
                        type="checkbox"
                        name={inside.name}
                        option={shade}
                        isChecked={inside.selected.includes(shade.value)}
                      />
                    ))}
                  </div>
                </details>
              )}
            </div>
          );
        })}
      </fieldset>
    </FilterGroup>
  );
}

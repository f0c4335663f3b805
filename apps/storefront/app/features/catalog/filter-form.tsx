import type { AttributeFacet, ProductList } from '@kindred/contracts';
import { Button, FacetChoice, FacetList, FacetRow, FilterGroup, Stars } from '@kindred/ui';
import { type FormEvent, useEffect, useRef } from 'react';
import { Form, useLocation, useSubmit } from 'react-router';
import { ColorFilter } from './color-filter.tsx';
import { ColorSwatch } from './color-swatch.tsx';
import type { ListingState } from './listing-state.ts';
import { PriceFilter } from './price-filter.tsx';
import { useListCurrency } from './use-list-currency.ts';
import { usefulRatings } from './useful-ratings.ts';

interface FilterFormProps {
  id: string;
  /** The address of the list, without its query. */
  action: string;
  state: ListingState;
  list: Pick<ProductList, 'facets' | 'total'>;
  hrefOf: (state: ListingState) => string;
}

/** A plain GET form. With JavaScript every change applies immediately; without it, the button applies them. */
export function FilterForm({ id, action, state, list: { facets, total }, hrefOf }: FilterFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const submit = useSubmit();
  const { search } = useLocation();
  const { fixed } = state;
  const currency = useListCurrency(facets);
  const rating = state.ratingMin === undefined ? undefined : String(state.ratingMin);

  useEffect(() => {
    if (form.current) showAddressInForm(form.current, new URLSearchParams(search));
  }, [search]);

  const onChange = ({ target, currentTarget }: FormEvent<HTMLFormElement>) => {
    if (target instanceof HTMLInputElement && target.type === 'text') return;
    apply(currentTarget);
  };

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    apply(event.currentTarget);
  };

  const apply = (element: HTMLFormElement) => {
    if (!element.reportValidity()) return;
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(element))
      if (typeof value === 'string' && value !== '') fields.append(name, value);
    void submit(fields, { action, preventScrollReset: true });
  };

  return (
    <Form
      ref={form}
      id={id}
      method="get"
      action={action}
      onChange={onChange}
      onSubmit={onSubmit}
      onBlur={({ target, currentTarget }) => {
        if (target.type === 'text' && target.value !== (new URLSearchParams(search).get(target.name) ?? ''))
          apply(currentTarget);
      }}
    >
      {state.q !== '' && <input type="hidden" name="q" value={state.q} />}
      {state.category !== undefined && fixed.category === undefined && (
        <input type="hidden" name="category" value={state.category} />
      )}
      <PriceFilter state={state} facets={facets} currency={currency} hrefOf={hrefOf} />
      {!fixed.isDealsOnly && (facets.deals > 0 || state.isDealsOnly) && (
        <FilterGroup title="Offers">
          <FacetRow
            type="checkbox"
            name="deals"
            isChecked={state.isDealsOnly}
            option={{ value: '1', label: 'On sale', count: facets.deals }}
          />
        </FilterGroup>
      )}
      <FacetChoice
        title="Rating"
        name="rating_min"
        anyLabel="Any rating"
        selected={rating}
        options={usefulRatings(facets.rating, { total, chosen: rating }).map((option) => ({
          ...option,
          mark: <Stars value={Number(option.value)} className="h-3.5" />,
        }))}
      />
      <FilterGroup title="Availability">
        <FacetRow
          type="checkbox"
          name="in_stock"
          isChecked={state.isInStockOnly}
          option={{ value: '1', label: 'In stock', count: facets.in_stock }}
        />
      </FilterGroup>
      {fixed.brand === undefined && (
        <FacetList title="Brand" name="brand" options={facets.brand} selected={state.brands} />
      )}
      <ColorFilter state={state} facets={facets} />
      {facets.attributes.map((facet, index) => (
        <FacetList
          key={facet.code}
          title={facet.label}
          name="attribute"
          options={attributeOptions(facet)}
          selected={state.attributes}
          isOpen={
            index < openAttributes || state.attributes.some((pair) => pair.startsWith(`${facet.code}:`))
          }
        />
      ))}
      <div className="mt-4 hidden lg:block">
        <Button type="submit" variant="secondary" className="w-full scripted:hidden">
          Apply filters
        </Button>
      </div>
      <button type="submit" className="sr-only" tabIndex={-1}>
        Apply filters
      </button>
    </Form>
  );
}

/** The others start folded, so that the filters do not fill three screens. */
const openAttributes = 2;

const attributeOptions = ({ code, kind, values }: AttributeFacet) =>
  values.map(({ value, label, count }) => ({
    value: `${code}:${value}`,
    label,
    count,
    ...(kind === 'color' && { mark: <ColorSwatch name={label} /> }),
  }));

/** The controls keep their own state, so that the focus stays. When the shopper goes back, they follow the address. */
function showAddressInForm(form: HTMLFormElement, search: URLSearchParams) {
  for (const control of form.elements) {
    if (control instanceof HTMLSelectElement) {
      control.value = search.get(control.name) ?? control.options[0]?.value ?? '';
    } else if (control instanceof HTMLInputElement && control.type !== 'hidden') {
      const values = search.getAll(control.name);
      if (control.type === 'checkbox') control.checked = values.includes(control.value);
      else if (control.type === 'radio') control.checked = (values[0] ?? '') === control.value;
      else if (control !== document.activeElement) control.value = values[0] ?? '';
    }
  }
}

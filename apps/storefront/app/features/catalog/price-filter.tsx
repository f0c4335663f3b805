import type { Facets } from '@kindred/contracts';
import { FilterGroup, Link, PriceBars, PriceRange } from '@kindred/ui';
import type { ListingState } from './listing-state.ts';
import { isInRange, pricePresets } from './price-presets.ts';
import { currencySymbol } from './price-units.ts';

interface PriceFilterProps {
  state: ListingState;
  facets: Facets;
  currency: string;
  hrefOf: (state: ListingState) => string;
}

/** How the prices of the list are spread, two fields, and the usual ranges. */
export function PriceFilter({ state, facets: { price }, currency, hrefOf }: PriceFilterProps) {
  const presets = pricePresets(price.bars, currency);
  return (
    <FilterGroup title="Price">
      {price.bars.length > 1 && (
        <PriceBars
          bars={price.bars.map((bar) => ({
            count: bar.count,
            isChosen: isInRange(bar, state, currency),
          }))}
        />
      )}
      <PriceRange
        currencySymbol={currencySymbol(currency)}
        from={{ name: 'price_from', value: String(state.priceFrom ?? ''), placeholder: 'Min' }}
        to={{ name: 'price_to', value: String(state.priceTo ?? ''), placeholder: 'Max' }}
      />
      {presets.length > 0 && (
        <ul className="mt-2 text-sm">
          {presets.map(({ label, priceFrom, priceTo }) => {
            const isChosen = priceFrom === state.priceFrom && priceTo === state.priceTo;
            return (
              <li key={label}>
                <Link
                  href={hrefOf({
                    ...state,
                    page: 1,
                    priceFrom: isChosen ? undefined : priceFrom,
                    priceTo: isChosen ? undefined : priceTo,
                  })}
                  keepsScroll
                  aria-current={isChosen ? 'true' : undefined}
                  className="flex min-h-11 items-center hover:text-accent aria-[current]:font-semibold lg:min-h-9"
                >
                  {label}
                </Link>
              </li>
            );
          })}
        </ul>
      )}
    </FilterGroup>
  );
}

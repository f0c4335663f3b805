import type { Facets, FacetValue } from '@kindred/contracts';
import { familyOfColor } from '@kindred/shop-types';
import { FacetGroups, FacetList } from '@kindred/ui';
import { ColorSwatch } from './color-swatch.tsx';
import type { ListingState } from './listing-state.ts';

const withSwatch = (value: FacetValue) => ({ ...value, mark: <ColorSwatch name={value.label} /> });

/** Families of colours, each with its shades inside. Colours without a family have a list of their own. */
export function ColorFilter({ state, facets }: { state: ListingState; facets: Facets }) {
  const { color, color_families: families } = facets;
  const shadesOf = (family: string) => color.filter(({ value }) => familyOfColor(value) === family);
  const others = color.filter(({ value }) => familyOfColor(value) === undefined);
  return (
    <>
      <FacetGroups
        title="Colour"
        name="color_family"
        selected={state.colorFamilies}
        groups={families.map((family) => ({
          option: withSwatch(family),
          inside: {
            label: `Shades of ${family.label.toLowerCase()}`,
            name: 'color',
            options: shadesOf(family.value).map(withSwatch),
            selected: state.colors,
          },
        }))}
      />
      <FacetList
        title={families.length === 0 ? 'Colour' : 'Other colours'}
        name="color"
        options={others.map(withSwatch)}
        selected={state.colors}
        isOpen={families.length === 0 || others.some(({ value }) => state.colors.includes(value))}
      />
    </>
  );
}

import type { ReactElement, SVGProps } from 'react';
import { expect, test } from 'vitest';
import { type Icon, SearchIcon } from './icons.tsx';

const draw = (icon: Icon, props: object) =>
  (icon as (props: object) => ReactElement<SVGProps<SVGSVGElement>>)(props).props;

test('an icon has the size, the strokes and the class that it is given', () => {
  const drawn = draw(SearchIcon, { size: 18, strokeWidth: 3, className: 'shrink-0' });
  expect(drawn).toMatchObject({ width: 18, height: 18, strokeWidth: 3, className: 'shrink-0' });
  expect(drawn).not.toHaveProperty('size');
});

test('a screen reader passes over an icon without a name', () => {
  expect(draw(SearchIcon, {})).toMatchObject({ 'aria-hidden': true });
  expect(draw(SearchIcon, { 'aria-label': 'Search' })).not.toHaveProperty('aria-hidden');
});

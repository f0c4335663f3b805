import { cssColorOf } from '@kindred/shop-types';

/** A dot in the colour that the name means; nothing if the name is not known. */
export function ColorSwatch({ name }: { name: string }) {
  const color = cssColorOf(name);
  if (!color) return null;
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 shrink-0 stroke-line-strong">
      <circle cx="8" cy="8" r="7.500" fill={color} />
    </svg>
  );
}

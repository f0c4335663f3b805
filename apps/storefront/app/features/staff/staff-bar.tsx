import type { Product, ProductStanding } from '@kindred/contracts';

/** How a product does, in one line above its page. Only the shop's staff get it. */
export function StaffBar({ product, standing }: { product: Product; standing: ProductStanding }) {
  return (
    <aside
      aria-label="For staff"
      className="mb-3 rounded-md bg-surface px-3 text-ink-muted text-xs print:hidden"
    >
      <ul className="flex flex-wrap gap-x-5 gap-y-1 py-2 tabular-nums">
        {standingTexts(product, standing).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </aside>
  );
}

const count = (value: number) => value.toLocaleString('en-US');

function standingTexts({ average_rating, rating_count }: Product, standing: ProductStanding): string[] {
  const { on_hand, reserved, popularity_place, trending_place, last_30_days: lately } = standing;
  return [
    `Stock ${count(on_hand)}${reserved === 0 ? '' : ` (${count(reserved)} reserved)`}`,
    average_rating === null ? 'No ratings' : `${average_rating.toFixed(1)} from ${count(rating_count)}`,
    ...(popularity_place === null ? [] : [`Place ${popularity_place} by ratings`]),
    ...(trending_place === null ? [] : [`Place ${trending_place} in Trending`]),
    modelText(standing),
    `30 days: ${count(lately.views)} views, ${count(lately.clicks)} clicks, ${count(lately.units_sold)} sold`,
  ];
}

function modelText({ model_version, is_known_to_model }: ProductStanding): string {
  if (model_version === null) return 'No model is active';
  return `${is_known_to_model ? 'Known' : 'Unknown'} to ${model_version}`;
}

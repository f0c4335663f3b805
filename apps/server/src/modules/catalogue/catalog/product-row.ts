import type {
  Money,
  ProductOption,
  ProductSummary,
  ProductSwatch,
  ProductVariants,
  Sale,
} from '@kindred/contracts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import { utcTime } from '../../../platform/postgres/utc-time.ts';
import { compareSizes } from '../attributes/index.ts';
import { pictureAddress } from '../media/index.ts';
import { availabilityOf } from './catalog.ts';

export interface SummaryRow {
  product_id: number;
  parent_asin: string;
  title: string;
  brand: string | null;
  price_minor: number | null;
  currency: string | null;
  sale: SaleRow | null;
  average_rating: number | null;
  rating_count: number;
  available: number;
  attributes: Record<string, string[]>;
  variants: VariantsRow | null;
  image_url: string | null;
  second_image_url: string | null;
}

/** An announced reduction. */
export interface SaleRow {
  regular: number;
  lowest: number;
  percent: number;
  ends: string | null;
}

interface VariantsRow {
  count: number;
  lowest: number | null;
  highest: number | null;
  currency: string | null;
  /** The sum over all listed variants that are for sale. */
  available: number;
  /** The listed variants, the oldest first. */
  members: Member[] | null;
  /** The codes of the attributes in which the variants differ. */
  options: string[];
  /** All attributes, by code. Null if there are none. */
  declared: Record<string, Pick<ProductOption, 'label' | 'kind'>> | null;
}

interface Member {
  product_id: number;
  title: string;
  attributes: Record<string, string[]>;
  image_url: string | null;
}

/** A column of `SaleRow`; the query names `products` as p. */
export const saleColumn: Statement = sql`
  case when p.percent_off is not null then json_build_object('regular', p.regular_price_minor, 'lowest', p.lowest_recent_price_minor,
    'percent', p.percent_off, 'ends', ${utcTime(sql`p.sale_ends_at`)}) end as sale`;

/** The address of a product's first picture, or of the next one. */
const pictureOf = (productId: Statement, next: Statement = sql``): Statement =>
  sql`(select ${pictureAddress(480)} from product_images where product_id = ${productId} order by position ${next} limit 1)`;

/** Columns of `SummaryRow`; the query names `products` as p and joins `inventory` as i. */
export const summaryColumns: Statement = sql`
  p.product_id, p.parent_asin, p.title, p.brand, p.price_minor, p.currency, ${saleColumn}, p.average_rating, p.rating_count, p.attributes,
  coalesce(i.on_hand - i.reserved, 0) as available,
  case when p.group_id is not null then (
    select json_build_object('count', count(*), 'lowest', min(v.price_minor), 'highest', max(v.price_minor), 'currency', min(v.currency),
      'available', coalesce(sum(greatest(s.on_hand - s.reserved, 0)) filter (where v.price_minor is not null), 0),
      'members', json_agg(json_build_object('product_id', v.product_id, 'title', v.title, 'attributes', v.attributes,
        'image_url', ${pictureOf(sql`v.product_id`)}) order by v.product_id),
      'options', (select g.options from product_groups g where g.group_id = p.group_id),
      'declared', (select json_object_agg(code, json_build_object('label', label, 'kind', kind)) from attributes))
    from products v left join inventory s on s.product_id = v.product_id where v.group_id = p.group_id and v.is_listed) end as variants,
  ${pictureOf(sql`p.product_id`)} as image_url, ${pictureOf(sql`p.product_id`, sql`offset 1`)} as second_image_url`;

export const moneyOf = (amountMinor: number | null, currency: string | null): Money | null =>
  amountMinor === null || currency === null ? null : { amount_minor: amountMinor, currency };

export const saleOf = (sale: SaleRow | null, currency: string | null): Sale | null =>
  sale === null || currency === null
    ? null
    : {
        regular_price: { amount_minor: sale.regular, currency },
        lowest_recent_price: { amount_minor: sale.lowest, currency },
        percent_off: sale.percent,
        ends_at: sale.ends,
      };

/** The values of all variants, in the order of the variants, but sizes from the smallest. */
function variantsOf({ product_id, attributes: own, variants }: SummaryRow): ProductVariants | null {
  if (variants === null) return null;
  const { count, lowest, highest, currency, available, options: codes, declared } = variants;
  const members = variants.members ?? [];
  const options = codes.flatMap((code): ProductOption[] => {
    const attribute = declared?.[code];
    if (!attribute) return [];
    const { label, kind } = attribute;
    const values = [...new Set(members.flatMap(({ attributes }) => attributes[code] ?? []))];
    return [
      {
        code,
        label,
        kind,
        value: own[code]?.[0] ?? null,
        values: kind === 'size' ? values.sort(compareSizes) : values,
      },
    ];
  });
  return {
    count,
    lowest_price: moneyOf(lowest, currency),
    highest_price: moneyOf(highest, currency),
    availability: availabilityOf({ priceMinor: lowest, available }),
    options,
    swatches: swatchesOf(options, members, product_id),
  };
}

const mostSwatches = 6;

function swatchesOf(
  options: readonly ProductOption[],
  members: readonly Member[],
  own: number,
): ProductSwatch[] {
  const color = options.find(({ kind }) => kind === 'color');
  if (!color) return [];
  return color.values.slice(0, mostSwatches).flatMap((value) => {
    const ofColor = members.filter(({ attributes }) => attributes[color.code]?.includes(value));
    const shown = ofColor.find(({ product_id }) => product_id === own) ?? ofColor[0];
    if (!shown) return [];
    return [{ value, product_id: shown.product_id, title: shown.title, image_url: shown.image_url }];
  });
}

export function summaryOf(row: SummaryRow): ProductSummary {
  return {
    product_id: row.product_id,
    parent_asin: row.parent_asin,
    title: row.title,
    brand: row.brand,
    price: moneyOf(row.price_minor, row.currency),
    sale: saleOf(row.sale, row.currency),
    average_rating: row.average_rating,
    rating_count: row.rating_count,
    availability: availabilityOf({ priceMinor: row.price_minor, available: row.available }),
    variants: variantsOf(row),
    image_url: row.image_url,
    second_image_url: row.second_image_url,
  };
}

import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import type { Person } from './person.ts';
import { normaliseCode, type Promotion } from './promotion.ts';
import { isUsedBy } from './promotion-use-repository.ts';
import type { ShippingMethod, TaxRate } from './shipping-and-tax.ts';

interface PromotionRow {
  promotion_id: number;
  code: string;
  description: string;
  kind: Promotion['kind'];
  basis_points: number | null;
  amount_minor: number | null;
  currency: string | null;
  minimum_spend_minor: number;
  starts_at: string | null;
  ends_at: string | null;
  usage_limit: number | null;
  usage_limit_per_person: number | null;
  times_used: number;
  is_combinable: boolean;
  is_active: boolean;
  person_uses: number;
}

interface ShippingMethodRow {
  shipping_method_id: string;
  name: string;
  description: string;
  price_minor: number;
  currency: string;
  free_from_minor: number | null;
  countries: string[];
  min_days: number;
  max_days: number;
}

interface TaxRateRow {
  country: string;
  name: string;
  basis_points: number;
  is_inclusive: boolean;
  taxes_shipping: boolean;
}

function promotionOf(row: PromotionRow): Promotion {
  const terms = {
    promotionId: row.promotion_id,
    code: row.code,
    description: row.description,
    currency: row.currency,
    minimumSpendMinor: row.minimum_spend_minor,
    startsAt: row.starts_at === null ? null : new Date(row.starts_at),
    endsAt: row.ends_at === null ? null : new Date(row.ends_at),
    usageLimit: row.usage_limit,
    usageLimitPerPerson: row.usage_limit_per_person,
    timesUsed: row.times_used,
    isCombinable: row.is_combinable,
    isActive: row.is_active,
  };
  switch (row.kind) {
    case 'percentage':
      return { ...terms, kind: 'percentage', basisPoints: row.basis_points! };
    case 'amount':
      return { ...terms, kind: 'amount', amountMinor: row.amount_minor! };
    case 'free-shipping':
      return { ...terms, kind: 'free-shipping' };
    default:
      return row.kind satisfies never;
  }
}

function shippingMethodOf(row: ShippingMethodRow): ShippingMethod {
  return {
    shippingMethodId: row.shipping_method_id,
    name: row.name,
    description: row.description,
    priceMinor: row.price_minor,
    currency: row.currency,
    freeFromMinor: row.free_from_minor,
    countries: row.countries,
    minDays: row.min_days,
    maxDays: row.max_days,
  };
}

function taxRateOf(row: TaxRateRow): TaxRate {
  return {
    country: row.country,
    name: row.name,
    basisPoints: row.basis_points,
    isInclusive: row.is_inclusive,
    taxesShipping: row.taxes_shipping,
  };
}

const goesTo = (country: string | undefined) =>
  country === undefined ? sql`true` : sql`(s.countries = '{}' or ${country} = any(s.countries))`;
const pricedIn = (currency: string | undefined) =>
  currency === undefined ? sql`true` : sql`s.currency = ${currency}`;

export interface Pricing {
  /** In the order of `codes`. */
  readonly promotions: readonly Promotion[];
  readonly unknownCodes: readonly string[];
  /** How often the person has used each promotion, by its id. */
  readonly personUses: ReadonlyMap<number, number>;
  /** Undefined if none was requested, or if it is not offered for the country and currency (any more). */
  readonly shippingMethod: ShippingMethod | undefined;
  readonly taxRate: TaxRate | undefined;
}

const nobody: Person = { email: null, userId: null };

/** Loads everything that `quote` needs besides the goods, in one query. */
export async function loadPricing(
  db: Database | Transaction,
  wanted: {
    codes: readonly string[];
    country?: string | undefined;
    currency?: string | undefined;
    shippingMethodId?: string | undefined;
    /** The person whose uses are counted. */
    person?: Person;
  },
): Promise<Pricing> {
  const codes = [...new Set(wanted.codes.map(normaliseCode))];
  const { rows } = await db.execute<{
    promotions: PromotionRow[];
    shipping_method: ShippingMethodRow | null;
    tax_rate: TaxRateRow | null;
  }>(sql`
    select
      coalesce((
        select json_agg(to_jsonb(p) || jsonb_build_object('person_uses', (
          select count(*) from promotion_uses u
          where u.promotion_id = p.promotion_id and ${isUsedBy(wanted.person ?? nobody)})))
        from promotions p where p.code = any(${codes}::text[])
      ), '[]') as promotions,
      (
        select to_json(s) from shipping_methods s
        where s.shipping_method_id = ${wanted.shippingMethodId ?? null}::text and s.is_active
          and ${goesTo(wanted.country)} and ${pricedIn(wanted.currency)}
      ) as shipping_method,
      (select to_json(t) from tax_rates t where t.country = ${wanted.country ?? null}::text) as tax_rate`);
  const { promotions, shipping_method, tax_rate } = rows[0];
  const byCode = new Map(promotions.map((row) => [row.code, row]));
  const found = codes.flatMap((code) => byCode.get(code) ?? []);
  return {
    promotions: found.map(promotionOf),
    unknownCodes: codes.filter((code) => !byCode.has(code)),
    personUses: new Map(found.map((row) => [row.promotion_id, row.person_uses])),
    shippingMethod: shipping_method ? shippingMethodOf(shipping_method) : undefined,
    taxRate: tax_rate ? taxRateOf(tax_rate) : undefined,
  };
}

/** Lists the shipping methods that are offered, in the shop's order. */
export async function listShippingMethods(
  db: Database | Transaction,
  { country, currency }: { country?: string | undefined; currency?: string | undefined },
): Promise<ShippingMethod[]> {
  const { rows } = await db.execute<ShippingMethodRow>(sql`
    select shipping_method_id, name, description, price_minor, currency, free_from_minor, countries, min_days, max_days
    from shipping_methods s
    where s.is_active and ${goesTo(country)} and ${pricedIn(currency)}
    order by s.position, s.price_minor, s.shipping_method_id`);
  return rows.map(shippingMethodOf);
}

/** Returns the name even if the method is no longer offered. */
export async function shippingMethodName(
  db: Database | Transaction,
  shippingMethodId: string,
): Promise<string> {
  const { rows } = await db.execute<{ name: string }>(
    sql`select name from shipping_methods where shipping_method_id = ${shippingMethodId}`,
  );
  return rows[0]?.name ?? 'The delivery method that you chose';
}

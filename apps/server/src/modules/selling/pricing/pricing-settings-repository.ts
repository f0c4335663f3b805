import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { normaliseCode, type Promotion, type PromotionBenefit } from './promotion.ts';
import type { ShippingMethod, TaxRate } from './shipping-and-tax.ts';

type PromotionSettings = { readonly code: string } & PromotionBenefit &
  Partial<Omit<Promotion, 'promotionId' | 'code' | 'timesUsed' | 'kind'>>;

/** Adds a code, or changes its terms but keeps its uses. Returns its id. */
export async function savePromotion(
  db: Database | Transaction,
  settings: PromotionSettings,
): Promise<number> {
  const { rows } = await db.execute<{ promotion_id: number }>(sql`
    insert into promotions (code, description, kind, basis_points, amount_minor, currency, minimum_spend_minor,
      starts_at, ends_at, usage_limit, usage_limit_per_person, is_combinable, is_active)
    values (${normaliseCode(settings.code)}, ${settings.description ?? ''}, ${settings.kind},
      ${settings.kind === 'percentage' ? settings.basisPoints : null},
      ${settings.kind === 'amount' ? settings.amountMinor : null}, ${settings.currency ?? null},
      ${settings.minimumSpendMinor ?? 0}, ${settings.startsAt?.toISOString() ?? null},
      ${settings.endsAt?.toISOString() ?? null}, ${settings.usageLimit ?? null},
      ${settings.usageLimitPerPerson ?? null}, ${settings.isCombinable ?? false}, ${settings.isActive ?? true})
    on conflict (code) do update set description = excluded.description, kind = excluded.kind,
      basis_points = excluded.basis_points, amount_minor = excluded.amount_minor, currency = excluded.currency,
      minimum_spend_minor = excluded.minimum_spend_minor, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
      usage_limit = excluded.usage_limit, usage_limit_per_person = excluded.usage_limit_per_person,
      is_combinable = excluded.is_combinable, is_active = excluded.is_active
    returning promotion_id`);
  return rows[0].promotion_id;
}

type NewShippingMethod = Omit<ShippingMethod, 'description' | 'freeFromMinor' | 'countries'> &
  Partial<ShippingMethod> & { position?: number; isActive?: boolean };

const insertOf = (method: NewShippingMethod) => sql`
    insert into shipping_methods (shipping_method_id, name, description, price_minor, currency, free_from_minor,
      countries, min_days, max_days, position, is_active)
    values (${method.shippingMethodId}, ${method.name}, ${method.description ?? ''}, ${method.priceMinor},
      ${method.currency}, ${method.freeFromMinor ?? null}, ${[...(method.countries ?? [])]}::text[],
      ${method.minDays}, ${method.maxDays}, ${method.position ?? 0}, ${method.isActive ?? true})`;

/** An existing method stays unchanged. */
export async function addShippingMethod(
  db: Database | Transaction,
  method: NewShippingMethod,
): Promise<void> {
  await db.execute(sql`${insertOf(method)} on conflict (shipping_method_id) do nothing`);
}

export async function saveShippingMethod(
  db: Database | Transaction,
  method: NewShippingMethod,
): Promise<void> {
  await db.execute(sql`${insertOf(method)}
    on conflict (shipping_method_id) do update set name = excluded.name, description = excluded.description,
      price_minor = excluded.price_minor, currency = excluded.currency, free_from_minor = excluded.free_from_minor,
      countries = excluded.countries, min_days = excluded.min_days, max_days = excluded.max_days,
      position = excluded.position, is_active = excluded.is_active`);
}

export async function saveTaxRate(db: Database | Transaction, rate: TaxRate): Promise<void> {
  await db.execute(sql`
    insert into tax_rates (country, name, basis_points, is_inclusive, taxes_shipping)
    values (${rate.country}, ${rate.name}, ${rate.basisPoints}, ${rate.isInclusive}, ${rate.taxesShipping})
    on conflict (country) do update set name = excluded.name, basis_points = excluded.basis_points,
      is_inclusive = excluded.is_inclusive, taxes_shipping = excluded.taxes_shipping`);
}

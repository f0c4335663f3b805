import type { ShelfRule as Presented, RecommendationContext, ShelfRuleKind } from '@kindred/contracts';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { utcTime } from '../../../platform/postgres/utc-time.ts';
import type { ShelfRule } from './shelf-rule.ts';

/** Every change is sent here, so that all nodes read the rules again. */
export const shelfRulesChannel = 'kindred_shelf_rules';

export interface StoredRule {
  readonly kind: ShelfRuleKind;
  readonly slot: RecommendationContext | null;
  readonly productId: number | null;
  readonly brand: string | null;
  readonly categoryId: number | null;
  readonly position: number | null;
  readonly factor: number | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly note: string;
}

interface RuleRow {
  kind: ShelfRuleKind;
  slot: RecommendationContext | null;
  product_id: number | null;
  item_id: number | null;
  brand: string | null;
  category_id: number | null;
  position: number | null;
  factor: number | null;
  starts_ms: number | null;
  ends_ms: number | null;
}

/** Returns the rules that are valid now or later, the newest first. */
export async function findRules(db: Database): Promise<ShelfRule[]> {
  const { rows } = await db.execute<RuleRow>(sql`
    select kind, slot, r.product_id, coalesce(p.group_id, p.product_id) as item_id, r.brand, r.category_id, position, factor,
      (extract(epoch from starts_at) * 1000)::float8 as starts_ms, (extract(epoch from ends_at) * 1000)::float8 as ends_ms
    from shelf_rules r left join products p using (product_id) where ends_at is null or ends_at > now() order by rule_id desc`);
  return rows.map((row) => ({
    kind: row.kind,
    slot: row.slot ?? undefined,
    subject:
      row.product_id !== null
        ? { productId: row.product_id, itemId: row.item_id! }
        : row.brand !== null
          ? { brand: row.brand }
          : { categoryId: row.category_id! },
    position: row.position ?? undefined,
    factor: row.factor ?? undefined,
    startsAt: row.starts_ms === null ? undefined : new Date(row.starts_ms),
    endsAt: row.ends_ms === null ? undefined : new Date(row.ends_ms),
  }));
}

const presented = sql`r.rule_id, r.kind, r.slot as context, r.product_id, r.brand, c.slug as category, r.position, r.factor,
  ${utcTime(sql`r.starts_at`)} as starts_at, ${utcTime(sql`r.ends_at`)} as ends_at, r.note, ${utcTime(sql`r.created_at`)} as created_at`;

export async function listRules(db: Database): Promise<Presented[]> {
  const { rows } = await db.execute<Presented & Record<string, unknown>>(sql`
    select ${presented} from shelf_rules r left join categories c using (category_id) order by rule_id desc`);
  return rows;
}

export async function countRules(tx: Transaction): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`select count(*)::int as count from shelf_rules`);
  return rows[0].count;
}

export async function insertRule(tx: Transaction, rule: StoredRule): Promise<Presented> {
  const { rows } = await tx.execute<Presented & Record<string, unknown>>(sql`
    with r as (
      insert into shelf_rules (kind, slot, product_id, brand, category_id, position, factor, starts_at, ends_at, note)
      values (${rule.kind}, ${rule.slot}, ${rule.productId}, ${rule.brand}, ${rule.categoryId}, ${rule.position}, ${rule.factor},
        ${rule.startsAt}, ${rule.endsAt}, ${rule.note})
      returning *
    )
    select ${presented} from r left join categories c using (category_id)`);
  await notify(tx);
  return rows[0];
}

/** Returns whether the rule existed. */
export async function removeRule(tx: Transaction, ruleId: number): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`delete from shelf_rules where rule_id = ${ruleId}`);
  await notify(tx);
  return rowCount === 1;
}

export async function findCategoryId(tx: Transaction, slug: string): Promise<number | undefined> {
  const { rows } = await tx.execute<{ category_id: number }>(
    sql`select category_id from categories where slug = ${slug}`,
  );
  return rows[0]?.category_id;
}

export async function hasProduct(tx: Transaction, productId: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`select from products where product_id = ${productId}`);
  return rows.length > 0;
}

async function notify(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_notify(${shelfRulesChannel}, '')`);
}

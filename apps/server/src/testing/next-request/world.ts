/** @file A shop with two nodes on one database, and its merchant. */
import type { RecommendationContext, ShelfRule } from '@kindred/contracts';
import { sql } from '../../platform/postgres/sql.ts';
import { groupProducts } from '../group-products.ts';
import { createShopper, type Shopper, tokenOf } from '../shopper.ts';
import { createTestShop, smallSize, type TestNode, type TestShop } from '../test-shop.ts';

export interface Product {
  readonly productId: number;
  /** Products of one group are one item. */
  readonly itemId: number;
  readonly name: string;
  readonly brand: string | null;
  /** The slug of its category. */
  readonly category: string | null;
  /** Whether it can be bought now. */
  readonly isSold: boolean;
}

export interface World {
  readonly shop: TestShop;
  readonly nodes: readonly [TestNode, TestNode];
  /** An administrator at each node. */
  readonly merchants: readonly [Shopper, Shopper];
  /** Reads what the database says now. */
  readProducts(): Promise<Product[]>;
  /** Lists everything, stocks it, and drops the rules. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

const many = 50;

export async function createWorld(): Promise<World> {
  const shop = await createTestShop({ size: smallSize });
  const nodes = [shop, await shop.addNode()] as const;
  const token = await tokenOf({ isAdmin: true });
  const merchants = [createShopper(nodes[0].app, { token }), createShopper(nodes[1].app, { token })] as const;

  async function readProducts(): Promise<Product[]> {
    const { rows } = await shop.db.execute<{
      product_id: number;
      item_id: number;
      name: string;
      brand: string | null;
      category: string | null;
      is_sold: boolean;
    }>(sql`
      select p.product_id, coalesce(p.group_id, p.product_id) as item_id, p.parent_asin as name, p.brand, c.slug as category,
        p.is_listed and p.price_minor is not null and coalesce(i.on_hand - i.reserved, 0) > 0 as is_sold
      from products p left join categories c using (category_id) left join inventory i using (product_id) order by p.product_id`);
    return rows.map((row) => ({
      productId: row.product_id,
      itemId: row.item_id,
      name: row.name,
      brand: row.brand,
      category: row.category,
      isSold: row.is_sold,
    }));
  }

  async function restore(): Promise<void> {
    const items = (await readProducts()).map(({ name }) => ({ item_id: name, is_listed: true, stock: many }));
    const { status, body } = await merchants[0].send('POST', '/items', { items });
    if (status !== 200) throw new Error(`restore: ${status} ${JSON.stringify(body)}`);
    const { body: rules } = await merchants[0].send<{ items: ShelfRule[] }>('GET', '/admin/shelf-rules');
    for (const { rule_id } of rules.items) await merchants[0].send('DELETE', `/admin/shelf-rules/${rule_id}`);
  }

  const [first, second] = await readProducts();
  await groupProducts(shop.db, [first.productId, second.productId]);
  const unpriced = await shop.db.execute<{ name: string }>(
    sql`select parent_asin as name from products where price_minor is null`,
  );
  const price = { amount_minor: 500, currency: 'USD' };
  if (unpriced.rowCount > 0)
    await merchants[0].send('POST', '/items', {
      items: unpriced.rows.map(({ name }) => ({ item_id: name, price })),
    });
  for (const { services } of nodes) await services.recommendations.trend();
  return { shop, nodes, merchants, readProducts, restore, close: () => shop.close() };
}

/** `product` is the older name of `product-similar`. */
const slotOf = (context: RecommendationContext | null) =>
  context === 'product' ? 'product-similar' : context;

export function isBlocked(
  rules: readonly ShelfRule[],
  { itemId, brand, category }: Product,
  { context, itemOf }: { context: RecommendationContext; itemOf(productId: number): number | undefined },
): boolean {
  return rules.some((rule) => {
    if (rule.kind !== 'block' || ![null, slotOf(context)].includes(slotOf(rule.context))) return false;
    if (rule.product_id !== null) return itemOf(rule.product_id) === itemId;
    if (rule.brand !== null) return rule.brand === brand;
    return category === rule.category || category?.startsWith(`${rule.category}/`) === true;
  });
}

import type { Connection, Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { type Attribute, detailOf } from './attribute.ts';

/** Returns the attributes in the order in which the shop lists them. */
export async function findAttributes(db: Database | Connection): Promise<Attribute[]> {
  const { rows } = await db.execute<{
    code: string;
    label: string;
    kind: Attribute['kind'];
    sources: string[];
    is_facet: boolean;
  }>(sql`select code, label, kind, sources, is_facet from attributes order by position, code`);
  return rows.map(({ is_facet, ...attribute }) => ({ ...attribute, isFacet: is_facet }));
}

/** An existing attribute keeps its position. */
export async function putAttribute(tx: Transaction, attribute: Attribute): Promise<'added' | 'changed'> {
  const { code, label, kind, sources, isFacet } = attribute;
  const { rows } = await tx.execute<{ is_new: boolean }>(sql`
    insert into attributes (code, label, kind, sources, is_facet, position)
    values (${code}, ${label}, ${kind}, ${sources}::text[], ${isFacet}, (select coalesce(max(position), 0) + 1 from attributes))
    on conflict (code) do update set label = excluded.label, kind = excluded.kind, sources = excluded.sources, is_facet = excluded.is_facet
    returning xmax = 0 as is_new`);
  return rows[0]!.is_new ? 'added' : 'changed';
}

/** Gives products without a value the value in their details. Returns how many products got one. */
export async function fillFromDetails(tx: Transaction, { code, sources }: Attribute): Promise<number> {
  const keys = sources.flatMap((source) => detailOf(source) ?? []);
  if (keys.length === 0) return 0;
  const { rowCount } = await tx.execute(sql`
    update products p set attributes = p.attributes || jsonb_build_object(${code}::text, jsonb_build_array(left(told.value, 200))), updated_at = now()
    from (
      select product_id, (
        select trim(details ->> key) from unnest(${keys}::text[]) with ordinality as wanted (key, place)
        where trim(details ->> key) <> '' order by place limit 1
      ) as value
      from products where not attributes ? ${code} and details ?| ${keys}::text[]
    ) as told
    where told.product_id = p.product_id and told.value is not null`);
  return rowCount;
}

/** Removes the attribute and its values. Returns how many products had a value, or undefined if the attribute does not exist. */
export async function removeAttribute(tx: Transaction, code: string): Promise<number | undefined> {
  const { rowCount: found } = await tx.execute(sql`delete from attributes where code = ${code}`);
  if (found === 0) return undefined;
  const { rowCount } = await tx.execute(
    sql`update products set attributes = attributes - ${code}::text, updated_at = now() where attributes ? ${code}`,
  );
  return rowCount;
}

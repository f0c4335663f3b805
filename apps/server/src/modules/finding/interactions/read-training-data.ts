import { type Deed, deeds, type Signals } from '@kindred/contracts';
import { type Interactions, InteractionsBuilder } from '@kindred/recommender';
import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { clearDeeds } from './signals.ts';
import { trainingDeeds } from './training-deeds.ts';

const fetchRows = 20_000;

interface Row {
  user_id: string;
  item_id: number;
  deed: Deed;
  at_ms: number;
  name: string;
  is_listed: boolean;
}

export interface Item {
  /** Its name in every data set: the `parent_asin` of the group or of the product. */
  readonly name: string;
  /** Whether the shop shows one of its products, so that it can be recommended. */
  readonly isListed: boolean;
}

export interface TrainingData {
  readonly interactions: Interactions;
  /** By the `itemIds` of the interactions. */
  readonly items: ReadonlyMap<number, Item>;
}

/** What a person no longer wants to count, or does not like. */
const takenBack = sql`
  select from feedback f left join products of using (product_id)
  where f.user_id = liked.user_id and (
    (f.kind in ('without', 'dislike', 'hide') and coalesce(of.group_id, of.product_id) = liked.item_id)
    or (f.kind = 'forget' and coalesce(of.group_id, of.product_id) = liked.item_id and f.given_at >= liked.at)
    or (f.kind = 'reset' and f.given_at >= liked.at))`;

/**
 * Reads all data from which a model learns, through a cursor in one snapshot: for each person and item the strongest deed, weighed by its kind.
 * Models that also weighed it by age were no better (decision 54). The order is fixed, so the same rows give the same hash at any time.
 */
export async function readTrainingData(db: Database, signals: Signals): Promise<TrainingData> {
  const builder = new InteractionsBuilder();
  const items = new Map<number, Item>();
  await withTransaction(db, async (tx) => {
    await tx.execute(sql`
      declare interactions no scroll cursor for
      select user_id, item_id, deed, extract(epoch from at)::float8 * 1000 as at_ms,
        coalesce(groups.parent_asin, p.parent_asin) as name, coalesce(groups.is_listed, p.is_listed) as is_listed
      from (
        select distinct on (user_id, item_id) user_id, item_id, deed, at
        from (${trainingDeeds}) as liked
        where not exists (select from users u where u.user_id = liked.user_id and u.opted_out_at is not null)
          and not exists (${takenBack})
        order by user_id, item_id, array_position(${[...deeds]}::text[], deed), at desc
      ) as strongest join products p on p.product_id = item_id
        left join (
          select g.group_id, g.parent_asin, bool_or(member.is_listed) as is_listed
          from product_groups g join products member using (group_id) group by g.group_id
        ) as groups on groups.group_id = item_id
      order by user_id, item_id`);
    for (;;) {
      const { rows } = await tx.execute<Row>(sql`fetch ${sql.raw(String(fetchRows))} from interactions`);
      for (const { user_id, item_id, deed, at_ms, name, is_listed } of rows) {
        const { weight } = signals[deed];
        if (weight === 0) continue;
        builder.add(user_id, item_id, at_ms, { weight, isClear: clearDeeds.includes(deed) });
        if (!items.has(item_id)) items.set(item_id, { name, isListed: is_listed });
      }
      if (rows.length < fetchRows) break;
    }
  });
  return { interactions: builder.build(), items };
}

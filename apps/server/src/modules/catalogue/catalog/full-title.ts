import { type Statement, sql } from '../../../platform/postgres/sql.ts';

/** Its words between spaces. An apostrophe belongs to its word: “Men's” does not say the size S. */
const wordsOf = (text: Statement): Statement =>
  sql`' ' || trim(regexp_replace(lower(${text}), '[^[:alnum:]''’]+', ' ', 'g')) || ' '`;

/** The name of product `p` in orders, mails and invoices: its title, and the chosen options that the title does not contain. */
export const fullTitle: Statement = sql`
  case when p.group_id is null then p.title else p.title || coalesce((
    select string_agg(', ' || chosen.value, '' order by chosen.place)
    from product_groups g cross join lateral (
      select p.attributes -> option.code ->> 0 as value, option.place from unnest(g.options) with ordinality as option (code, place)
    ) as chosen
    where g.group_id = p.group_id and position(${wordsOf(sql`chosen.value`)} in ${wordsOf(sql`p.title`)}) = 0), '') end`;

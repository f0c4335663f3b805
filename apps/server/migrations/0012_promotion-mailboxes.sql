-- A limit per person counts by account and by mailbox; until now it was by address. As `mailboxOf` in modules/pricing/person.ts.
WITH addresses AS (
  SELECT order_id, user_id, regexp_replace(lower(email), '^\s+|\s+$', '', 'g') AS email FROM orders
), parts AS (
  SELECT order_id, user_id, regexp_replace(regexp_replace(email, '@[^@]*$', ''), '(?<=.)\+.*$', '') AS local,
    substring(email FROM '[^@]*$') AS domain
  FROM addresses
), mailboxes AS (
  SELECT order_id, user_id,
    CASE WHEN domain IN ('gmail.com', 'googlemail.com') THEN replace(local, '.', '') || '@gmail.com' ELSE local || '@' || domain END AS mailbox
  FROM parts
)
UPDATE promotion_uses u SET user_id = m.user_id,
  person_hash = coalesce(encode(sha256(convert_to(m.mailbox, 'UTF8')), 'hex'), u.person_hash)
FROM mailboxes m WHERE m.order_id = u.order_id;

-- When the goods of an order left the stock.
UPDATE orders o SET sold_at = s.moved_at FROM (
  SELECT order_id, min(moved_at) AS moved_at FROM stock_movements WHERE kind = 'sale' GROUP BY order_id
) s WHERE s.order_id = o.order_id AND o.expires_at IS NULL;--> statement-breakpoint

-- Until now goods went back on the shelf when a refund was asked for, whatever became of it.
UPDATE refunds SET restocked_at = created_at WHERE restock AND lines <> '[]';--> statement-breakpoint
INSERT INTO refund_lines (refund_id, order_id, product_id, withheld, returned, kept)
SELECT r.refund_id, r.order_id, l.product_id,
  CASE WHEN NOT was.shipped THEN l.quantity ELSE 0 END,
  CASE WHEN was.shipped AND r.restock THEN l.quantity ELSE 0 END,
  CASE WHEN was.shipped AND NOT r.restock THEN l.quantity ELSE 0 END
FROM refunds r
CROSS JOIN LATERAL jsonb_to_recordset(r.lines) AS l (product_id int, quantity int)
CROSS JOIN LATERAL (
  SELECT EXISTS (SELECT FROM order_events e
    WHERE e.order_id = r.order_id AND e.kind = 'shipped' AND e.happened_at <= r.created_at) AS shipped
) was;--> statement-breakpoint

-- Goods of cancelled orders that came back without money, as they had cost nothing or it had gone back before.
WITH moneyless AS (
  SELECT l.order_id, l.product_id, l.refunded_quantity - coalesce(sum(r.withheld + r.returned + r.kept), 0)::int AS quantity
  FROM order_lines l LEFT JOIN refund_lines r USING (order_id, product_id)
  GROUP BY l.order_id, l.product_id
), refunded AS (
  INSERT INTO refunds (order_id, payment_id, amount_minor, reason, restock, status, created_at, updated_at, restocked_at)
  SELECT o.order_id, p.payment_id, 0, coalesce(o.cancelled_because, 'cancelled'), true, 'succeeded', o.updated_at, o.updated_at, o.updated_at
  FROM orders o JOIN payments p USING (order_id)
  WHERE EXISTS (SELECT FROM moneyless m WHERE m.order_id = o.order_id AND m.quantity > 0)
  RETURNING refund_id, order_id
)
INSERT INTO refund_lines (refund_id, order_id, product_id, withheld)
SELECT r.refund_id, r.order_id, m.product_id, m.quantity
FROM refunded r JOIN moneyless m USING (order_id) WHERE m.quantity > 0;--> statement-breakpoint

-- One parcel for every order that was shipped, with all that had not been refunded before.
WITH sent AS (
  INSERT INTO shipments (order_id, carrier, tracking_number, shipped_at, delivered_at)
  SELECT o.order_id, o.carrier, o.tracking_number, e.shipped_at,
    CASE WHEN e.delivered_at IS NOT NULL THEN greatest(e.delivered_at, e.shipped_at) END
  FROM orders o CROSS JOIN LATERAL (
    SELECT coalesce(min(happened_at) FILTER (WHERE kind = 'shipped'), o.updated_at) AS shipped_at,
      min(happened_at) FILTER (WHERE kind = 'delivered') AS delivered_at
    FROM order_events WHERE order_id = o.order_id
  ) e
  WHERE o.fulfilment_status IN ('shipped', 'delivered', 'returned')
  RETURNING shipment_id, order_id
)
INSERT INTO shipment_lines (shipment_id, order_id, product_id, quantity)
SELECT s.shipment_id, s.order_id, l.product_id, l.quantity - coalesce(r.withheld, 0)
FROM sent s JOIN order_lines l USING (order_id)
LEFT JOIN (
  SELECT order_id, product_id, sum(withheld)::int AS withheld FROM refund_lines GROUP BY order_id, product_id
) r ON r.order_id = l.order_id AND r.product_id = l.product_id
WHERE l.quantity > coalesce(r.withheld, 0);--> statement-breakpoint

-- Units of all parcels and refunds stay within what was ordered. A refund that failed counts no longer, unless its goods are
-- back on the shelf.
CREATE FUNCTION check_order_units() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong int;
BEGIN
  -- Nobody counts at the same time.
  PERFORM FROM order_lines WHERE order_id = NEW.order_id ORDER BY product_id FOR UPDATE;
  SELECT l.product_id INTO wrong FROM order_lines l
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(quantity), 0) AS shipped FROM shipment_lines
    WHERE order_id = l.order_id AND product_id = l.product_id
  ) s
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(r.withheld), 0) AS withheld, coalesce(sum(r.returned + r.kept), 0) AS taken
    FROM refund_lines r JOIN refunds f USING (refund_id)
    WHERE r.order_id = l.order_id AND r.product_id = l.product_id AND (f.status <> 'failed' OR f.restocked_at IS NOT NULL)
  ) r
  WHERE l.order_id = NEW.order_id AND (s.shipped + r.withheld > l.quantity OR r.taken > s.shipped)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'order %: parcels and refunds hold more of product % than was ordered', NEW.order_id, wrong
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER shipment_lines_within_order AFTER INSERT OR UPDATE ON shipment_lines
  FOR EACH ROW EXECUTE FUNCTION check_order_units();--> statement-breakpoint
CREATE TRIGGER refund_lines_within_order AFTER INSERT OR UPDATE ON refund_lines
  FOR EACH ROW EXECUTE FUNCTION check_order_units();--> statement-breakpoint
CREATE TRIGGER refunds_within_order AFTER UPDATE OF status, restocked_at ON refunds
  FOR EACH ROW EXECUTE FUNCTION check_order_units();--> statement-breakpoint

-- A refunded order whose buyer keeps the goods has not come back.
UPDATE orders o SET fulfilment_status = CASE
    WHEN EXISTS (SELECT FROM shipments s WHERE s.order_id = o.order_id AND s.delivered_at IS NOT NULL) THEN 'delivered'
    ELSE 'shipped' END::fulfilment_status
WHERE o.fulfilment_status = 'returned'
  AND EXISTS (SELECT FROM refund_lines r WHERE r.order_id = o.order_id AND r.kept > 0);--> statement-breakpoint

-- Orders of which everything was refunded before it was delivered are over.
WITH ended AS (
  UPDATE orders o SET status = 'Cancelled', cancelled_because = 'refunded', updated_at = greatest(now(), o.created_at),
    fulfilment_status = CASE WHEN o.fulfilment_status = 'unfulfilled' THEN 'cancelled' ELSE o.fulfilment_status END
  WHERE o.status = 'Pending' AND o.payment_status = 'refunded'
    AND NOT EXISTS (SELECT FROM order_lines l WHERE l.order_id = o.order_id AND l.refunded_quantity < l.quantity)
  RETURNING o.order_id
)
INSERT INTO order_events (order_id, kind, actor, data)
SELECT order_id, 'cancelled', 'job', '{"reason": "refunded"}' FROM ended;--> statement-breakpoint

UPDATE test_payments SET refunds = (
  SELECT jsonb_agg(refund || '{"state": "succeeded"}' ORDER BY place)
  FROM jsonb_array_elements(refunds) WITH ORDINALITY AS r (refund, place)
) WHERE refunds <> '[]';

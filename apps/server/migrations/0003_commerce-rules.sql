-- The history of an order is only ever added to; erasing the order itself takes its history along.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER order_events_append_only BEFORE UPDATE ON order_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER stock_movements_append_only BEFORE UPDATE ON stock_movements
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- Every node hears which order has news, once its transaction is committed.
CREATE FUNCTION tell_order_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('kindred_order_events', NEW.order_id::text);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER order_events_tell AFTER INSERT ON order_events
  FOR EACH ROW EXECUTE FUNCTION tell_order_event();--> statement-breakpoint

-- Stock that appears with a product (an import, a seed) opens the product's ledger.
CREATE FUNCTION open_stock_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO stock_movements (product_id, kind, on_hand_delta, reserved_delta)
  SELECT product_id, 'opening', on_hand, reserved FROM added WHERE on_hand <> 0 OR reserved <> 0;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER inventory_open_ledger AFTER INSERT ON inventory
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION open_stock_ledger();--> statement-breakpoint
INSERT INTO stock_movements (product_id, kind, on_hand_delta, reserved_delta)
SELECT product_id, 'opening', on_hand, reserved FROM inventory WHERE on_hand <> 0 OR reserved <> 0;

ALTER TABLE "order_events" ADD COLUMN "status" "order_status";--> statement-breakpoint
ALTER TABLE "order_events" ADD COLUMN "payment_status" "payment_status";--> statement-breakpoint
ALTER TABLE "order_events" ADD COLUMN "fulfilment_status" "fulfilment_status";--> statement-breakpoint
-- An event says how the order is once its transaction is over, whatever else that changed. Afterwards it is not changed any more.
CREATE FUNCTION refuse_change_of_order_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status IS NULL AND (NEW.event_id, NEW.order_id, NEW.kind, NEW.actor, NEW.data, NEW.happened_at)
      IS NOT DISTINCT FROM (OLD.event_id, OLD.order_id, OLD.kind, OLD.actor, OLD.data, OLD.happened_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'order_events is append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$;--> statement-breakpoint
DROP TRIGGER order_events_append_only ON order_events;--> statement-breakpoint
CREATE TRIGGER order_events_append_only BEFORE UPDATE ON order_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_order_event();--> statement-breakpoint
CREATE FUNCTION keep_state_after_order_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE order_events e
  SET status = o.status, payment_status = o.payment_status, fulfilment_status = o.fulfilment_status
  FROM orders o
  WHERE e.event_id = NEW.event_id AND o.order_id = e.order_id AND e.status IS NULL;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER order_events_state_after AFTER INSERT ON order_events
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_state_after_order_event();

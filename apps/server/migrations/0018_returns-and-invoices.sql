CREATE TYPE "public"."return_status" AS ENUM('requested', 'approved', 'refused', 'received', 'withdrawn', 'settled');--> statement-breakpoint
CREATE TABLE "invoices" (
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"order_id" uuid NOT NULL,
	"issued_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invoices_year_number_pk" PRIMARY KEY("year","number"),
	CONSTRAINT "invoices_number_positive" CHECK ("invoices"."number" > 0)
);--> statement-breakpoint
CREATE TABLE "return_lines" (
	"return_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"product_id" integer NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "return_lines_return_id_product_id_pk" PRIMARY KEY("return_id","product_id"),
	CONSTRAINT "return_lines_quantity_positive" CHECK ("return_lines"."quantity" > 0)
);--> statement-breakpoint
CREATE TABLE "returns" (
	"return_id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"order_id" uuid NOT NULL,
	"status" "return_status" DEFAULT 'requested' NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"refund_id" uuid,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "returns_refund_when_received" CHECK ("returns"."refund_id" is null or "returns"."status" = 'received')
);--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "delivery_min_days" integer;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "delivery_max_days" integer;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "returns_of_order_key" ON "returns" USING btree ("return_id","order_id");--> statement-breakpoint
ALTER TABLE "return_lines" ADD CONSTRAINT "return_lines_return_fk" FOREIGN KEY ("return_id","order_id") REFERENCES "public"."returns"("return_id","order_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_lines" ADD CONSTRAINT "return_lines_order_line_fk" FOREIGN KEY ("order_id","product_id") REFERENCES "public"."order_lines"("order_id","product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("order_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_refund_id_refunds_refund_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("refund_id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_order_id_key" ON "invoices" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "return_lines_order_idx" ON "return_lines" USING btree ("order_id","product_id");--> statement-breakpoint
CREATE INDEX "returns_order_id_idx" ON "returns" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "returns_refund_id_idx" ON "returns" USING btree ("refund_id");--> statement-breakpoint
CREATE INDEX "returns_status_idx" ON "returns" USING btree ("status","requested_at");--> statement-breakpoint

-- Units that somebody may send back are not refunded at the same time, and nobody sends back more than was shipped.
CREATE OR REPLACE FUNCTION check_order_units() RETURNS trigger LANGUAGE plpgsql AS $$
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
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(b.quantity), 0) AS returning
    FROM return_lines b JOIN returns t USING (return_id)
    WHERE b.order_id = l.order_id AND b.product_id = l.product_id AND t.status IN ('requested', 'approved')
  ) b
  WHERE l.order_id = NEW.order_id AND (s.shipped + r.withheld > l.quantity OR r.taken + b.returning > s.shipped)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'order %: parcels, refunds and returns hold more of product % than was ordered', NEW.order_id, wrong
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER return_lines_within_order AFTER INSERT OR UPDATE ON return_lines
  FOR EACH ROW EXECUTE FUNCTION check_order_units();--> statement-breakpoint
CREATE TRIGGER returns_within_order AFTER UPDATE OF status ON returns
  FOR EACH ROW EXECUTE FUNCTION check_order_units();--> statement-breakpoint

-- Every order that was paid has an invoice, numbered as they were paid.
INSERT INTO invoices (year, number, order_id, issued_at)
SELECT year, row_number() OVER (PARTITION BY year ORDER BY paid_at, order_id), order_id, paid_at
FROM (
  SELECT order_id, min(happened_at) AS paid_at, extract(year FROM min(happened_at) AT TIME ZONE 'UTC')::int AS year
  FROM order_events WHERE kind = 'paid' GROUP BY order_id
) paid;--> statement-breakpoint
UPDATE orders o SET delivery_min_days = m.min_days, delivery_max_days = m.max_days
FROM shipping_methods m WHERE m.shipping_method_id = o.shipping_method_id;

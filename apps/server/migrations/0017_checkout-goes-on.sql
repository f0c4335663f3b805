ALTER TABLE "checkouts" ADD COLUMN "payment_method" jsonb;--> statement-breakpoint
ALTER TABLE "checkouts" ADD COLUMN "draft" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "checkouts" ADD COLUMN "last_order_id" uuid;--> statement-breakpoint
ALTER TABLE "checkouts" ADD CONSTRAINT "checkouts_last_order_id_orders_order_id_fk" FOREIGN KEY ("last_order_id") REFERENCES "public"."orders"("order_id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "checkouts_last_order_id_idx" ON "checkouts" USING btree ("last_order_id");--> statement-breakpoint
ALTER TABLE "checkouts" ADD CONSTRAINT "checkouts_draft_size" CHECK (octet_length("checkouts"."draft"::text) <= 12000);
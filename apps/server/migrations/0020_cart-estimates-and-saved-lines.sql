CREATE TABLE "saved_lines" (
	"cart_id" uuid NOT NULL,
	"product_id" integer NOT NULL,
	"quantity" integer NOT NULL,
	"seen_price_minor" integer NOT NULL,
	"currency" char(3) NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_lines_cart_id_product_id_pk" PRIMARY KEY("cart_id","product_id"),
	CONSTRAINT "saved_lines_quantity_range" CHECK ("saved_lines"."quantity" between 1 and 999),
	CONSTRAINT "saved_lines_price_not_negative" CHECK ("saved_lines"."seen_price_minor" >= 0)
);
--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "country" char(2);--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "merged_item_count" integer;--> statement-breakpoint
ALTER TABLE "saved_lines" ADD CONSTRAINT "saved_lines_cart_id_carts_cart_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("cart_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_lines" ADD CONSTRAINT "saved_lines_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "saved_lines_product_id_idx" ON "saved_lines" USING btree ("product_id");
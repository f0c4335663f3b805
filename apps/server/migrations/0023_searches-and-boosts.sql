CREATE TYPE "public"."search_outcome" AS ENUM('as-typed', 'corrected', 'relaxed');--> statement-breakpoint
CREATE TABLE "search_boosts" (
	"key" text NOT NULL,
	"product_id" integer NOT NULL,
	"clickers" integer NOT NULL,
	"buyers" integer NOT NULL,
	CONSTRAINT "search_boosts_key_product_id_pk" PRIMARY KEY("key","product_id")
);
--> statement-breakpoint
CREATE TABLE "searches" (
	"search_id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"reading" "search_outcome" NOT NULL,
	"total" integer NOT NULL,
	"searched_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "searches_key_has_words" CHECK ("searches"."key" <> '')
);
--> statement-breakpoint
ALTER TABLE "cart_lines" ADD COLUMN "search_id" uuid;--> statement-breakpoint
ALTER TABLE "saved_lines" ADD COLUMN "search_id" uuid;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "search_id" uuid;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "search_id" uuid;--> statement-breakpoint
ALTER TABLE "search_boosts" ADD CONSTRAINT "search_boosts_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_boosts_product_id_idx" ON "search_boosts" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "searches_key_idx" ON "searches" USING btree ("key");--> statement-breakpoint
CREATE INDEX "searches_searched_at_idx" ON "searches" USING btree ("searched_at");--> statement-breakpoint
CREATE INDEX "events_search_idx" ON "events" USING btree ("search_id") WHERE search_id is not null;--> statement-breakpoint
CREATE INDEX "order_lines_search_idx" ON "order_lines" USING btree ("search_id") WHERE search_id is not null;
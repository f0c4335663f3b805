CREATE TYPE "public"."feedback_kind" AS ENUM('like', 'dislike', 'hide', 'own', 'less-of-brand', 'less-of-category', 'without', 'forget', 'reset');--> statement-breakpoint
CREATE TYPE "public"."shelf_rule_kind" AS ENUM('pin', 'block', 'boost');--> statement-breakpoint
CREATE TABLE "feedback" (
	"feedback_id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "feedback_feedback_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" text,
	"visitor_id" uuid,
	"kind" "feedback_kind" NOT NULL,
	"product_id" integer,
	"brand" text,
	"category_id" integer,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "feedback_once_key" UNIQUE NULLS NOT DISTINCT("user_id","visitor_id","kind","product_id","brand","category_id"),
	CONSTRAINT "feedback_one_person" CHECK (num_nonnulls(user_id, visitor_id) = 1),
	CONSTRAINT "feedback_subject" CHECK (num_nonnulls(product_id, brand, category_id) = case kind when 'reset' then 0 else 1 end
        and (brand is not null) = (kind = 'less-of-brand')
        and (category_id is not null) = (kind = 'less-of-category'))
);
--> statement-breakpoint
CREATE TABLE "service_keys" (
	"key_id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"key_hash" "bytea" NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" text,
	"expires_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "service_keys_name" CHECK (length("service_keys"."name") between 1 and 100),
	CONSTRAINT "service_keys_scopes" CHECK (cardinality("service_keys"."scopes") > 0),
	CONSTRAINT "service_keys_hash_length" CHECK (length("service_keys"."key_hash") = 32)
);
--> statement-breakpoint
CREATE TABLE "shelf_rules" (
	"rule_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "shelf_rules_rule_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" "shelf_rule_kind" NOT NULL,
	"slot" text,
	"product_id" integer,
	"brand" text,
	"category_id" integer,
	"position" smallint,
	"factor" double precision,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shelf_rules_subject" CHECK (num_nonnulls(product_id, brand, category_id) = 1),
	CONSTRAINT "shelf_rules_pin" CHECK ((position is not null) = (kind = 'pin') and (kind <> 'pin' or product_id is not null) and position between 1 and 100),
	CONSTRAINT "shelf_rules_boost" CHECK ((factor is not null) = (kind = 'boost') and factor > 0 and factor <= 100),
	CONSTRAINT "shelf_rules_dates" CHECK (starts_at < ends_at)
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "opted_out_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_user_id_users_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_category_id_categories_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("category_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_keys" ADD CONSTRAINT "service_keys_created_by_users_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("user_id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shelf_rules" ADD CONSTRAINT "shelf_rules_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shelf_rules" ADD CONSTRAINT "shelf_rules_category_id_categories_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("category_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feedback_visitor_id_idx" ON "feedback" USING btree ("visitor_id") WHERE visitor_id is not null;--> statement-breakpoint
CREATE INDEX "feedback_of_visitors_idx" ON "feedback" USING btree ("given_at") WHERE user_id is null;--> statement-breakpoint
CREATE INDEX "feedback_product_id_idx" ON "feedback" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "feedback_category_id_idx" ON "feedback" USING btree ("category_id") WHERE category_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "service_keys_key_hash_key" ON "service_keys" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "shelf_rules_product_id_idx" ON "shelf_rules" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "shelf_rules_category_id_idx" ON "shelf_rules" USING btree ("category_id");
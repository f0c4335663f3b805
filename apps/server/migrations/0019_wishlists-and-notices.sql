CREATE TYPE "public"."notice_kind" AS ENUM('back-in-stock', 'price-drop');--> statement-breakpoint
CREATE TABLE "notice_recipients" (
	"recipient_id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text,
	"email" text,
	"watches_wishlist" boolean DEFAULT false NOT NULL,
	"mailed_on" date,
	"mails_that_day" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notice_recipients_user_or_email" CHECK (num_nonnulls(user_id, email) = 1),
	CONSTRAINT "notice_recipients_guests_have_no_list" CHECK ("notice_recipients"."user_id" is not null or not "notice_recipients"."watches_wishlist")
);
--> statement-breakpoint
CREATE TABLE "product_notices" (
	"notice_id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"recipient_id" uuid NOT NULL,
	"product_id" integer NOT NULL,
	"kind" "notice_kind" NOT NULL,
	"of_wishlist" boolean DEFAULT false NOT NULL,
	"was_gone" boolean DEFAULT false NOT NULL,
	"price_minor" integer,
	"currency" char(3),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "product_notices_price_has_currency" CHECK (("product_notices"."price_minor" is null) = ("product_notices"."currency" is null))
);
--> statement-breakpoint
CREATE TABLE "wishlists" (
	"wishlist_id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text,
	"visitor_id" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "wishlists_one_owner" CHECK (num_nonnulls(user_id, visitor_id) = 1)
);
--> statement-breakpoint
ALTER TABLE "wishlist_items" DROP CONSTRAINT "wishlist_items_user_id_users_user_id_fk";
--> statement-breakpoint
DROP INDEX "wishlist_items_user_idx";--> statement-breakpoint
ALTER TABLE "wishlist_items" DROP CONSTRAINT "wishlist_items_user_id_product_id_pk";--> statement-breakpoint
ALTER TABLE "wishlist_items" ADD COLUMN "wishlist_id" uuid;--> statement-breakpoint
-- Every member's list moves as it is. What things cost when they were added, nobody wrote down.
INSERT INTO "wishlists" ("user_id") SELECT DISTINCT "user_id" FROM "wishlist_items";--> statement-breakpoint
UPDATE "wishlist_items" i SET "wishlist_id" = w."wishlist_id" FROM "wishlists" w WHERE w."user_id" = i."user_id";--> statement-breakpoint
ALTER TABLE "wishlist_items" ALTER COLUMN "wishlist_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "wishlist_items" ADD CONSTRAINT "wishlist_items_wishlist_id_product_id_pk" PRIMARY KEY("wishlist_id","product_id");--> statement-breakpoint
ALTER TABLE "wishlist_items" ADD COLUMN "added_price_minor" integer;--> statement-breakpoint
ALTER TABLE "wishlist_items" ADD COLUMN "added_currency" char(3);--> statement-breakpoint
ALTER TABLE "wishlist_items" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notice_recipients" ADD CONSTRAINT "notice_recipients_user_id_users_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_notices" ADD CONSTRAINT "product_notices_recipient_id_notice_recipients_recipient_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."notice_recipients"("recipient_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_notices" ADD CONSTRAINT "product_notices_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wishlists" ADD CONSTRAINT "wishlists_user_id_users_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notice_recipients_user_id_key" ON "notice_recipients" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notice_recipients_email_key" ON "notice_recipients" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "product_notices_key" ON "product_notices" USING btree ("recipient_id","product_id","kind","of_wishlist");--> statement-breakpoint
CREATE INDEX "product_notices_product_id_idx" ON "product_notices" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "product_notices_unconfirmed_idx" ON "product_notices" USING btree ("created_at") WHERE confirmed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "wishlists_user_id_key" ON "wishlists" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "wishlists_visitor_id_key" ON "wishlists" USING btree ("visitor_id");--> statement-breakpoint
CREATE INDEX "wishlists_of_visitors_idx" ON "wishlists" USING btree ("updated_at") WHERE user_id is null;--> statement-breakpoint
ALTER TABLE "wishlist_items" ADD CONSTRAINT "wishlist_items_wishlist_id_wishlists_wishlist_id_fk" FOREIGN KEY ("wishlist_id") REFERENCES "public"."wishlists"("wishlist_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "wishlist_items_newest_idx" ON "wishlist_items" USING btree ("wishlist_id","added_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "wishlist_items_removed_at_idx" ON "wishlist_items" USING btree ("removed_at") WHERE removed_at is not null;--> statement-breakpoint
ALTER TABLE "wishlist_items" DROP COLUMN "user_id";--> statement-breakpoint
ALTER TABLE "wishlist_items" ADD CONSTRAINT "wishlist_items_price_has_currency" CHECK (("wishlist_items"."added_price_minor" is null) = ("wishlist_items"."added_currency" is null));
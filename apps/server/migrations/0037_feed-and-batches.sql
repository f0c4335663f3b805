CREATE TYPE "public"."interaction_kind" AS ENUM('view', 'click', 'cart', 'wishlist', 'purchase', 'rating', 'like', 'dislike');--> statement-breakpoint
CREATE TYPE "public"."batch_status" AS ENUM('queued', 'running', 'done', 'failed', 'expired');--> statement-breakpoint
CREATE TABLE "interactions" (
	"interaction_id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "interactions_interaction_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" text NOT NULL,
	"product_id" integer NOT NULL,
	"kind" "interaction_kind" NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"value" double precision,
	CONSTRAINT "interactions_rating_has_stars" CHECK ("interactions"."kind" <> 'rating' or "interactions"."value" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "recommendation_batches" (
	"batch_id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"status" "batch_status" DEFAULT 'queued' NOT NULL,
	"item_limit" smallint NOT NULL,
	"user_ids" text[],
	"people" integer NOT NULL,
	"people_done" integer DEFAULT 0 NOT NULL,
	"shelves" integer DEFAULT 0 NOT NULL,
	"items" bigint DEFAULT 0 NOT NULL,
	"last_user_id" text,
	"model_version" text,
	"file_bytes" bigint DEFAULT 0 NOT NULL,
	"failure" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "recommendation_batches_limit" CHECK ("recommendation_batches"."item_limit" between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "interactions" ADD CONSTRAINT "interactions_user_id_users_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interactions" ADD CONSTRAINT "interactions_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "interactions_once_key" ON "interactions" USING btree ("user_id","product_id","kind","occurred_at");--> statement-breakpoint
CREATE INDEX "interactions_user_idx" ON "interactions" USING btree ("user_id","occurred_at");--> statement-breakpoint
CREATE INDEX "interactions_product_id_idx" ON "interactions" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "recommendation_batches_created_at_idx" ON "recommendation_batches" USING btree ("created_at");
CREATE TYPE "public"."event_kind" AS ENUM('view', 'click', 'search');--> statement-breakpoint
CREATE TYPE "public"."import_kind" AS ENUM('meta', 'reviews');--> statement-breakpoint
CREATE TYPE "public"."model_status" AS ENUM('candidate', 'active', 'shadow', 'retired', 'rejected');--> statement-breakpoint
CREATE TYPE "public"."order_status" AS ENUM('Pending', 'Completed', 'Cancelled');--> statement-breakpoint
CREATE TYPE "public"."rating_bin" AS ENUM('Low', 'Medium', 'High');--> statement-breakpoint
CREATE TYPE "public"."gender" AS ENUM('Male', 'Female', 'Other');--> statement-breakpoint
CREATE TABLE "categories" (
	"category_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "categories_category_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"parent_id" integer,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	CONSTRAINT "categories_slug_form" CHECK ("categories"."slug" ~ '^[a-z0-9-]+(/[a-z0-9-]+)*$'),
	CONSTRAINT "categories_not_own_parent" CHECK ("categories"."parent_id" <> "categories"."category_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"event_id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"visitor_id" uuid NOT NULL,
	"user_id" text,
	"kind" "event_kind" NOT NULL,
	"product_id" integer,
	"query" text,
	"request_id" uuid,
	"position" integer,
	"occurred_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "events_subject" CHECK (case when kind = 'search' then query is not null else product_id is not null end)
);
--> statement-breakpoint
CREATE TABLE "exposures" (
	"request_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"product_id" integer NOT NULL,
	"visitor_id" uuid,
	"user_id" text,
	"model_version" text,
	"variant" text NOT NULL,
	"slot" text NOT NULL,
	"source" text NOT NULL,
	"score" double precision NOT NULL,
	"shown_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exposures_request_id_position_pk" PRIMARY KEY("request_id","position")
);
--> statement-breakpoint
CREATE TABLE "import_checkpoints" (
	"kind" "import_kind" NOT NULL,
	"file_key" text NOT NULL,
	"file_name" text NOT NULL,
	"rows_done" bigint DEFAULT 0 NOT NULL,
	"counters" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"finished_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_checkpoints_kind_file_key_pk" PRIMARY KEY("kind","file_key"),
	CONSTRAINT "import_checkpoints_rows_not_negative" CHECK ("import_checkpoints"."rows_done" >= 0)
);
--> statement-breakpoint
CREATE TABLE "models" (
	"model_version" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"status" "model_status" DEFAULT 'candidate' NOT NULL,
	"manifest" jsonb NOT NULL,
	"graph_hash" char(64) NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"promoted_at" timestamp with time zone,
	"promoted_by" text,
	"note" text,
	CONSTRAINT "models_version_form" CHECK ("models"."model_version" ~ '^[a-z0-9-]+-[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}$'),
	CONSTRAINT "models_active_was_promoted" CHECK ("models"."status" <> 'active' or "models"."promoted_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"order_id" uuid NOT NULL,
	"product_id" integer NOT NULL,
	"title" text NOT NULL,
	"unit_price_minor" integer NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "order_lines_order_id_product_id_pk" PRIMARY KEY("order_id","product_id"),
	CONSTRAINT "order_lines_quantity_positive" CHECK ("order_lines"."quantity" > 0),
	CONSTRAINT "order_lines_price_not_negative" CHECK ("order_lines"."unit_price_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"order_id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text,
	"total_price_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"status" "order_status" DEFAULT 'Pending' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "orders_total_not_negative" CHECK ("orders"."total_price_minor" >= 0),
	CONSTRAINT "orders_updated_after_created" CHECK ("orders"."updated_at" >= "orders"."created_at")
);
--> statement-breakpoint
CREATE TABLE "inventory" (
	"product_id" integer PRIMARY KEY NOT NULL,
	"on_hand" integer DEFAULT 0 NOT NULL,
	"reserved" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inventory_on_hand_not_negative" CHECK ("inventory"."on_hand" >= 0),
	CONSTRAINT "inventory_reserved_within_on_hand" CHECK ("inventory"."reserved" between 0 and "inventory"."on_hand")
);
--> statement-breakpoint
CREATE TABLE "product_images" (
	"product_id" integer NOT NULL,
	"position" integer NOT NULL,
	"url" text NOT NULL,
	"large_url" text NOT NULL,
	"variant" text,
	CONSTRAINT "product_images_product_id_position_pk" PRIMARY KEY("product_id","position"),
	CONSTRAINT "product_images_position_not_negative" CHECK ("product_images"."position" >= 0),
	CONSTRAINT "product_images_url_form" CHECK ("product_images"."url" ~ '^(https?://|/)' and "product_images"."large_url" ~ '^(https?://|/)')
);
--> statement-breakpoint
CREATE TABLE "products" (
	"product_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "products_product_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"parent_asin" text NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"features" text[] DEFAULT '{}' NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"brand" text,
	"color" text,
	"main_category" text,
	"category_id" integer,
	"price_minor" integer,
	"currency" char(3),
	"average_rating" double precision,
	"rating_count" integer DEFAULT 0 NOT NULL,
	"rating_bin" "rating_bin" GENERATED ALWAYS AS (case when average_rating is null then null
        when average_rating < 3 then 'Low'::rating_bin
        when average_rating < 4 then 'Medium'::rating_bin
        else 'High'::rating_bin end) STORED,
	"bayesian_rating" double precision GENERATED ALWAYS AS ((coalesce(average_rating, 3.5) * rating_count + 35) / (rating_count + 10)) STORED NOT NULL,
	"date_first_available" date,
	"is_listed" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"search_text" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('english', left(title, 2000)), 'A')
        || setweight(to_tsvector('english', coalesce(brand, '') || ' ' || coalesce(color, '')), 'B')
        || setweight(to_tsvector('english', coalesce(main_category, '')), 'C')
        || setweight(to_tsvector('english', left(description, 10000)), 'D')) STORED,
	CONSTRAINT "products_parent_asin_length" CHECK (length("products"."parent_asin") between 1 and 64),
	CONSTRAINT "products_title_not_empty" CHECK (length("products"."title") > 0),
	CONSTRAINT "products_price_not_negative" CHECK ("products"."price_minor" >= 0),
	CONSTRAINT "products_price_has_currency" CHECK (("products"."price_minor" is null) = ("products"."currency" is null)),
	CONSTRAINT "products_average_rating_range" CHECK ("products"."average_rating" between 1 and 5),
	CONSTRAINT "products_rating_count_not_negative" CHECK ("products"."rating_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"review_id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reviews_review_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" text NOT NULL,
	"product_id" integer NOT NULL,
	"rating" smallint NOT NULL,
	"timestamp" timestamp with time zone NOT NULL,
	"year" smallint GENERATED ALWAYS AS (extract(year from "timestamp" at time zone 'UTC')) STORED,
	"month" smallint GENERATED ALWAYS AS (extract(month from "timestamp" at time zone 'UTC')) STORED,
	"day" smallint GENERATED ALWAYS AS (extract(day from "timestamp" at time zone 'UTC')) STORED,
	"hour" smallint GENERATED ALWAYS AS (extract(hour from "timestamp" at time zone 'UTC')) STORED,
	"minute" smallint GENERATED ALWAYS AS (extract(minute from "timestamp" at time zone 'UTC')) STORED,
	"title" text DEFAULT '' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"helpful_votes" integer DEFAULT 0 NOT NULL,
	"verified_purchase" boolean DEFAULT false NOT NULL,
	CONSTRAINT "reviews_rating_range" CHECK ("reviews"."rating" between 1 and 5),
	CONSTRAINT "reviews_helpful_votes_not_negative" CHECK ("reviews"."helpful_votes" >= 0)
);
--> statement-breakpoint
CREATE TABLE "users" (
	"user_id" text PRIMARY KEY NOT NULL,
	"first_name" text,
	"last_name" text,
	"email" text,
	"password_hash" text,
	"age" smallint,
	"gender" "gender",
	"address" text,
	"date_joined" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_user_id_length" CHECK (length("users"."user_id") between 1 and 128),
	CONSTRAINT "users_email_form" CHECK ("users"."email" is null or "users"."email" like '%_@_%'),
	CONSTRAINT "users_age_range" CHECK ("users"."age" is null or "users"."age" between 0 and 150),
	CONSTRAINT "users_password_needs_email" CHECK ("users"."password_hash" is null or "users"."email" is not null)
);
--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_parent_id_categories_category_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."categories"("category_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_user_id_users_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exposures" ADD CONSTRAINT "exposures_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_id_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("order_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("product_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_user_id_users_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inventory" ADD CONSTRAINT "inventory_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_images" ADD CONSTRAINT "product_images_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_category_id_categories_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("category_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_user_id_users_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("product_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "categories_slug_key" ON "categories" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "categories_parent_id_idx" ON "categories" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "events_visitor_idx" ON "events" USING btree ("visitor_id","event_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "events_product_idx" ON "events" USING btree ("product_id","occurred_at");--> statement-breakpoint
CREATE INDEX "events_occurred_at_idx" ON "events" USING btree ("occurred_at");--> statement-breakpoint
CREATE INDEX "events_request_idx" ON "events" USING btree ("request_id") WHERE request_id is not null;--> statement-breakpoint
CREATE INDEX "exposures_shown_at_idx" ON "exposures" USING btree ("shown_at");--> statement-breakpoint
CREATE INDEX "exposures_product_id_idx" ON "exposures" USING btree ("product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "models_one_active" ON "models" USING btree ("status") WHERE status = 'active';--> statement-breakpoint
CREATE INDEX "models_created_at_idx" ON "models" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "order_lines_product_id_idx" ON "order_lines" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "orders_user_id_idx" ON "orders" USING btree ("user_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "orders_status_idx" ON "orders" USING btree ("status","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "products_parent_asin_key" ON "products" USING btree ("parent_asin");--> statement-breakpoint
CREATE INDEX "products_category_id_idx" ON "products" USING btree ("category_id");--> statement-breakpoint
CREATE INDEX "products_brand_idx" ON "products" USING btree ("brand") WHERE is_listed;--> statement-breakpoint
CREATE INDEX "products_popularity_idx" ON "products" USING btree ("rating_count" DESC NULLS FIRST,"product_id" DESC NULLS FIRST) WHERE is_listed;--> statement-breakpoint
CREATE INDEX "products_rating_idx" ON "products" USING btree ("bayesian_rating" DESC NULLS FIRST,"product_id" DESC NULLS FIRST) WHERE is_listed;--> statement-breakpoint
CREATE INDEX "products_price_asc_idx" ON "products" USING btree (coalesce("price_minor", 2147483647),"product_id") WHERE is_listed;--> statement-breakpoint
CREATE INDEX "products_price_desc_idx" ON "products" USING btree (coalesce("price_minor", -1) desc,"product_id" DESC NULLS FIRST) WHERE is_listed;--> statement-breakpoint
CREATE INDEX "products_newest_idx" ON "products" USING btree (coalesce("date_first_available", '0001-01-01') desc,"product_id" DESC NULLS FIRST) WHERE is_listed;--> statement-breakpoint
CREATE INDEX "products_search_text_idx" ON "products" USING gin ("search_text");--> statement-breakpoint
CREATE INDEX "products_title_trigram_idx" ON "products" USING gin (lower("title") gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_user_id_product_id_key" ON "reviews" USING btree ("user_id","product_id");--> statement-breakpoint
CREATE INDEX "reviews_product_helpful_idx" ON "reviews" USING btree ("product_id","helpful_votes" DESC NULLS FIRST,"review_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "reviews_product_newest_idx" ON "reviews" USING btree ("product_id","timestamp" DESC NULLS FIRST,"review_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "reviews_timestamp_idx" ON "reviews" USING btree ("timestamp");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "users_date_joined_idx" ON "users" USING btree ("date_joined");
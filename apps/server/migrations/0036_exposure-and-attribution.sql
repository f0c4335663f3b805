CREATE TYPE "public"."attribution_kind" AS ENUM('cart', 'purchase');--> statement-breakpoint
CREATE TYPE "public"."attribution_touch" AS ENUM('click', 'impression');--> statement-breakpoint
CREATE TYPE "public"."event_actor" AS ENUM('person', 'unproven', 'robot');--> statement-breakpoint
CREATE TABLE "attributions" (
	"attribution_id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "attributions_attribution_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" "attribution_kind" NOT NULL,
	"touch" "attribution_touch" NOT NULL,
	"touched_at" timestamp with time zone NOT NULL,
	"request_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"slot" text NOT NULL,
	"source" text NOT NULL,
	"model_version" text,
	"variant" text NOT NULL,
	"product_id" integer NOT NULL,
	"taken_product_id" integer NOT NULL,
	"order_id" uuid,
	"quantity" integer NOT NULL,
	"refunded_quantity" integer DEFAULT 0 NOT NULL,
	"revenue_minor" bigint,
	"currency" char(3),
	"taken_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attributions_purchase" CHECK (num_nonnulls(order_id, revenue_minor, currency) = case when kind = 'purchase' then 3 else 0 end),
	CONSTRAINT "attributions_quantity" CHECK (quantity > 0 and refunded_quantity between 0 and quantity)
);
--> statement-breakpoint
CREATE TABLE "received_events" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
-- Exposures and events are kept by month, so that an old month is dropped without reading it. Their partitions are in a schema of their own.
CREATE SCHEMA IF NOT EXISTS partitions;--> statement-breakpoint
ALTER TABLE "exposures" RENAME TO "exposures_of_before";--> statement-breakpoint
DROP INDEX "exposures_shown_at_idx", "exposures_user_id_idx", "exposures_product_id_idx";--> statement-breakpoint
ALTER TABLE "events" RENAME TO "events_of_before";--> statement-breakpoint
DROP INDEX "events_visitor_idx", "events_user_id_idx", "events_product_idx", "events_occurred_at_idx", "events_search_idx", "events_request_idx";--> statement-breakpoint
ALTER SEQUENCE "events_event_id_seq" RENAME TO "events_of_before_event_id_seq";--> statement-breakpoint
-- A row is a page of a shelf, and its cards are arrays: one row is far cheaper to store than twenty.
CREATE TABLE "exposures" (
	"request_id" uuid NOT NULL,
	"first_position" smallint NOT NULL,
	"product_ids" integer[] NOT NULL,
	"sources" text[] NOT NULL,
	"scores" double precision[] NOT NULL,
	"visitor_id" uuid,
	"user_id" text,
	"model_version" text,
	"variant" text NOT NULL,
	"slot" text NOT NULL,
	"shown_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone[],
	CONSTRAINT "exposures_request_id_first_position_shown_at_pk" PRIMARY KEY("request_id","first_position","shown_at"),
	CONSTRAINT "exposures_cards" CHECK (cardinality(product_ids) > 0 and cardinality(sources) = cardinality(product_ids)
		and cardinality(scores) = cardinality(product_ids) and (seen_at is null or cardinality(seen_at) = cardinality(product_ids)))
) PARTITION BY RANGE ("shown_at");
--> statement-breakpoint
CREATE TABLE "events" (
	"event_id" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "events_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"visitor_id" uuid NOT NULL,
	"user_id" text,
	"kind" "event_kind" NOT NULL,
	"product_id" integer,
	"query" text,
	"request_id" uuid,
	"position" integer,
	"search_id" uuid,
	"actor" "event_actor" DEFAULT 'person' NOT NULL,
	"occurred_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "events_event_id_occurred_at_pk" PRIMARY KEY("event_id","occurred_at"),
	CONSTRAINT "events_subject" CHECK (case when kind = 'search' then query is not null else product_id is not null end)
) PARTITION BY RANGE ("occurred_at");
--> statement-breakpoint
-- Rows of months without a partition, so that no insert fails.
CREATE TABLE partitions.exposures_default PARTITION OF "exposures" DEFAULT;--> statement-breakpoint
CREATE TABLE partitions.events_default PARTITION OF "events" DEFAULT;--> statement-breakpoint
CREATE FUNCTION month_partitioned_tables() RETURNS TABLE ("table" text, "at" text) LANGUAGE sql IMMUTABLE AS $$
  SELECT * FROM (VALUES ('exposures', 'shown_at'), ('events', 'occurred_at')) AS t
$$;--> statement-breakpoint
-- Makes the partition of a month (in UTC) and moves its rows from the default partition. Returns false if the partition exists.
CREATE FUNCTION make_month_partition("table" text, "at" text, month date) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  name text := format('%s_%s', "table", to_char(month, 'YYYY_MM'));
  since timestamptz := month::timestamp AT TIME ZONE 'UTC';
  until timestamptz := (month + interval '1 month') AT TIME ZONE 'UTC';
BEGIN
  IF to_regclass(format('partitions.%I', name)) IS NOT NULL THEN
    RETURN false;
  END IF;
  EXECUTE format('LOCK TABLE partitions.%I IN ACCESS EXCLUSIVE MODE', "table" || '_default');
  EXECUTE format('CREATE TABLE partitions.%I (LIKE public.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name, "table");
  EXECUTE format('WITH moved AS (DELETE FROM partitions.%1$I WHERE %2$I >= %3$L AND %2$I < %4$L RETURNING *)
    INSERT INTO partitions.%5$I SELECT * FROM moved', "table" || '_default', "at", since, until, name);
  EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION partitions.%I FOR VALUES FROM (%L) TO (%L)', "table", name, since, until);
  RETURN true;
END $$;--> statement-breakpoint
-- Makes the partitions of this month, the next two, and every month that has rows in the default partition. Returns how many it made.
CREATE FUNCTION make_month_partitions() RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  this_month date := date_trunc('month', now() AT TIME ZONE 'UTC')::date;
  one record;
  months date[];
  month date;
  made integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(7739269533206410350);
  FOR one IN SELECT * FROM month_partitioned_tables() LOOP
    EXECUTE format('SELECT array_agg(DISTINCT date_trunc(''month'', %I AT TIME ZONE ''UTC'')::date) FROM partitions.%I',
      one."at", one."table" || '_default') INTO months;
    FOR month IN
      SELECT DISTINCT m FROM unnest(months || ARRAY(
        SELECT (this_month + make_interval(months => n))::date FROM generate_series(0, 2) n)) m
      WHERE m IS NOT NULL ORDER BY m
    LOOP
      made := made + make_month_partition(one."table", one."at", month)::int;
    END LOOP;
  END LOOP;
  RETURN made;
END $$;--> statement-breakpoint
-- Drops the partitions of months before the first of the last "months" months. Returns how many it dropped.
CREATE FUNCTION drop_month_partitions(months integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  oldest text := to_char(date_trunc('month', now() AT TIME ZONE 'UTC') - make_interval(months => months), 'YYYY_MM');
  name text;
  dropped integer := 0;
BEGIN
  FOR name IN
    SELECT c.relname FROM month_partitioned_tables() t
    JOIN pg_inherits i ON i.inhparent = format('public.%I', t."table")::regclass
    JOIN pg_class c ON c.oid = i.inhrelid
    WHERE c.relname ~ '_\d{4}_\d{2}$' AND right(c.relname, 7) < oldest ORDER BY 1
  LOOP
    EXECUTE format('DROP TABLE partitions.%I', name);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END $$;--> statement-breakpoint
SELECT make_month_partition('exposures', 'shown_at', month) FROM (
  SELECT DISTINCT date_trunc('month', shown_at AT TIME ZONE 'UTC')::date AS month FROM exposures_of_before ORDER BY 1) months;--> statement-breakpoint
SELECT make_month_partition('events', 'occurred_at', month) FROM (
  SELECT DISTINCT date_trunc('month', occurred_at AT TIME ZONE 'UTC')::date AS month FROM events_of_before ORDER BY 1) months;--> statement-breakpoint
INSERT INTO "exposures" ("request_id", "first_position", "product_ids", "sources", "scores", "visitor_id", "user_id", "model_version", "variant", "slot", "shown_at")
SELECT "request_id", min("position"), array_agg("product_id" ORDER BY "position"), array_agg("source" ORDER BY "position"), array_agg("score" ORDER BY "position"),
  (array_agg("visitor_id"))[1], (array_agg("user_id"))[1], (array_agg("model_version"))[1], (array_agg("variant"))[1], (array_agg("slot"))[1], min("shown_at")
FROM (
  -- A row of a product that was deleted since is missing, so a page may have gaps.
  SELECT *, "position" - row_number() OVER (PARTITION BY "request_id" ORDER BY "position") AS page FROM exposures_of_before) AS cards
GROUP BY "request_id", page;--> statement-breakpoint
INSERT INTO "events" ("event_id", "visitor_id", "user_id", "kind", "product_id", "query", "request_id", "position", "search_id", "occurred_at")
OVERRIDING SYSTEM VALUE
SELECT "event_id", "visitor_id", "user_id", "kind", "product_id", "query", "request_id", "position", "search_id", "occurred_at" FROM events_of_before;--> statement-breakpoint
SELECT setval('events_event_id_seq', last_value, is_called) FROM events_of_before_event_id_seq;--> statement-breakpoint
DROP TABLE exposures_of_before, events_of_before;--> statement-breakpoint
SELECT make_month_partitions();--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_user_id_users_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "exposures_shown_at_idx" ON "exposures" USING btree ("shown_at");--> statement-breakpoint
CREATE INDEX "exposures_user_id_idx" ON "exposures" USING btree ("user_id") WHERE user_id is not null;--> statement-breakpoint
CREATE INDEX "exposures_visitor_id_idx" ON "exposures" USING btree ("visitor_id") WHERE visitor_id is not null;--> statement-breakpoint
-- The cards of the shelves, one by one.
CREATE VIEW exposed_cards AS
SELECT request_id, (first_position + card - 1)::smallint AS position, product_ids[card] AS product_id, visitor_id, user_id, model_version, variant, slot,
  sources[card] AS source, scores[card] AS score, shown_at, seen_at[card] AS seen_at
FROM exposures CROSS JOIN LATERAL generate_series(1, cardinality(product_ids)) AS card;--> statement-breakpoint
CREATE INDEX "events_visitor_idx" ON "events" USING btree ("visitor_id","event_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "events_user_id_idx" ON "events" USING btree ("user_id") WHERE user_id is not null;--> statement-breakpoint
CREATE INDEX "events_product_idx" ON "events" USING btree ("product_id","occurred_at");--> statement-breakpoint
CREATE INDEX "events_occurred_at_idx" ON "events" USING btree ("occurred_at");--> statement-breakpoint
CREATE INDEX "events_search_idx" ON "events" USING btree ("search_id") WHERE search_id is not null;--> statement-breakpoint
CREATE INDEX "events_request_idx" ON "events" USING btree ("request_id") WHERE request_id is not null;--> statement-breakpoint
CREATE INDEX "events_robots_idx" ON "events" USING btree ("visitor_id") WHERE actor = 'robot';--> statement-breakpoint
ALTER TABLE "attributions" ADD CONSTRAINT "attributions_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attributions" ADD CONSTRAINT "attributions_taken_product_id_products_product_id_fk" FOREIGN KEY ("taken_product_id") REFERENCES "public"."products"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attributions" ADD CONSTRAINT "attributions_order_line_fk" FOREIGN KEY ("order_id","taken_product_id") REFERENCES "public"."order_lines"("order_id","product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attributions_cart_key" ON "attributions" USING btree ("request_id","position") WHERE kind = 'cart';--> statement-breakpoint
CREATE UNIQUE INDEX "attributions_purchase_key" ON "attributions" USING btree ("order_id","taken_product_id");--> statement-breakpoint
CREATE INDEX "attributions_taken_at_idx" ON "attributions" USING btree ("taken_at");--> statement-breakpoint
CREATE INDEX "attributions_product_id_idx" ON "attributions" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "attributions_taken_product_id_idx" ON "attributions" USING btree ("taken_product_id");--> statement-breakpoint
CREATE INDEX "received_events_received_at_idx" ON "received_events" USING btree ("received_at");--> statement-breakpoint
CREATE TABLE "visitor_members" (
	"visitor_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"logged_in_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "visitor_members_user_id_visitor_id_pk" PRIMARY KEY("user_id","visitor_id")
);--> statement-breakpoint
ALTER TABLE "visitor_members" ADD CONSTRAINT "visitor_members_user_id_users_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("user_id") ON DELETE cascade ON UPDATE no action;

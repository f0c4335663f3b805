CREATE TYPE "public"."sale_state" AS ENUM('planned', 'on', 'ended');--> statement-breakpoint
CREATE TABLE "price_history" (
	"product_id" integer NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"price_minor" integer,
	"currency" char(3),
	CONSTRAINT "price_history_product_id_since_pk" PRIMARY KEY("product_id","since"),
	CONSTRAINT "price_history_price_has_currency" CHECK (("price_history"."price_minor" is null) = ("price_history"."currency" is null))
);
--> statement-breakpoint
CREATE TABLE "product_sales" (
	"sale_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "product_sales_sale_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"product_id" integer NOT NULL,
	"price_minor" integer NOT NULL,
	"currency" char(3) NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"state" "sale_state" DEFAULT 'planned' NOT NULL,
	"began_at" timestamp with time zone,
	"lowest_recent_price_minor" integer,
	CONSTRAINT "product_sales_price_positive" CHECK ("product_sales"."price_minor" > 0),
	CONSTRAINT "product_sales_ends_after_start" CHECK ("product_sales"."ends_at" > "product_sales"."starts_at"),
	CONSTRAINT "product_sales_on_has_begun" CHECK ("product_sales"."state" <> 'on' or "product_sales"."began_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "regular_price_minor" integer;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "lowest_recent_price_minor" integer;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "sale_ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "percent_off" smallint GENERATED ALWAYS AS (nullif(greatest((lowest_recent_price_minor - price_minor)::bigint * 100 / nullif(lowest_recent_price_minor, 0), 0), 0)::smallint) STORED;--> statement-breakpoint
ALTER TABLE "price_history" ADD CONSTRAINT "price_history_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_sales" ADD CONSTRAINT "product_sales_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "product_sales_product_idx" ON "product_sales" USING btree ("product_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "product_sales_on_key" ON "product_sales" USING btree ("product_id") WHERE state = 'on';--> statement-breakpoint
CREATE INDEX "product_sales_planned_idx" ON "product_sales" USING btree ("starts_at") WHERE state = 'planned';--> statement-breakpoint
CREATE INDEX "product_sales_ending_idx" ON "product_sales" USING btree ("ends_at") WHERE state = 'on';--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_sale_below_regular_price" CHECK ("products"."regular_price_minor" is null or "products"."regular_price_minor" > "products"."price_minor");--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_sale_is_whole" CHECK ("products"."regular_price_minor" is not null or ("products"."lowest_recent_price_minor" is null and "products"."sale_ends_at" is null));--> statement-breakpoint
ALTER TABLE "product_sales" ADD CONSTRAINT "product_sales_do_not_overlap" EXCLUDE USING gist
  (int4range(product_id, product_id, '[]') WITH &&, tstzrange(starts_at, ends_at) WITH &&) WHERE (state <> 'ended');--> statement-breakpoint

-- The history of prices begins today.
INSERT INTO price_history (product_id, since, price_minor, currency)
SELECT product_id, now(), price_minor, currency FROM products WHERE price_minor IS NOT NULL;--> statement-breakpoint
CREATE FUNCTION note_first_prices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO price_history (product_id, since, price_minor, currency)
  SELECT product_id, now(), price_minor, currency FROM after_rows WHERE price_minor IS NOT NULL;
  RETURN NULL;
END $$;--> statement-breakpoint
-- Of several prices in one transaction only the last was ever asked. A transaction that waited for another one notes its price after that one's.
CREATE FUNCTION note_price() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO price_history (product_id, since, price_minor, currency)
  VALUES (NEW.product_id, greatest(now(), (
    SELECT max(since) + interval '1 microsecond' FROM price_history WHERE product_id = NEW.product_id AND since > now()
  )), NEW.price_minor, NEW.currency)
  ON CONFLICT (product_id, since) DO UPDATE SET price_minor = excluded.price_minor, currency = excluded.currency;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER products_note_first_prices AFTER INSERT ON products REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_first_prices();--> statement-breakpoint
CREATE TRIGGER products_note_price AFTER UPDATE ON products FOR EACH ROW
  WHEN ((OLD.price_minor, OLD.currency) IS DISTINCT FROM (NEW.price_minor, NEW.currency)) EXECUTE FUNCTION note_price();--> statement-breakpoint

-- The lowest price of the 30 days before a moment, with the one that was already in force when they began. Null: there was none.
CREATE FUNCTION lowest_price_before(product integer, in_currency char(3), at timestamptz) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT min(price_minor) FROM price_history
  WHERE product_id = product AND currency = in_currency AND since < at AND since >= coalesce(
    (SELECT max(since) FROM price_history WHERE product_id = product AND since <= at - interval '30 days'), '-infinity')
$$;--> statement-breakpoint
-- A new price is a regular price, whoever writes it: the sale that is on, if any, sets the price that is asked. A sale whose price is
-- not below the regular one has no effect. A writer that may write the very price of the sale sets regular_price_minor to null as well.
CREATE FUNCTION price_by_sale() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  regular integer := CASE
    WHEN NEW.regular_price_minor IS DISTINCT FROM OLD.regular_price_minor THEN coalesce(NEW.regular_price_minor, NEW.price_minor)
    WHEN (NEW.price_minor, NEW.currency) IS DISTINCT FROM (OLD.price_minor, OLD.currency) THEN NEW.price_minor
    ELSE coalesce(OLD.regular_price_minor, OLD.price_minor) END;
  sale product_sales;
BEGIN
  SELECT * INTO sale FROM product_sales
  WHERE product_id = NEW.product_id AND state = 'on' AND price_minor < regular AND currency = NEW.currency;
  NEW.price_minor := coalesce(sale.price_minor, regular);
  NEW.regular_price_minor := CASE WHEN sale.sale_id IS NOT NULL THEN regular END;
  NEW.lowest_recent_price_minor := sale.lowest_recent_price_minor;
  NEW.sale_ends_at := sale.ends_at;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER products_price_by_sale BEFORE UPDATE ON products FOR EACH ROW
  WHEN ((OLD.price_minor, OLD.currency, OLD.regular_price_minor, OLD.lowest_recent_price_minor, OLD.sale_ends_at) IS DISTINCT FROM
    (NEW.price_minor, NEW.currency, NEW.regular_price_minor, NEW.lowest_recent_price_minor, NEW.sale_ends_at))
  EXECUTE FUNCTION price_by_sale();--> statement-breakpoint
-- Ends and begins the sales of all products that are due, or of these products. It skips a product that another transaction is
-- changing, rather than wait for it: the next call finds that product.
CREATE FUNCTION apply_sales(at timestamptz, ids integer[], OUT began integer, OUT ended integer) LANGUAGE plpgsql AS $$
DECLARE
  due integer[];
BEGIN
  -- A node whose clock is late does not miss the latest prices.
  at := greatest(at, now());
  due := ARRAY(
    SELECT p.product_id FROM products p
    WHERE p.product_id IN (
      SELECT unnest(ids)
      UNION SELECT product_id FROM product_sales WHERE ids IS NULL AND state = 'planned' AND starts_at <= at
      UNION SELECT product_id FROM product_sales WHERE ids IS NULL AND state = 'on' AND ends_at <= at)
    ORDER BY p.product_id FOR NO KEY UPDATE SKIP LOCKED);
  UPDATE product_sales SET state = 'ended' WHERE product_id = ANY (due) AND state <> 'ended' AND ends_at <= at;
  GET DIAGNOSTICS ended = ROW_COUNT;
  UPDATE product_sales SET state = 'on', began_at = at, lowest_recent_price_minor = lowest_price_before(product_id, currency, at)
  WHERE product_id = ANY (due) AND state = 'planned' AND starts_at <= at;
  GET DIAGNOSTICS began = ROW_COUNT;
  UPDATE products SET price_minor = coalesce(regular_price_minor, price_minor),
    regular_price_minor = coalesce(regular_price_minor, price_minor), updated_at = now()
  WHERE product_id = ANY (due);
END $$;--> statement-breakpoint
-- As in migration 0032, and whenever the announced reduction changes.
CREATE OR REPLACE FUNCTION search_follows_products() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  rewritten integer[];
  touched integer[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(product_id) INTO rewritten FROM after_rows WHERE is_listed;
    touched := rewritten;
  ELSIF TG_OP = 'UPDATE' THEN
    SELECT array_agg(a.product_id) FILTER (WHERE
        (a.is_listed, a.title, a.brand, a.color, a.category_id, a.main_category, a.features, a.description) IS DISTINCT FROM
        (b.is_listed, b.title, b.brand, b.color, b.category_id, b.main_category, b.features, b.description)),
      array_agg(a.product_id) || array_agg(b.group_id) FILTER (WHERE b.group_id <> coalesce(a.group_id, 0))
    INTO rewritten, touched
    FROM after_rows a JOIN before_rows b USING (product_id)
    WHERE (a.is_listed OR b.is_listed) AND
      (a.is_listed, a.title, a.attributes, a.group_id, a.category_id, a.main_category, a.features, a.description,
        a.price_minor, a.currency, a.percent_off, a.average_rating, a.rating_count, a.date_first_available) IS DISTINCT FROM
      (b.is_listed, b.title, b.attributes, b.group_id, b.category_id, b.main_category, b.features, b.description,
        b.price_minor, b.currency, b.percent_off, b.average_rating, b.rating_count, b.date_first_available);
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(product_id) || array_agg(group_id) FILTER (WHERE group_id IS NOT NULL) INTO touched FROM before_rows WHERE is_listed;
  ELSE
    touched := '{0}';
  END IF;
  IF rewritten IS NOT NULL THEN
    PERFORM put_search_documents(rewritten);
  END IF;
  PERFORM tell_search(touched);
  RETURN NULL;
END $$;

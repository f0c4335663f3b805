CREATE TABLE "product_groups" (
	"group_id" integer PRIMARY KEY NOT NULL,
	"parent_asin" text NOT NULL,
	"options" text[] NOT NULL,
	CONSTRAINT "product_groups_parent_asin_length" CHECK (length("product_groups"."parent_asin") between 1 and 64)
);
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "group_id" integer;--> statement-breakpoint
ALTER TABLE "product_groups" ADD CONSTRAINT "product_groups_group_id_products_product_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."products"("product_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "product_groups_parent_asin_key" ON "product_groups" USING btree ("parent_asin");--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_group_id_product_groups_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."product_groups"("group_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "products_group_id_idx" ON "products" USING btree ("group_id") WHERE group_id is not null;--> statement-breakpoint
-- The products of a group are rated as one: by the reviews of all of them, and by the meta of the one that most people have rated elsewhere.
-- Null: of all products. Returns how many changed.
CREATE OR REPLACE FUNCTION refresh_product_ratings(ids integer[]) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  changed integer;
BEGIN
  IF ids IS NOT NULL THEN
    ids := ARRAY(
      SELECT unnest(ids) UNION
      SELECT m.product_id FROM products p JOIN products m ON m.group_id = p.group_id
      WHERE p.product_id = ANY (ids) AND p.group_id IS NOT NULL);
  END IF;
  WITH rated AS MATERIALIZED (
    SELECT product_id, coalesce(group_id, product_id) AS item_id, meta_average_rating, meta_rating_count
    FROM products WHERE ids IS NULL OR product_id = ANY (ids)
  ), sums AS (
    SELECT item_id,
      count(*) FILTER (WHERE source = 'import') AS imported, sum(rating) FILTER (WHERE source = 'import') AS imported_stars,
      count(*) FILTER (WHERE source = 'shop') AS own, sum(rating) FILTER (WHERE source = 'shop') AS own_stars
    FROM rated JOIN reviews USING (product_id) WHERE status = 'published' GROUP BY item_id
  ), metas AS (
    SELECT DISTINCT ON (item_id) item_id, meta_average_rating, meta_rating_count
    FROM rated ORDER BY item_id, meta_average_rating IS NULL, meta_rating_count DESC, product_id
  )
  UPDATE products p SET average_rating = r.mean, rating_count = r.count, updated_at = now()
  FROM rated q JOIN metas USING (item_id) LEFT JOIN sums USING (item_id)
    CROSS JOIN LATERAL combine_ratings(metas.meta_average_rating, metas.meta_rating_count, imported, imported_stars, own, own_stars) AS r
  WHERE p.product_id = q.product_id AND (p.average_rating, p.rating_count) IS DISTINCT FROM (r.mean, r.count);
  GET DIAGNOSTICS changed = ROW_COUNT;
  RETURN changed;
END $$;--> statement-breakpoint
-- Who changes the meta of a product that is in a group, or its group, refreshes the ratings of the group.
CREATE OR REPLACE FUNCTION rate_product() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT mean, count INTO NEW.average_rating, NEW.rating_count
    FROM combine_ratings(NEW.meta_average_rating, NEW.meta_rating_count, 0, 0, 0, 0);
  ELSIF NEW.group_id IS NULL THEN
    SELECT r.mean, r.count INTO NEW.average_rating, NEW.rating_count
    FROM (
      SELECT count(*) FILTER (WHERE source = 'import') AS imported, sum(rating) FILTER (WHERE source = 'import') AS imported_stars,
        count(*) FILTER (WHERE source = 'shop') AS own, sum(rating) FILTER (WHERE source = 'shop') AS own_stars
      FROM reviews WHERE product_id = NEW.product_id AND status = 'published'
    ) AS sums, combine_ratings(NEW.meta_average_rating, NEW.meta_rating_count, imported, imported_stars, own, own_stars) AS r;
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
-- As in migration 0030, and whenever a product comes into a group or leaves one.
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
      array_agg(a.product_id)
    INTO rewritten, touched
    FROM after_rows a JOIN before_rows b USING (product_id)
    WHERE (a.is_listed OR b.is_listed) AND
      (a.is_listed, a.title, a.attributes, a.group_id, a.category_id, a.main_category, a.features, a.description,
        a.price_minor, a.currency, a.average_rating, a.rating_count, a.date_first_available) IS DISTINCT FROM
      (b.is_listed, b.title, b.attributes, b.group_id, b.category_id, b.main_category, b.features, b.description,
        b.price_minor, b.currency, b.average_rating, b.rating_count, b.date_first_available);
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(product_id) INTO touched FROM before_rows WHERE is_listed;
  ELSE
    touched := '{0}';
  END IF;
  IF rewritten IS NOT NULL THEN
    PERFORM put_search_documents(rewritten);
  END IF;
  PERFORM tell_search(touched);
  RETURN NULL;
END $$;

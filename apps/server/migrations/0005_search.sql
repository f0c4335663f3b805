CREATE EXTENSION IF NOT EXISTS unaccent;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;--> statement-breakpoint
CREATE TYPE "public"."review_source" AS ENUM('shop', 'import');--> statement-breakpoint
CREATE TABLE "search_changes" (
	"change_id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_changes_change_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"product_id" integer NOT NULL,
	"transaction_id" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"product_id" integer PRIMARY KEY NOT NULL,
	"title_key" text NOT NULL,
	"head" "tsvector" NOT NULL,
	"document" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_synonyms" (
	"synonyms_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_synonyms_synonyms_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"words" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL,
	"documents" integer NOT NULL
);
--> statement-breakpoint
DROP INDEX "products_search_text_idx";--> statement-breakpoint
DROP INDEX "products_title_trigram_idx";--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "meta_average_rating" double precision;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "meta_rating_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "source" "review_source" DEFAULT 'shop' NOT NULL;--> statement-breakpoint
ALTER TABLE "search_documents" ADD CONSTRAINT "search_documents_product_id_products_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("product_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_changes_transaction_id_idx" ON "search_changes" USING btree ("transaction_id");--> statement-breakpoint
CREATE INDEX "search_changes_changed_at_idx" ON "search_changes" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "search_documents_document_idx" ON "search_documents" USING gin ("document");--> statement-breakpoint
CREATE INDEX "search_documents_title_key_idx" ON "search_documents" USING hash ("title_key");--> statement-breakpoint
CREATE INDEX "search_words_trigram_idx" ON "search_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "search_words_prefix_idx" ON "search_words" USING btree ("word" text_pattern_ops,"documents");--> statement-breakpoint
ALTER TABLE "products" DROP COLUMN "search_text";--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_meta_average_rating_range" CHECK ("products"."meta_average_rating" between 1 and 5);--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_meta_rating_count_not_negative" CHECK ("products"."meta_rating_count" >= 0);--> statement-breakpoint

-- Ratings: one rule, kept by triggers.

-- What the meta counts holds until more reviews than that were imported: those are among them. Reviews of the shop's own come on top.
CREATE FUNCTION combine_ratings(
  meta_mean float8, meta_count integer, imported bigint, imported_stars bigint, own bigint, own_stars bigint,
  OUT mean float8, OUT count integer
) LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN total = 0 THEN meta_mean ELSE least(5, greatest(1, stars / total)) END, total::integer
  FROM (
    SELECT
      coalesce(own, 0) + CASE WHEN coalesce(imported, 0) >= believed THEN coalesce(imported, 0) ELSE believed END AS total,
      coalesce(own_stars, 0)
        + CASE WHEN coalesce(imported, 0) >= believed THEN coalesce(imported_stars, 0)::float8 ELSE meta_mean * believed END AS stars
    FROM (SELECT CASE WHEN meta_mean IS NULL THEN 0 ELSE coalesce(meta_count, 0) END AS believed) AS meta
  ) AS sums
$$;--> statement-breakpoint
-- Null: of all products. Returns how many changed.
CREATE FUNCTION refresh_product_ratings(ids integer[]) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  changed integer;
BEGIN
  WITH sums AS (
    SELECT product_id,
      count(*) FILTER (WHERE source = 'import') AS imported, sum(rating) FILTER (WHERE source = 'import') AS imported_stars,
      count(*) FILTER (WHERE source = 'shop') AS own, sum(rating) FILTER (WHERE source = 'shop') AS own_stars
    FROM reviews WHERE status = 'published' AND (ids IS NULL OR product_id = ANY (ids)) GROUP BY product_id
  )
  UPDATE products p SET average_rating = r.mean, rating_count = r.count, updated_at = now()
  FROM products q LEFT JOIN sums USING (product_id)
    CROSS JOIN LATERAL combine_ratings(q.meta_average_rating, q.meta_rating_count, imported, imported_stars, own, own_stars) AS r
  WHERE p.product_id = q.product_id AND (ids IS NULL OR q.product_id = ANY (ids))
    AND (p.average_rating, p.rating_count) IS DISTINCT FROM (r.mean, r.count);
  GET DIAGNOSTICS changed = ROW_COUNT;
  RETURN changed;
END $$;--> statement-breakpoint
CREATE FUNCTION rate_product() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT mean, count INTO NEW.average_rating, NEW.rating_count
    FROM combine_ratings(NEW.meta_average_rating, NEW.meta_rating_count, 0, 0, 0, 0);
  ELSE
    SELECT r.mean, r.count INTO NEW.average_rating, NEW.rating_count
    FROM (
      SELECT count(*) FILTER (WHERE source = 'import') AS imported, sum(rating) FILTER (WHERE source = 'import') AS imported_stars,
        count(*) FILTER (WHERE source = 'shop') AS own, sum(rating) FILTER (WHERE source = 'shop') AS own_stars
      FROM reviews WHERE product_id = NEW.product_id AND status = 'published'
    ) AS sums, combine_ratings(NEW.meta_average_rating, NEW.meta_rating_count, imported, imported_stars, own, own_stars) AS r;
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
-- An import that would touch a product a thousand times sets kindred.ratings_deferred and refreshes all at its end.
CREATE FUNCTION rate_products_of_reviews() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids integer[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(DISTINCT product_id) INTO ids FROM after_rows;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(DISTINCT product_id) INTO ids FROM before_rows;
  ELSE
    SELECT array_agg(DISTINCT product_id) INTO ids FROM (
      SELECT unnest(ARRAY[b.product_id, a.product_id]) AS product_id
      FROM before_rows b JOIN after_rows a USING (review_id)
      WHERE (b.product_id, b.rating, b.status, b.source) IS DISTINCT FROM (a.product_id, a.rating, a.status, a.source)
    ) AS touched;
  END IF;
  IF ids IS NOT NULL THEN
    PERFORM refresh_product_ratings(ids);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
-- What a product says so far came with its meta, or from the reviews in the table, which were imported unless somebody with an account wrote them.
UPDATE reviews r SET source = 'import' FROM users u WHERE u.user_id = r.user_id AND u.email IS NULL AND u.erased_at IS NULL;--> statement-breakpoint
UPDATE products p SET meta_average_rating = average_rating, meta_rating_count = rating_count
  WHERE average_rating IS NOT NULL AND NOT EXISTS (SELECT FROM reviews r WHERE r.product_id = p.product_id);--> statement-breakpoint
CREATE TRIGGER products_rate BEFORE INSERT OR UPDATE OF meta_average_rating, meta_rating_count ON products
  FOR EACH ROW EXECUTE FUNCTION rate_product();--> statement-breakpoint
CREATE TRIGGER reviews_rate_added AFTER INSERT ON reviews REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT
  WHEN (current_setting('kindred.ratings_deferred', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION rate_products_of_reviews();--> statement-breakpoint
CREATE TRIGGER reviews_rate_changed AFTER UPDATE ON reviews REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT
  WHEN (current_setting('kindred.ratings_deferred', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION rate_products_of_reviews();--> statement-breakpoint
CREATE TRIGGER reviews_rate_removed AFTER DELETE ON reviews REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT
  WHEN (current_setting('kindred.ratings_deferred', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION rate_products_of_reviews();--> statement-breakpoint

-- An import does not lock the users and products that its reviews name, row by row: it holds this lock, and who deletes one waits.
CREATE FUNCTION wait_for_imports() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('kindred:import'));
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER users_wait_for_imports BEFORE DELETE ON users FOR EACH STATEMENT EXECUTE FUNCTION wait_for_imports();--> statement-breakpoint
CREATE TRIGGER products_wait_for_imports BEFORE DELETE ON products FOR EACH STATEMENT EXECUTE FUNCTION wait_for_imports();--> statement-breakpoint

-- Search: documents of the listed products, and the log of what changed.

CREATE TEXT SEARCH CONFIGURATION kindred_search (COPY = pg_catalog.english);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION kindred_search ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION kindred_words (COPY = pg_catalog.simple);--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION kindred_words ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;--> statement-breakpoint
CREATE FUNCTION search_key(written text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT trim(regexp_replace(lower(unaccent(written)), '[^[:alnum:]]+', ' ', 'g'))
$$;--> statement-breakpoint
-- PostgreSQL's parser takes Black/White for a file and 10.5 for one word. As many spaces as signs: places stay.
CREATE FUNCTION search_plain(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(written, '/\-_.,:;@#&+*''"()[]{}<>|=~^%$!?`’‘“”–—·•™®©', repeat(' ', 43))
$$;--> statement-breakpoint
-- Only the matched document is long; kept apart, it leaves the rows narrow.
ALTER TABLE search_documents ALTER COLUMN document SET STORAGE EXTERNAL, ALTER COLUMN head SET STORAGE MAIN;--> statement-breakpoint
ALTER TABLE search_documents SET (toast_tuple_target = 256);--> statement-breakpoint
CREATE FUNCTION put_search_documents(ids integer[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM search_documents d USING products p
  WHERE d.product_id = p.product_id AND p.product_id = ANY (ids) AND NOT p.is_listed;
  WITH RECURSIVE path AS (
    SELECT c.category_id AS leaf_id, c.parent_id, c.name
    FROM categories c WHERE c.category_id IN (SELECT category_id FROM products WHERE product_id = ANY (ids))
    UNION ALL
    SELECT path.leaf_id, c.parent_id, c.name FROM path JOIN categories c ON c.category_id = path.parent_id
  ), shelves AS (
    SELECT leaf_id, string_agg(name, ' ') AS names FROM path GROUP BY leaf_id
  )
  INSERT INTO search_documents (product_id, title_key, head, document)
  SELECT p.product_id, search_key(p.title), written.head, written.head || setweight(to_tsvector('kindred_search',
    search_plain(left(array_to_string(p.features, ' '), 10000) || ' ' || left(p.description, 10000))), 'D')
  FROM products p LEFT JOIN shelves ON shelves.leaf_id = p.category_id
    CROSS JOIN LATERAL (
      SELECT setweight(to_tsvector('kindred_search', search_plain(left(p.title, 2000))), 'A')
        || setweight(to_tsvector('kindred_search', search_plain(coalesce(p.brand, '') || ' ' || coalesce(p.color, ''))), 'B')
        || setweight(to_tsvector('kindred_search', search_plain(coalesce(shelves.names, '') || ' ' || coalesce(p.main_category, ''))), 'C') AS head
    ) AS written
  WHERE p.product_id = ANY (ids) AND p.is_listed
  ON CONFLICT (product_id) DO UPDATE
    SET title_key = excluded.title_key, head = excluded.head, document = excluded.document;
$$;--> statement-breakpoint
-- Product 0 stands for all of them.
CREATE FUNCTION tell_search(ids integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF ids IS NOT NULL THEN
    INSERT INTO search_changes (product_id) SELECT DISTINCT unnest(ids);
    PERFORM pg_notify('kindred_search_changes', '');
  END IF;
END $$;--> statement-breakpoint
CREATE FUNCTION search_follows_products() RETURNS trigger LANGUAGE plpgsql AS $$
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
      (a.is_listed, a.title, a.brand, a.color, a.category_id, a.main_category, a.features, a.description,
        a.price_minor, a.currency, a.average_rating, a.rating_count, a.date_first_available) IS DISTINCT FROM
      (b.is_listed, b.title, b.brand, b.color, b.category_id, b.main_category, b.features, b.description,
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
END $$;--> statement-breakpoint
CREATE TRIGGER products_search_added AFTER INSERT ON products REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_follows_products();--> statement-breakpoint
CREATE TRIGGER products_search_changed AFTER UPDATE ON products REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_follows_products();--> statement-breakpoint
CREATE TRIGGER products_search_removed AFTER DELETE ON products REFERENCING OLD TABLE AS before_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_follows_products();--> statement-breakpoint
CREATE TRIGGER products_search_emptied AFTER TRUNCATE ON products
  FOR EACH STATEMENT EXECUTE FUNCTION search_follows_products();--> statement-breakpoint
-- Search knows whether there is some left, not how many.
CREATE FUNCTION search_follows_inventory() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched integer[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(product_id) INTO touched FROM after_rows WHERE on_hand > reserved;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(product_id) INTO touched FROM before_rows WHERE on_hand > reserved;
  ELSE
    SELECT array_agg(product_id) INTO touched FROM after_rows a JOIN before_rows b USING (product_id)
    WHERE (a.on_hand > a.reserved) <> (b.on_hand > b.reserved);
  END IF;
  PERFORM tell_search(touched);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER inventory_search_added AFTER INSERT ON inventory REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_follows_inventory();--> statement-breakpoint
CREATE TRIGGER inventory_search_changed AFTER UPDATE ON inventory REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_follows_inventory();--> statement-breakpoint
CREATE TRIGGER inventory_search_removed AFTER DELETE ON inventory REFERENCING OLD TABLE AS before_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_follows_inventory();--> statement-breakpoint
-- A category that is called otherwise, or stands elsewhere, changes what the products below it are found by.
CREATE FUNCTION search_follows_categories() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  touched integer[];
BEGIN
  WITH RECURSIVE below AS (
    SELECT a.category_id FROM after_rows a JOIN before_rows b USING (category_id)
    WHERE (a.name, a.slug, a.parent_id) IS DISTINCT FROM (b.name, b.slug, b.parent_id)
    UNION
    SELECT c.category_id FROM categories c JOIN below ON c.parent_id = below.category_id
  )
  SELECT array_agg(product_id) INTO touched FROM products JOIN below USING (category_id) WHERE is_listed;
  IF touched IS NOT NULL THEN
    PERFORM put_search_documents(touched);
    PERFORM tell_search(touched);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER categories_search_changed AFTER UPDATE ON categories REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_follows_categories();--> statement-breakpoint
INSERT INTO search_synonyms (words) VALUES
  ('{sofa,couch,settee}'), ('{tv,television}'), ('{sneaker,trainer,running shoe}'), ('{trousers,pants}'), ('{jumper,sweater,pullover}'),
  ('{fridge,refrigerator}'), ('{cellphone,mobile phone,smartphone}'), ('{laptop,notebook computer}'), ('{headphones,earphones,headset}'),
  ('{rug,carpet}'), ('{curtain,drape}'), ('{trash can,rubbish bin,waste bin}'), ('{torch,flashlight}'), ('{nappy,diaper}'),
  ('{pram,stroller,pushchair}'), ('{bathrobe,dressing gown}'), ('{handbag,purse}'), ('{rucksack,backpack,knapsack}'),
  ('{cutlery,flatware,silverware}'), ('{hob,cooktop,stovetop}'), ('{frying pan,skillet}'), ('{spanner,wrench}'), ('{duvet,comforter,quilt}'),
  ('{colour,color}'), ('{grey,gray}'), ('{jewellery,jewelry}'), ('{sweets,candy}'), ('{biscuit,cookie}'), ('{moisturizer,moisturiser,lotion}'),
  ('{gift card,gift voucher,gift certificate}');--> statement-breakpoint
SELECT put_search_documents(array_agg(product_id)) FROM products WHERE is_listed HAVING count(*) > 0;

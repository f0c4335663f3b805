CREATE TYPE "public"."attribute_kind" AS ENUM('text', 'color', 'size');--> statement-breakpoint
CREATE TABLE "attributes" (
	"code" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"kind" "attribute_kind" DEFAULT 'text' NOT NULL,
	"sources" text[] NOT NULL,
	"is_facet" boolean DEFAULT true NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "attributes_code_form" CHECK ("attributes"."code" ~ '^[a-z][a-z0-9-]{0,39}$'),
	CONSTRAINT "attributes_label_length" CHECK (length("attributes"."label") between 1 and 60),
	CONSTRAINT "attributes_has_source" CHECK (cardinality("attributes"."sources") between 1 and 20)
);
--> statement-breakpoint
INSERT INTO attributes (code, label, kind, sources, position) VALUES
  ('brand', 'Brand', 'text', '{brand,details.Brand,store}', 1),
  ('color', 'Colour', 'color', '{color,details.Color,details.Colour}', 2);--> statement-breakpoint
-- A change of type writes the table once and fires no trigger.
ALTER TABLE "products" ADD COLUMN "attributes" jsonb;--> statement-breakpoint
ALTER TABLE "products" ALTER COLUMN "attributes" TYPE jsonb USING jsonb_strip_nulls(jsonb_build_object(
  'brand', CASE WHEN brand IS NOT NULL THEN jsonb_build_array(brand) END,
  'color', CASE WHEN color IS NOT NULL THEN jsonb_build_array(color) END));--> statement-breakpoint
ALTER TABLE "products" ALTER COLUMN "attributes" SET DEFAULT '{}'::jsonb;--> statement-breakpoint
ALTER TABLE "products" ALTER COLUMN "attributes" SET NOT NULL;--> statement-breakpoint
DROP INDEX "products_brand_idx";--> statement-breakpoint
ALTER TABLE "products" DROP COLUMN "brand", DROP COLUMN "color";--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "brand" text GENERATED ALWAYS AS (attributes #>> '{brand,0}') STORED,
  ADD COLUMN "color" text GENERATED ALWAYS AS (attributes #>> '{color,0}') STORED;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_attributes_are_named" CHECK (jsonb_typeof("products"."attributes") = 'object');--> statement-breakpoint
-- As in migration 0005, and whenever an attribute changes.
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
      (a.is_listed, a.title, a.attributes, a.category_id, a.main_category, a.features, a.description,
        a.price_minor, a.currency, a.average_rating, a.rating_count, a.date_first_available) IS DISTINCT FROM
      (b.is_listed, b.title, b.attributes, b.category_id, b.main_category, b.features, b.description,
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
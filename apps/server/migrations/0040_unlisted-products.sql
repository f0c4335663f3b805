ALTER TABLE "products" ADD COLUMN "unlisted_at" timestamp with time zone;--> statement-breakpoint
-- A stub, whose title is its own number, was never listed.
UPDATE products SET unlisted_at = updated_at WHERE NOT is_listed AND title <> parent_asin;--> statement-breakpoint
CREATE FUNCTION remember_unlisting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.unlisted_at := CASE WHEN NEW.is_listed THEN NULL ELSE now() END;
  RETURN NEW;
END $$;--> statement-breakpoint
-- A product that the same transaction adds and unlists was never listed.
CREATE TRIGGER products_unlisted BEFORE UPDATE OF is_listed ON products
  FOR EACH ROW WHEN (OLD.is_listed <> NEW.is_listed AND OLD.created_at < now()) EXECUTE FUNCTION remember_unlisting();

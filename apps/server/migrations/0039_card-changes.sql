CREATE TABLE "card_changes" (
	"product_id" integer NOT NULL,
	"transaction_id" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "card_changes_transaction_id_idx" ON "card_changes" USING btree ("transaction_id");--> statement-breakpoint
-- A card shows what its group's other variants cost and offer, so it changes with them. Many changes at once are told as one of all cards.
CREATE FUNCTION tell_cards(ids integer[], groups integer[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  own integer[];
BEGIN
  IF cardinality(ids) > 1000 THEN
    ids := '{0}';
    groups := NULL;
  END IF;
  INSERT INTO card_changes (product_id) SELECT unnest(ids);
  SELECT array_agg(group_id) INTO own FROM products WHERE product_id = ANY (ids) AND group_id IS NOT NULL;
  IF own IS NOT NULL OR groups IS NOT NULL THEN
    INSERT INTO card_changes (product_id) SELECT product_id FROM products WHERE group_id = ANY (own || groups);
  END IF;
END $$;--> statement-breakpoint
-- `touched` has the new rows after an insert, else the old ones: no update moves stock or a picture to another product, and the group that a product is
-- in after an update is found by the product.
CREATE FUNCTION cards_follow_products() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_cards(array_agg(product_id), array_agg(DISTINCT group_id) FILTER (WHERE group_id IS NOT NULL)) FROM touched;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION cards_follow_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_cards(array_agg(DISTINCT product_id), NULL) FROM touched;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION cards_follow_groups() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_cards(NULL, array_agg(group_id)) FROM touched;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION all_cards_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_cards('{0}', NULL);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER products_cards_added AFTER INSERT ON products REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION cards_follow_products();--> statement-breakpoint
CREATE TRIGGER products_cards_changed AFTER UPDATE ON products REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION cards_follow_products();--> statement-breakpoint
CREATE TRIGGER products_cards_removed AFTER DELETE ON products REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION cards_follow_products();--> statement-breakpoint
CREATE TRIGGER inventory_cards_added AFTER INSERT ON inventory REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION cards_follow_parts();--> statement-breakpoint
CREATE TRIGGER inventory_cards_changed AFTER UPDATE ON inventory REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION cards_follow_parts();--> statement-breakpoint
CREATE TRIGGER inventory_cards_removed AFTER DELETE ON inventory REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION cards_follow_parts();--> statement-breakpoint
CREATE TRIGGER product_images_cards_added AFTER INSERT ON product_images REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION cards_follow_parts();--> statement-breakpoint
CREATE TRIGGER product_images_cards_changed AFTER UPDATE ON product_images REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION cards_follow_parts();--> statement-breakpoint
CREATE TRIGGER product_images_cards_removed AFTER DELETE ON product_images REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION cards_follow_parts();--> statement-breakpoint
CREATE TRIGGER product_groups_cards_changed AFTER UPDATE ON product_groups REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION cards_follow_groups();--> statement-breakpoint
CREATE TRIGGER products_cards_emptied AFTER TRUNCATE ON products
  FOR EACH STATEMENT EXECUTE FUNCTION all_cards_change();--> statement-breakpoint
CREATE TRIGGER inventory_cards_emptied AFTER TRUNCATE ON inventory
  FOR EACH STATEMENT EXECUTE FUNCTION all_cards_change();--> statement-breakpoint
CREATE TRIGGER product_images_cards_emptied AFTER TRUNCATE ON product_images
  FOR EACH STATEMENT EXECUTE FUNCTION all_cards_change();--> statement-breakpoint
CREATE TRIGGER attributes_cards_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON attributes
  FOR EACH STATEMENT EXECUTE FUNCTION all_cards_change();

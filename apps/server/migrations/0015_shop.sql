CREATE TABLE "shop_pages" (
	"slug" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"body" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shop_pages_slug_form" CHECK ("shop_pages"."slug" ~ '^[a-z][a-z-]{0,39}$')
);
--> statement-breakpoint
CREATE TABLE "shop_settings" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shop_settings_one_row" CHECK ("shop_settings"."is_only")
);
--> statement-breakpoint
-- Every node hears that the shop says something else of itself, once the transaction is committed.
CREATE FUNCTION tell_changed_shop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('kindred_shop', '');
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER shop_settings_tell_change AFTER INSERT OR UPDATE OR DELETE ON shop_settings
  FOR EACH STATEMENT EXECUTE FUNCTION tell_changed_shop();--> statement-breakpoint
CREATE TRIGGER shop_pages_tell_change AFTER INSERT OR UPDATE OR DELETE ON shop_pages
  FOR EACH STATEMENT EXECUTE FUNCTION tell_changed_shop();

ALTER TABLE "search_synonyms" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
-- Every node hears that words are called alike otherwise, once the transaction is committed.
CREATE FUNCTION tell_changed_synonyms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('kindred_search_synonyms', '');
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER search_synonyms_tell_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON search_synonyms
  FOR EACH STATEMENT EXECUTE FUNCTION tell_changed_synonyms();

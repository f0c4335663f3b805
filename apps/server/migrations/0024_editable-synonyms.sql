ALTER TABLE "search_synonyms" ADD COLUMN "updated_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
-- Every node hears that words are called alike otherwise, once the transaction is committed.
CREATE FUNCTION tell_changed_synonyms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('kindred_search_synonyms', '');
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER search_synonyms_tell_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON search_synonyms
  FOR EACH STATEMENT EXECUTE FUNCTION tell_changed_synonyms();--> statement-breakpoint
-- Groups that earlier migrations put there twice: who deletes one would find that it still holds.
DELETE FROM search_synonyms a USING search_synonyms b
WHERE a.synonyms_id > b.synonyms_id AND a.words @> b.words AND a.words <@ b.words;--> statement-breakpoint
DELETE FROM search_synonyms a USING search_synonyms b
WHERE (a.words, b.words) IN (
  ('{sneakers,trainers,"running shoes"}'::text[], '{sneaker,trainer,running shoe}'::text[]),
  ('{"mobile phone",smartphone,"cell phone"}'::text[], '{cellphone,mobile phone,smartphone}'::text[]));--> statement-breakpoint
-- Groups of theirs that say nothing: search reads both entries alike.
DELETE FROM search_synonyms WHERE words IN (
  '{multivitamin,multi vitamin}'::text[], '{toothpaste,tooth paste}'::text[], '{teapot,tea pot}'::text[], '{lamp shade,lampshade}'::text[],
  '{light bulb,lightbulb}'::text[], '{bed sheet,bedsheet}'::text[], '{doormat,door mat}'::text[], '{lawnmower,lawn mower}'::text[]);

ALTER TABLE "import_checkpoints" ADD COLUMN "field_counts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
-- What imports of before took in small letters no answer could show.
UPDATE products SET currency = upper(currency) WHERE currency <> upper(currency);

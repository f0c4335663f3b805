ALTER TYPE "public"."import_kind" ADD VALUE 'users';--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "users_erased_holds_nothing";--> statement-breakpoint
ALTER TABLE "import_checkpoints" ADD COLUMN "findings" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "imported_id" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "imported_email" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "date_joined_is_imported" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "products_imported_id_key" ON "products" USING btree ("imported_id");--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_imported_email_is_no_account" CHECK ("users"."imported_email" is null or num_nonnulls(email, password_hash) = 0);--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_erased_holds_nothing" CHECK ("users"."erased_at" is null or num_nonnulls(email, password_hash, first_name, last_name, age, gender, address, imported_email) = 0 and former_emails = '{}');
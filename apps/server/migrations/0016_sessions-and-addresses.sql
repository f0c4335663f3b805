ALTER TYPE "public"."mail_token_purpose" ADD VALUE 'change-email';--> statement-breakpoint
ALTER TABLE "users" DROP CONSTRAINT "users_erased_holds_nothing";--> statement-breakpoint
ALTER TABLE "mail_tokens" ADD COLUMN "session_id" uuid;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "network" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "last_used_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
-- Whoever uses a log-in is given another refresh token.
UPDATE "sessions" s SET "last_used_at" = (SELECT coalesce(max(t."created_at"), s."created_at") FROM "refresh_tokens" t WHERE t."session_id" = s."session_id");--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "former_emails" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_tokens" ADD CONSTRAINT "mail_tokens_session_id_sessions_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("session_id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "orders_of_guests_idx" ON "orders" USING btree (lower("email")) WHERE user_id is null;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_erased_holds_nothing" CHECK ("users"."erased_at" is null or num_nonnulls(email, password_hash, first_name, last_name, age, gender, address) = 0 and former_emails = '{}');
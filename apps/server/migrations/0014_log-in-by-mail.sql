-- Counted anew, in another form: none of them would have lasted an hour.
DELETE FROM "rate_limits";--> statement-breakpoint
ALTER TYPE "public"."mail_token_purpose" ADD VALUE 'log-in';--> statement-breakpoint
DROP INDEX "rate_limits_expire_idx";--> statement-breakpoint
ALTER TABLE "rate_limits" ALTER COLUMN "key" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "rate_limits" ADD COLUMN "full_at" timestamp with time zone NOT NULL;--> statement-breakpoint
CREATE INDEX "rate_limits_full_at_idx" ON "rate_limits" USING btree ("full_at");--> statement-breakpoint
ALTER TABLE "rate_limits" DROP COLUMN "points";--> statement-breakpoint
ALTER TABLE "rate_limits" DROP COLUMN "expire";
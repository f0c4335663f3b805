ALTER TABLE "promotion_uses" ADD COLUMN "user_id" text;--> statement-breakpoint
ALTER TABLE "promotion_uses" ADD CONSTRAINT "promotion_uses_user_id_users_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "promotion_uses_user_id_idx" ON "promotion_uses" USING btree ("user_id","promotion_id");
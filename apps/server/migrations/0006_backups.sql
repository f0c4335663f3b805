CREATE TYPE "public"."backup_reason" AS ENUM('schedule', 'command', 'restore');--> statement-breakpoint
CREATE TYPE "public"."backup_state" AS ENUM('running', 'done', 'failed', 'removed');--> statement-breakpoint
CREATE TABLE "backups" (
	"backup_id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "backups_backup_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"reason" "backup_reason" NOT NULL,
	"state" "backup_state" DEFAULT 'running' NOT NULL,
	"file" text NOT NULL,
	"bytes" bigint,
	"sha256" char(64),
	"row_count" bigint,
	"error" text,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "backups_running_has_no_end" CHECK (("backups"."state" = 'running') = ("backups"."finished_at" is null)),
	CONSTRAINT "backups_done_has_a_file" CHECK ("backups"."state" not in ('done', 'removed') or num_nulls(bytes, sha256, row_count) = 0)
);
--> statement-breakpoint
CREATE INDEX "backups_done_idx" ON "backups" USING btree ("started_at" DESC NULLS FIRST) WHERE state = 'done';
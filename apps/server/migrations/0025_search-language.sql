CREATE TABLE "search_language" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"language" text NOT NULL,
	CONSTRAINT "search_language_one_row" CHECK ("search_language"."is_only")
);
--> statement-breakpoint
INSERT INTO search_language (language) VALUES ('english');

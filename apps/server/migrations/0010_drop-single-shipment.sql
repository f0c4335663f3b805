ALTER TABLE "order_lines" DROP CONSTRAINT "order_lines_refunded_range";--> statement-breakpoint
ALTER TABLE "order_lines" DROP COLUMN "refunded_quantity";--> statement-breakpoint
ALTER TABLE "orders" DROP COLUMN "carrier";--> statement-breakpoint
ALTER TABLE "orders" DROP COLUMN "tracking_number";--> statement-breakpoint
ALTER TABLE "refunds" DROP COLUMN "lines";
CREATE TABLE "dialogue_item_quotes" (
	"id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"source" jsonb NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"account_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "dialogue_links" ADD COLUMN "item_id" text;--> statement-breakpoint
ALTER TABLE "dialogue_item_quotes" ADD CONSTRAINT "dialogue_item_quotes_item_id_dialogue_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."dialogue_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_item_quotes" ADD CONSTRAINT "dialogue_item_quotes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dialogue_item_quotes_item" ON "dialogue_item_quotes" USING btree ("item_id");--> statement-breakpoint
ALTER TABLE "dialogue_links" ADD CONSTRAINT "dialogue_links_item_id_dialogue_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."dialogue_items"("id") ON DELETE cascade ON UPDATE no action;
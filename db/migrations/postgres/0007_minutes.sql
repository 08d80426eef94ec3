CREATE TABLE "dialogue_minutes" (
	"dialogue_id" text PRIMARY KEY NOT NULL,
	"minutes" jsonb NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"locked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "item_minutes" (
	"item_id" text PRIMARY KEY NOT NULL,
	"document_id" text NOT NULL,
	"text" jsonb,
	"hash" text,
	"epoch" bigint,
	"seq" bigint,
	"authors" jsonb
);
--> statement-breakpoint
ALTER TABLE "dialogues" ADD COLUMN "is_chatham_house" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "dialogue_minutes" ADD CONSTRAINT "dialogue_minutes_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_minutes" ADD CONSTRAINT "item_minutes_item_id_dialogue_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."dialogue_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_minutes" ADD CONSTRAINT "item_minutes_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "item_minutes_document" ON "item_minutes" USING btree ("document_id");
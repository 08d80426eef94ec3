CREATE TABLE "dialogue_links" (
	"id" text PRIMARY KEY NOT NULL,
	"dialogue_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"url" text NOT NULL,
	"audience" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"account_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dialogue_registrations" (
	"id" text PRIMARY KEY NOT NULL,
	"dialogue_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"name" text NOT NULL,
	"position" text NOT NULL,
	"institution" text NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"language" text NOT NULL,
	"registered_at" timestamp (3) with time zone NOT NULL,
	"attendance" text
);
--> statement-breakpoint
ALTER TABLE "dialogues" ADD COLUMN "cancelled_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "dialogues" ADD COLUMN "cancel_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "dialogues" ADD COLUMN "calendar_sequence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "dialogues" ADD COLUMN "calendar_changed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "dialogues" ADD COLUMN "visibility" text DEFAULT 'members' NOT NULL;--> statement-breakpoint
ALTER TABLE "dialogues" ADD COLUMN "registration" jsonb;--> statement-breakpoint
ALTER TABLE "dialogue_links" ADD CONSTRAINT "dialogue_links_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_links" ADD CONSTRAINT "dialogue_links_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_registrations" ADD CONSTRAINT "dialogue_registrations_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dialogue_links_dialogue" ON "dialogue_links" USING btree ("dialogue_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dialogue_registrations_email" ON "dialogue_registrations" USING btree ("dialogue_id","email_key");--> statement-breakpoint
CREATE UNIQUE INDEX "dialogue_registrations_token" ON "dialogue_registrations" USING btree ("token_hash");
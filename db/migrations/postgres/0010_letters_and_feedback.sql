CREATE TABLE "dialogue_feedback" (
	"dialogue_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"heard" text NOT NULL,
	"usefulness" bigint,
	"text" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"given_by" text NOT NULL,
	"reply" text DEFAULT '' NOT NULL,
	"replied_at" timestamp (3) with time zone,
	"replied_by" text,
	CONSTRAINT "dialogue_feedback_dialogue_id_institution_id_pk" PRIMARY KEY("dialogue_id","institution_id")
);
--> statement-breakpoint
CREATE TABLE "dialogue_letter_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"letter_id" text NOT NULL,
	"kind" text NOT NULL,
	"token_hash" text NOT NULL,
	"sequence" bigint NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"failed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "dialogue_letters" (
	"id" text PRIMARY KEY NOT NULL,
	"dialogue_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"language" text NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	"answered_by" text,
	"added_at" timestamp (3) with time zone NOT NULL,
	"account_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "dialogue_items" ADD COLUMN "reviews_dialogue_id" text;--> statement-breakpoint
ALTER TABLE "dialogue_proposals" ADD COLUMN "source" jsonb;--> statement-breakpoint
ALTER TABLE "dialogue_registrations" ADD COLUMN "told_sequence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "dialogues" ADD COLUMN "letter_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "dialogues" ADD COLUMN "has_reminders" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "dialogue_feedback" ADD CONSTRAINT "dialogue_feedback_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_feedback" ADD CONSTRAINT "dialogue_feedback_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_feedback" ADD CONSTRAINT "dialogue_feedback_given_by_accounts_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_feedback" ADD CONSTRAINT "dialogue_feedback_replied_by_accounts_id_fk" FOREIGN KEY ("replied_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_letter_mails" ADD CONSTRAINT "dialogue_letter_mails_letter_id_dialogue_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."dialogue_letters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_letters" ADD CONSTRAINT "dialogue_letters_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_letters" ADD CONSTRAINT "dialogue_letters_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_letters" ADD CONSTRAINT "dialogue_letters_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dialogue_letter_mails_letter" ON "dialogue_letter_mails" USING btree ("letter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dialogue_letter_mails_token" ON "dialogue_letter_mails" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "dialogue_letters_email" ON "dialogue_letters" USING btree ("dialogue_id","email_key");--> statement-breakpoint
ALTER TABLE "dialogue_items" ADD CONSTRAINT "dialogue_items_reviews_dialogue_id_dialogues_id_fk" FOREIGN KEY ("reviews_dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
UPDATE "dialogue_registrations" SET "told_sequence" = (SELECT "calendar_sequence" FROM "dialogues" WHERE "dialogues"."id" = "dialogue_registrations"."dialogue_id");

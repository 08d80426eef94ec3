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
ALTER TABLE "dialogue_feedback" ADD CONSTRAINT "dialogue_feedback_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_feedback" ADD CONSTRAINT "dialogue_feedback_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_feedback" ADD CONSTRAINT "dialogue_feedback_given_by_accounts_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_feedback" ADD CONSTRAINT "dialogue_feedback_replied_by_accounts_id_fk" FOREIGN KEY ("replied_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "attendance_marks" ADD COLUMN "taken_back_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "attendance_marks" ADD COLUMN "taken_back_by" text;--> statement-breakpoint
ALTER TABLE "dialogue_invitations" ADD COLUMN "answer_basis" text;--> statement-breakpoint
ALTER TABLE "dialogue_letter_mails" ADD COLUMN "delivered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "dialogue_registrations" ADD COLUMN "delivered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "dialogue_registrations" ADD COLUMN "former_token_hash" text;--> statement-breakpoint
ALTER TABLE "dialogues" ADD COLUMN "schedule_sequence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attendance_marks" ADD CONSTRAINT "attendance_marks_taken_back_by_accounts_id_fk" FOREIGN KEY ("taken_back_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
UPDATE "dialogue_letter_mails" SET "delivered_at" = "sent_at" WHERE "failed_at" IS NULL;--> statement-breakpoint
UPDATE "dialogue_registrations" SET "delivered_at" = "registered_at";--> statement-breakpoint
UPDATE "dialogues" SET "schedule_sequence" = "calendar_sequence";

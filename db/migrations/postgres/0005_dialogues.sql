CREATE TABLE "attendance_marks" (
	"id" text PRIMARY KEY NOT NULL,
	"dialogue_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"state" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"account_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"dialogue_id" text NOT NULL,
	"item_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"number" bigint NOT NULL,
	"reference" text NOT NULL,
	"text" text NOT NULL,
	"rule" jsonb NOT NULL,
	"verdict" jsonb NOT NULL,
	"reservations" jsonb NOT NULL,
	"budget_implication" text NOT NULL,
	"review_on" date,
	"state" jsonb NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"account_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dialogue_delegates" (
	"id" text PRIMARY KEY NOT NULL,
	"dialogue_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dialogue_invitations" (
	"dialogue_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"group" text NOT NULL,
	"answer" text,
	"answered_at" timestamp (3) with time zone,
	"answered_by" text,
	CONSTRAINT "dialogue_invitations_dialogue_id_institution_id_pk" PRIMARY KEY("dialogue_id","institution_id")
);
--> statement-breakpoint
CREATE TABLE "dialogue_items" (
	"id" text PRIMARY KEY NOT NULL,
	"dialogue_id" text NOT NULL,
	"position" bigint NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"presenter" text NOT NULL,
	"planned_minutes" bigint NOT NULL,
	"confidentiality" text NOT NULL,
	"item" jsonb NOT NULL,
	"floor" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dialogue_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"dialogue_id" text NOT NULL,
	"item_id" text NOT NULL,
	"number" bigint NOT NULL,
	"text" text NOT NULL,
	"scale" text NOT NULL,
	"is_hidden" boolean NOT NULL,
	"rule" jsonb NOT NULL,
	"state" text NOT NULL,
	"eligible" jsonb NOT NULL,
	"verdict" jsonb,
	"amends_id" text,
	"opened_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "dialogues" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"year" bigint NOT NULL,
	"number" bigint NOT NULL,
	"type" text NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"place" text NOT NULL,
	"link" text NOT NULL,
	"time_zone" text NOT NULL,
	"languages" jsonb NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"limits" jsonb NOT NULL,
	"quorum" jsonb,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"id" text PRIMARY KEY NOT NULL,
	"proposal_id" text NOT NULL,
	"number" bigint NOT NULL,
	"institution_id" text NOT NULL,
	"step" text NOT NULL,
	"reason" text NOT NULL,
	"is_ad_referendum" boolean NOT NULL,
	"basis" text,
	"at" timestamp (3) with time zone NOT NULL,
	"account_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attendance_marks" ADD CONSTRAINT "attendance_marks_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_marks" ADD CONSTRAINT "attendance_marks_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance_marks" ADD CONSTRAINT "attendance_marks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_item_id_dialogue_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."dialogue_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_proposal_id_dialogue_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."dialogue_proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_delegates" ADD CONSTRAINT "dialogue_delegates_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_delegates" ADD CONSTRAINT "dialogue_delegates_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_invitations" ADD CONSTRAINT "dialogue_invitations_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_invitations" ADD CONSTRAINT "dialogue_invitations_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_invitations" ADD CONSTRAINT "dialogue_invitations_answered_by_accounts_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_items" ADD CONSTRAINT "dialogue_items_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_proposals" ADD CONSTRAINT "dialogue_proposals_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_proposals" ADD CONSTRAINT "dialogue_proposals_item_id_dialogue_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."dialogue_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogues" ADD CONSTRAINT "dialogues_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogues" ADD CONSTRAINT "dialogues_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_proposal_id_dialogue_proposals_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."dialogue_proposals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendance_marks_dialogue" ON "attendance_marks" USING btree ("dialogue_id");--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_reference" ON "decisions" USING btree ("workspace_id","reference");--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_proposal" ON "decisions" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "dialogue_delegates_dialogue" ON "dialogue_delegates" USING btree ("dialogue_id");--> statement-breakpoint
CREATE INDEX "dialogue_items_dialogue" ON "dialogue_items" USING btree ("dialogue_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dialogue_proposals_number" ON "dialogue_proposals" USING btree ("dialogue_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "dialogues_number" ON "dialogues" USING btree ("workspace_id","year","number");--> statement-breakpoint
CREATE UNIQUE INDEX "positions_number" ON "positions" USING btree ("proposal_id","number");
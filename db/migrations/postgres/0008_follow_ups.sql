CREATE TABLE "decision_actions" (
	"decision_id" text NOT NULL,
	"plan_id" text NOT NULL,
	"action_id" text NOT NULL,
	"title" text NOT NULL,
	"lead_institution_id" text NOT NULL,
	"state" jsonb NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	"account_id" text NOT NULL,
	CONSTRAINT "decision_actions_decision_id_plan_id_action_id_pk" PRIMARY KEY("decision_id","plan_id","action_id")
);
--> statement-breakpoint
ALTER TABLE "decision_actions" ADD CONSTRAINT "decision_actions_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_actions" ADD CONSTRAINT "decision_actions_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_actions" ADD CONSTRAINT "decision_actions_lead_institution_id_institutions_id_fk" FOREIGN KEY ("lead_institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_actions" ADD CONSTRAINT "decision_actions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decision_actions_action" ON "decision_actions" USING btree ("plan_id","action_id");
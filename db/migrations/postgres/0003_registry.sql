CREATE TABLE "activities" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"partner_id" text NOT NULL,
	"identifier" text,
	"title" text NOT NULL,
	"searched" text NOT NULL,
	"description" text NOT NULL,
	"status" text,
	"starts_on" date,
	"ends_on" date,
	"currency" text,
	"instrument" text,
	"is_on_plan" boolean,
	"is_on_budget" boolean,
	"is_on_treasury" boolean,
	"details" jsonb NOT NULL,
	"import_id" text,
	"import_hash" text,
	"source" text NOT NULL,
	"source_text" text NOT NULL,
	"set_by" text,
	"set_for" text,
	"set_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "activity_facets" (
	"workspace_id" text NOT NULL,
	"facet" text NOT NULL,
	"value" text NOT NULL,
	"activity_id" text NOT NULL,
	CONSTRAINT "activity_facets_workspace_id_facet_value_activity_id_pk" PRIMARY KEY("workspace_id","facet","value","activity_id")
);
--> statement-breakpoint
CREATE TABLE "activity_organisations" (
	"activity_id" text NOT NULL,
	"position" bigint NOT NULL,
	"institution_id" text,
	"role" text,
	"ref" text,
	"name" text NOT NULL,
	"details" jsonb NOT NULL,
	CONSTRAINT "activity_organisations_activity_id_position_pk" PRIMARY KEY("activity_id","position")
);
--> statement-breakpoint
CREATE TABLE "activity_shares" (
	"activity_id" text NOT NULL,
	"position" bigint NOT NULL,
	"kind" text NOT NULL,
	"vocabulary" text NOT NULL,
	"code" text NOT NULL,
	"percentage" text,
	"details" jsonb NOT NULL,
	CONSTRAINT "activity_shares_activity_id_position_pk" PRIMARY KEY("activity_id","position")
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"ending" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"workspace_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "budget_events" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"country" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"date" date NOT NULL,
	"precision" text NOT NULL,
	"state" text NOT NULL,
	"source" text NOT NULL,
	"is_yearly" boolean NOT NULL,
	"last_year" bigint,
	"moves_id" text,
	"moves_year" bigint,
	"sequence" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"account_id" text NOT NULL,
	"country" text,
	"reminder_days" bigint,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_read_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "change_proposals" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" text,
	"is_removal" boolean NOT NULL,
	"changes" jsonb NOT NULL,
	"before" jsonb NOT NULL,
	"reason" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_for" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone,
	"answer" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commitment_totals" (
	"workspace_id" text NOT NULL,
	"grain" text NOT NULL,
	"country" text NOT NULL,
	"kind" text NOT NULL,
	"year" bigint NOT NULL,
	"fiscal_year_start" text NOT NULL,
	"partner_id" text NOT NULL,
	"theme" text NOT NULL,
	"currency" text NOT NULL,
	"amount" numeric NOT NULL,
	"usd" numeric NOT NULL,
	"local" numeric NOT NULL,
	"parts" bigint NOT NULL,
	"without_usd" bigint NOT NULL,
	"without_local" bigint NOT NULL,
	CONSTRAINT "commitment_totals_workspace_id_grain_country_kind_year_fiscal_year_start_partner_id_theme_currency_pk" PRIMARY KEY("workspace_id","grain","country","kind","year","fiscal_year_start","partner_id","theme","currency")
);
--> statement-breakpoint
CREATE TABLE "country_calendars" (
	"workspace_id" text NOT NULL,
	"country" text NOT NULL,
	"applies_from" date NOT NULL,
	"start_month" bigint NOT NULL,
	"start_day" bigint NOT NULL,
	CONSTRAINT "country_calendars_workspace_id_country_applies_from_pk" PRIMARY KEY("workspace_id","country","applies_from")
);
--> statement-breakpoint
CREATE TABLE "cycle_event_dates" (
	"event_id" text NOT NULL,
	"sequence" bigint NOT NULL,
	"date" date NOT NULL,
	"precision" text NOT NULL,
	"state" text NOT NULL,
	"source" text NOT NULL,
	"checked_on" date,
	"reason" text NOT NULL,
	"account_id" text,
	"institution_id" text,
	"replaced_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cycle_event_dates_event_id_sequence_pk" PRIMARY KEY("event_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "cycle_events" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"cycle_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"country" text,
	"date" date NOT NULL,
	"precision" text NOT NULL,
	"state" text NOT NULL,
	"source" text NOT NULL,
	"checked_on" date,
	"occurrence" text,
	"is_adjusted" boolean NOT NULL,
	"sequence" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "envelopes" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"cycle_id" text,
	"kind" text NOT NULL,
	"country" text,
	"region" text,
	"theme" text,
	"status" text NOT NULL,
	"amount" numeric,
	"amount_text" text NOT NULL,
	"currency" text,
	"value_date" date,
	"period_start" date,
	"period_end" date,
	"source" text NOT NULL,
	"source_text" text NOT NULL,
	"import_key" text,
	"details" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "exchange_rates" (
	"currency" text NOT NULL,
	"year" bigint NOT NULL,
	"area" text NOT NULL,
	"per_usd" numeric NOT NULL,
	"source" text NOT NULL,
	"set_by" text,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "exchange_rates_currency_year_area_pk" PRIMARY KEY("currency","year","area")
);
--> statement-breakpoint
CREATE TABLE "fact_parts" (
	"fact_id" text NOT NULL,
	"position" bigint NOT NULL,
	"workspace_id" text NOT NULL,
	"activity_id" text NOT NULL,
	"partner_id" text NOT NULL,
	"kind" text NOT NULL,
	"country" text NOT NULL,
	"sector" text NOT NULL,
	"theme" text NOT NULL,
	"year" bigint NOT NULL,
	"fiscal_year_start" date,
	"currency" text NOT NULL,
	"amount" numeric NOT NULL,
	"usd" numeric,
	"local" numeric,
	CONSTRAINT "fact_parts_fact_id_position_pk" PRIMARY KEY("fact_id","position")
);
--> statement-breakpoint
CREATE TABLE "field_origins" (
	"workspace_id" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"field" text NOT NULL,
	"source" text NOT NULL,
	"source_text" text NOT NULL,
	"account_id" text,
	"institution_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "field_origins_workspace_id_subject_type_subject_id_field_pk" PRIMARY KEY("workspace_id","subject_type","subject_id","field")
);
--> statement-breakpoint
CREATE TABLE "financial_facts" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"activity_id" text NOT NULL,
	"position" bigint NOT NULL,
	"kind" text NOT NULL,
	"amount" numeric,
	"amount_text" text NOT NULL,
	"currency" text,
	"value_date" date,
	"period_start" date,
	"period_end" date,
	"provider_id" text,
	"receiver_id" text,
	"provider_name" text NOT NULL,
	"receiver_name" text NOT NULL,
	"certainty" text,
	"instrument" text,
	"is_on_plan" boolean,
	"is_on_budget" boolean,
	"is_on_treasury" boolean,
	"is_revised" boolean NOT NULL,
	"is_counted" boolean NOT NULL,
	"usd" numeric,
	"usd_rate" numeric,
	"usd_source" text NOT NULL,
	"local" numeric,
	"local_rate" numeric,
	"local_source" text NOT NULL,
	"note" text NOT NULL,
	"shares" jsonb NOT NULL,
	"details" jsonb NOT NULL,
	"source" text NOT NULL,
	"source_text" text NOT NULL,
	"set_by" text,
	"set_for" text,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "focal_persons" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"country" text,
	"name" text NOT NULL,
	"position" text NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"has_consented" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "funding_cycles" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"fiscal_start_month" bigint NOT NULL,
	"fiscal_start_day" bigint NOT NULL,
	"predecessor_id" text,
	"note" text NOT NULL,
	"rule" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "iati_import_problems" (
	"import_id" text NOT NULL,
	"position" bigint NOT NULL,
	"grade" text NOT NULL,
	"code" text NOT NULL,
	"line" bigint,
	"path" text NOT NULL,
	"details" jsonb NOT NULL,
	CONSTRAINT "iati_import_problems_import_id_position_pk" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
CREATE TABLE "iati_import_records" (
	"import_id" text NOT NULL,
	"position" bigint NOT NULL,
	"line" bigint NOT NULL,
	"kind" text NOT NULL,
	"identifier" text NOT NULL,
	"title" text NOT NULL,
	"outcome" text NOT NULL,
	"decision" text NOT NULL,
	"rejected_fields" jsonb NOT NULL,
	"differences" jsonb NOT NULL,
	"record" jsonb NOT NULL,
	"hash" text NOT NULL,
	"refusal" text,
	"applied_at" timestamp (3) with time zone,
	CONSTRAINT "iati_import_records_import_id_position_pk" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
CREATE TABLE "iati_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"account_id" text,
	"institution_id" text,
	"file_name" text NOT NULL,
	"file_bytes" bigint NOT NULL,
	"file_hash" text NOT NULL,
	"state" text NOT NULL,
	"done" bigint NOT NULL,
	"total" bigint NOT NULL,
	"report" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"applied_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "iati_organisations" (
	"workspace_id" text NOT NULL,
	"identifier" text NOT NULL,
	"institution_id" text NOT NULL,
	"record" jsonb NOT NULL,
	"hash" text NOT NULL,
	"file_name" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "iati_organisations_workspace_id_identifier_pk" PRIMARY KEY("workspace_id","identifier")
);
--> statement-breakpoint
CREATE TABLE "mandates" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"theme" text NOT NULL,
	"country" text,
	"region" text,
	"instrument" text NOT NULL,
	"role" bigint NOT NULL,
	"approach" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"evidence_url" text NOT NULL,
	"last_reviewed_on" date,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "organisation_matches" (
	"workspace_id" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"institution_id" text NOT NULL,
	"confirmed_by" text,
	"confirmed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organisation_matches_workspace_id_key_pk" PRIMARY KEY("workspace_id","key")
);
--> statement-breakpoint
CREATE TABLE "partner_aliases" (
	"workspace_id" text NOT NULL,
	"folded" text NOT NULL,
	"name" text NOT NULL,
	"institution_id" text NOT NULL,
	CONSTRAINT "partner_aliases_workspace_id_folded_pk" PRIMARY KEY("workspace_id","folded")
);
--> statement-breakpoint
CREATE TABLE "partner_documents" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"url" text NOT NULL,
	"language" text,
	"published_on" date,
	"created_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "partner_profiles" (
	"workspace_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"about" text NOT NULL,
	"website" text NOT NULL,
	"instruments" jsonb NOT NULL,
	"modalities" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "partner_profiles_workspace_id_institution_id_pk" PRIMARY KEY("workspace_id","institution_id")
);
--> statement-breakpoint
CREATE TABLE "quality_answers" (
	"workspace_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"measure" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"text" text NOT NULL,
	"account_id" text NOT NULL,
	CONSTRAINT "quality_answers_workspace_id_institution_id_measure_at_pk" PRIMARY KEY("workspace_id","institution_id","measure","at")
);
--> statement-breakpoint
CREATE TABLE "resource_mappings" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"account_id" text NOT NULL,
	"source_name" text NOT NULL,
	"rows" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"applied_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"account_id" text NOT NULL,
	"is_shared" boolean NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_partner_id_institutions_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_set_by_accounts_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_set_for_institutions_id_fk" FOREIGN KEY ("set_for") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_facets" ADD CONSTRAINT "activity_facets_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_facets" ADD CONSTRAINT "activity_facets_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_organisations" ADD CONSTRAINT "activity_organisations_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_organisations" ADD CONSTRAINT "activity_organisations_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_shares" ADD CONSTRAINT "activity_shares_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "budget_events" ADD CONSTRAINT "budget_events_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_proposals" ADD CONSTRAINT "change_proposals_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_proposals" ADD CONSTRAINT "change_proposals_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_proposals" ADD CONSTRAINT "change_proposals_proposed_by_accounts_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_proposals" ADD CONSTRAINT "change_proposals_proposed_for_institutions_id_fk" FOREIGN KEY ("proposed_for") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_proposals" ADD CONSTRAINT "change_proposals_answered_by_accounts_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_totals" ADD CONSTRAINT "commitment_totals_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "country_calendars" ADD CONSTRAINT "country_calendars_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_event_dates" ADD CONSTRAINT "cycle_event_dates_event_id_cycle_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."cycle_events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_event_dates" ADD CONSTRAINT "cycle_event_dates_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_event_dates" ADD CONSTRAINT "cycle_event_dates_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_events" ADD CONSTRAINT "cycle_events_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_events" ADD CONSTRAINT "cycle_events_cycle_id_funding_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."funding_cycles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "envelopes" ADD CONSTRAINT "envelopes_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "envelopes" ADD CONSTRAINT "envelopes_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "envelopes" ADD CONSTRAINT "envelopes_cycle_id_funding_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."funding_cycles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_rates" ADD CONSTRAINT "exchange_rates_set_by_accounts_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_parts" ADD CONSTRAINT "fact_parts_fact_id_financial_facts_id_fk" FOREIGN KEY ("fact_id") REFERENCES "public"."financial_facts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_parts" ADD CONSTRAINT "fact_parts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_parts" ADD CONSTRAINT "fact_parts_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_parts" ADD CONSTRAINT "fact_parts_partner_id_institutions_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_origins" ADD CONSTRAINT "field_origins_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_origins" ADD CONSTRAINT "field_origins_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "field_origins" ADD CONSTRAINT "field_origins_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "financial_facts" ADD CONSTRAINT "financial_facts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "financial_facts" ADD CONSTRAINT "financial_facts_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "financial_facts" ADD CONSTRAINT "financial_facts_provider_id_institutions_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "financial_facts" ADD CONSTRAINT "financial_facts_receiver_id_institutions_id_fk" FOREIGN KEY ("receiver_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "financial_facts" ADD CONSTRAINT "financial_facts_set_by_accounts_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "financial_facts" ADD CONSTRAINT "financial_facts_set_for_institutions_id_fk" FOREIGN KEY ("set_for") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "focal_persons" ADD CONSTRAINT "focal_persons_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "focal_persons" ADD CONSTRAINT "focal_persons_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_cycles" ADD CONSTRAINT "funding_cycles_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "funding_cycles" ADD CONSTRAINT "funding_cycles_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "iati_import_problems" ADD CONSTRAINT "iati_import_problems_import_id_iati_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."iati_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "iati_import_records" ADD CONSTRAINT "iati_import_records_import_id_iati_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."iati_imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "iati_imports" ADD CONSTRAINT "iati_imports_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "iati_imports" ADD CONSTRAINT "iati_imports_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "iati_imports" ADD CONSTRAINT "iati_imports_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "iati_organisations" ADD CONSTRAINT "iati_organisations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "iati_organisations" ADD CONSTRAINT "iati_organisations_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_matches" ADD CONSTRAINT "organisation_matches_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_matches" ADD CONSTRAINT "organisation_matches_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_matches" ADD CONSTRAINT "organisation_matches_confirmed_by_accounts_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_aliases" ADD CONSTRAINT "partner_aliases_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_aliases" ADD CONSTRAINT "partner_aliases_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_documents" ADD CONSTRAINT "partner_documents_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_documents" ADD CONSTRAINT "partner_documents_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_profiles" ADD CONSTRAINT "partner_profiles_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_profiles" ADD CONSTRAINT "partner_profiles_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_answers" ADD CONSTRAINT "quality_answers_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_answers" ADD CONSTRAINT "quality_answers_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_answers" ADD CONSTRAINT "quality_answers_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_mappings" ADD CONSTRAINT "resource_mappings_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource_mappings" ADD CONSTRAINT "resource_mappings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "activities_identifier" ON "activities" USING btree ("workspace_id","identifier");--> statement-breakpoint
CREATE INDEX "activities_partner" ON "activities" USING btree ("workspace_id","partner_id","searched");--> statement-breakpoint
CREATE INDEX "activities_title" ON "activities" USING btree ("workspace_id","searched");--> statement-breakpoint
CREATE INDEX "activities_start" ON "activities" USING btree ("workspace_id","starts_on");--> statement-breakpoint
CREATE INDEX "activity_facets_activity" ON "activity_facets" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "activity_organisations_institution" ON "activity_organisations" USING btree ("institution_id");--> statement-breakpoint
CREATE UNIQUE INDEX "api_tokens_hash" ON "api_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "api_tokens_account" ON "api_tokens" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "budget_events_country" ON "budget_events" USING btree ("workspace_id","country");--> statement-breakpoint
CREATE INDEX "calendar_feeds_person" ON "calendar_feeds" USING btree ("account_id","workspace_id");--> statement-breakpoint
CREATE INDEX "change_proposals_partner" ON "change_proposals" USING btree ("workspace_id","institution_id","state");--> statement-breakpoint
CREATE INDEX "commitment_totals_partner" ON "commitment_totals" USING btree ("workspace_id","grain","partner_id");--> statement-breakpoint
CREATE INDEX "cycle_events_cycle" ON "cycle_events" USING btree ("cycle_id");--> statement-breakpoint
CREATE INDEX "cycle_events_date" ON "cycle_events" USING btree ("workspace_id","date");--> statement-breakpoint
CREATE INDEX "envelopes_partner" ON "envelopes" USING btree ("workspace_id","institution_id");--> statement-breakpoint
CREATE INDEX "envelopes_country" ON "envelopes" USING btree ("workspace_id","country");--> statement-breakpoint
CREATE UNIQUE INDEX "envelopes_import_key" ON "envelopes" USING btree ("workspace_id","institution_id","import_key");--> statement-breakpoint
CREATE INDEX "fact_parts_activity" ON "fact_parts" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "fact_parts_all" ON "fact_parts" USING btree ("workspace_id","kind","year","fact_id","position");--> statement-breakpoint
CREATE INDEX "fact_parts_partner" ON "fact_parts" USING btree ("workspace_id","partner_id","kind","year","fact_id","position");--> statement-breakpoint
CREATE INDEX "fact_parts_country" ON "fact_parts" USING btree ("workspace_id","country","kind","year","fact_id","position");--> statement-breakpoint
CREATE INDEX "financial_facts_activity" ON "financial_facts" USING btree ("activity_id","position");--> statement-breakpoint
CREATE INDEX "financial_facts_workspace" ON "financial_facts" USING btree ("workspace_id","id");--> statement-breakpoint
CREATE INDEX "focal_persons_partner" ON "focal_persons" USING btree ("workspace_id","institution_id");--> statement-breakpoint
CREATE INDEX "funding_cycles_partner" ON "funding_cycles" USING btree ("workspace_id","institution_id");--> statement-breakpoint
CREATE INDEX "iati_import_records_outcome" ON "iati_import_records" USING btree ("import_id","outcome","position");--> statement-breakpoint
CREATE INDEX "iati_imports_workspace" ON "iati_imports" USING btree ("workspace_id","id");--> statement-breakpoint
CREATE INDEX "iati_imports_hash" ON "iati_imports" USING btree ("workspace_id","file_hash");--> statement-breakpoint
CREATE INDEX "iati_organisations_institution" ON "iati_organisations" USING btree ("workspace_id","institution_id");--> statement-breakpoint
CREATE INDEX "mandates_partner" ON "mandates" USING btree ("workspace_id","institution_id");--> statement-breakpoint
CREATE INDEX "mandates_theme" ON "mandates" USING btree ("workspace_id","theme");--> statement-breakpoint
CREATE INDEX "partner_aliases_institution" ON "partner_aliases" USING btree ("workspace_id","institution_id");--> statement-breakpoint
CREATE INDEX "partner_documents_partner" ON "partner_documents" USING btree ("workspace_id","institution_id");--> statement-breakpoint
CREATE INDEX "resource_mappings_person" ON "resource_mappings" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "saved_views_workspace" ON "saved_views" USING btree ("workspace_id","list");
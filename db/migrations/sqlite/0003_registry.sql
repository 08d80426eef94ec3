CREATE TABLE `activities` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`partner_id` text NOT NULL,
	`identifier` text,
	`title` text NOT NULL,
	`searched` text NOT NULL,
	`description` text NOT NULL,
	`status` text,
	`starts_on` text,
	`ends_on` text,
	`currency` text,
	`instrument` text,
	`is_on_plan` integer,
	`is_on_budget` integer,
	`is_on_treasury` integer,
	`details` text NOT NULL,
	`import_id` text,
	`import_hash` text,
	`source` text NOT NULL,
	`source_text` text NOT NULL,
	`set_by` text,
	`set_for` text,
	`set_at` text NOT NULL,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`partner_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_for`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `activities_identifier` ON `activities` (`workspace_id`,`identifier`);--> statement-breakpoint
CREATE INDEX `activities_partner` ON `activities` (`workspace_id`,`partner_id`,`searched`);--> statement-breakpoint
CREATE INDEX `activities_title` ON `activities` (`workspace_id`,`searched`);--> statement-breakpoint
CREATE INDEX `activities_start` ON `activities` (`workspace_id`,`starts_on`);--> statement-breakpoint
CREATE TABLE `activity_facets` (
	`workspace_id` text NOT NULL,
	`facet` text NOT NULL,
	`value` text NOT NULL,
	`activity_id` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `facet`, `value`, `activity_id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `activity_facets_activity` ON `activity_facets` (`activity_id`);--> statement-breakpoint
CREATE TABLE `activity_organisations` (
	`activity_id` text NOT NULL,
	`position` integer NOT NULL,
	`institution_id` text,
	`role` text,
	`ref` text,
	`name` text NOT NULL,
	`details` text NOT NULL,
	PRIMARY KEY(`activity_id`, `position`),
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activity_organisations_institution` ON `activity_organisations` (`institution_id`);--> statement-breakpoint
CREATE TABLE `activity_shares` (
	`activity_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`vocabulary` text NOT NULL,
	`code` text NOT NULL,
	`percentage` text,
	`details` text NOT NULL,
	PRIMARY KEY(`activity_id`, `position`),
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`ending` text NOT NULL,
	`scopes` text NOT NULL,
	`workspace_id` text,
	`created_at` text NOT NULL,
	`expires_at` text,
	`last_used_at` text,
	`revoked_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_hash` ON `api_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `api_tokens_account` ON `api_tokens` (`account_id`);--> statement-breakpoint
CREATE TABLE `budget_events` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`country` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`date` text NOT NULL,
	`precision` text NOT NULL,
	`state` text NOT NULL,
	`source` text NOT NULL,
	`is_yearly` integer NOT NULL,
	`last_year` integer,
	`moves_id` text,
	`moves_year` integer,
	`sequence` integer NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `budget_events_country` ON `budget_events` (`workspace_id`,`country`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`account_id` text NOT NULL,
	`country` text,
	`reminder_days` integer,
	`created_at` text NOT NULL,
	`last_read_at` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `calendar_feeds_person` ON `calendar_feeds` (`account_id`,`workspace_id`);--> statement-breakpoint
CREATE TABLE `change_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text,
	`is_removal` integer NOT NULL,
	`changes` text NOT NULL,
	`before` text NOT NULL,
	`reason` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_for` text NOT NULL,
	`proposed_at` text NOT NULL,
	`state` text NOT NULL,
	`answered_by` text,
	`answered_at` text,
	`answer` text NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_for`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_proposals_partner` ON `change_proposals` (`workspace_id`,`institution_id`,`state`);--> statement-breakpoint
CREATE TABLE `commitment_totals` (
	`workspace_id` text NOT NULL,
	`grain` text NOT NULL,
	`country` text NOT NULL,
	`kind` text NOT NULL,
	`year` integer NOT NULL,
	`fiscal_year_start` text NOT NULL,
	`partner_id` text NOT NULL,
	`theme` text NOT NULL,
	`currency` text NOT NULL,
	`amount` text NOT NULL,
	`usd` text NOT NULL,
	`local` text NOT NULL,
	`parts` integer NOT NULL,
	`without_usd` integer NOT NULL,
	`without_local` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `grain`, `country`, `kind`, `year`, `fiscal_year_start`, `partner_id`, `theme`, `currency`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `commitment_totals_partner` ON `commitment_totals` (`workspace_id`,`grain`,`partner_id`);--> statement-breakpoint
CREATE TABLE `country_calendars` (
	`workspace_id` text NOT NULL,
	`country` text NOT NULL,
	`applies_from` text NOT NULL,
	`start_month` integer NOT NULL,
	`start_day` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `country`, `applies_from`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `cycle_event_dates` (
	`event_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`date` text NOT NULL,
	`precision` text NOT NULL,
	`state` text NOT NULL,
	`source` text NOT NULL,
	`checked_on` text,
	`reason` text NOT NULL,
	`account_id` text,
	`institution_id` text,
	`replaced_at` text NOT NULL,
	PRIMARY KEY(`event_id`, `sequence`),
	FOREIGN KEY (`event_id`) REFERENCES `cycle_events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `cycle_events` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`cycle_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`country` text,
	`date` text NOT NULL,
	`precision` text NOT NULL,
	`state` text NOT NULL,
	`source` text NOT NULL,
	`checked_on` text,
	`occurrence` text,
	`is_adjusted` integer NOT NULL,
	`sequence` integer NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`cycle_id`) REFERENCES `funding_cycles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `cycle_events_cycle` ON `cycle_events` (`cycle_id`);--> statement-breakpoint
CREATE INDEX `cycle_events_date` ON `cycle_events` (`workspace_id`,`date`);--> statement-breakpoint
CREATE TABLE `envelopes` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`cycle_id` text,
	`kind` text NOT NULL,
	`country` text,
	`region` text,
	`theme` text,
	`status` text NOT NULL,
	`amount` text,
	`amount_text` text NOT NULL,
	`currency` text,
	`value_date` text,
	`period_start` text,
	`period_end` text,
	`source` text NOT NULL,
	`source_text` text NOT NULL,
	`import_key` text,
	`details` text NOT NULL,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cycle_id`) REFERENCES `funding_cycles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `envelopes_partner` ON `envelopes` (`workspace_id`,`institution_id`);--> statement-breakpoint
CREATE INDEX `envelopes_country` ON `envelopes` (`workspace_id`,`country`);--> statement-breakpoint
CREATE UNIQUE INDEX `envelopes_import_key` ON `envelopes` (`workspace_id`,`institution_id`,`import_key`);--> statement-breakpoint
CREATE TABLE `exchange_rates` (
	`currency` text NOT NULL,
	`year` integer NOT NULL,
	`area` text NOT NULL,
	`per_usd` text NOT NULL,
	`source` text NOT NULL,
	`set_by` text,
	`set_at` text NOT NULL,
	PRIMARY KEY(`currency`, `year`, `area`),
	FOREIGN KEY (`set_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `fact_parts` (
	`fact_id` text NOT NULL,
	`position` integer NOT NULL,
	`workspace_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`partner_id` text NOT NULL,
	`kind` text NOT NULL,
	`country` text NOT NULL,
	`sector` text NOT NULL,
	`theme` text NOT NULL,
	`year` integer NOT NULL,
	`fiscal_year_start` text,
	`currency` text NOT NULL,
	`amount` text NOT NULL,
	`usd` text,
	`local` text,
	PRIMARY KEY(`fact_id`, `position`),
	FOREIGN KEY (`fact_id`) REFERENCES `financial_facts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`partner_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `fact_parts_activity` ON `fact_parts` (`activity_id`);--> statement-breakpoint
CREATE INDEX `fact_parts_all` ON `fact_parts` (`workspace_id`,`kind`,`year`,`fact_id`,`position`);--> statement-breakpoint
CREATE INDEX `fact_parts_partner` ON `fact_parts` (`workspace_id`,`partner_id`,`kind`,`year`,`fact_id`,`position`);--> statement-breakpoint
CREATE INDEX `fact_parts_country` ON `fact_parts` (`workspace_id`,`country`,`kind`,`year`,`fact_id`,`position`);--> statement-breakpoint
CREATE TABLE `field_origins` (
	`workspace_id` text NOT NULL,
	`subject_type` text NOT NULL,
	`subject_id` text NOT NULL,
	`field` text NOT NULL,
	`source` text NOT NULL,
	`source_text` text NOT NULL,
	`account_id` text,
	`institution_id` text,
	`at` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `subject_type`, `subject_id`, `field`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `financial_facts` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`amount` text,
	`amount_text` text NOT NULL,
	`currency` text,
	`value_date` text,
	`period_start` text,
	`period_end` text,
	`provider_id` text,
	`receiver_id` text,
	`provider_name` text NOT NULL,
	`receiver_name` text NOT NULL,
	`certainty` text,
	`instrument` text,
	`is_on_plan` integer,
	`is_on_budget` integer,
	`is_on_treasury` integer,
	`is_revised` integer NOT NULL,
	`is_counted` integer NOT NULL,
	`usd` text,
	`usd_rate` text,
	`usd_source` text NOT NULL,
	`local` text,
	`local_rate` text,
	`local_source` text NOT NULL,
	`note` text NOT NULL,
	`shares` text NOT NULL,
	`details` text NOT NULL,
	`source` text NOT NULL,
	`source_text` text NOT NULL,
	`set_by` text,
	`set_for` text,
	`set_at` text NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`provider_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`receiver_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_for`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `financial_facts_activity` ON `financial_facts` (`activity_id`,`position`);--> statement-breakpoint
CREATE INDEX `financial_facts_workspace` ON `financial_facts` (`workspace_id`,`id`);--> statement-breakpoint
CREATE TABLE `focal_persons` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`country` text,
	`name` text NOT NULL,
	`position` text NOT NULL,
	`email` text NOT NULL,
	`phone` text NOT NULL,
	`valid_from` text,
	`valid_to` text,
	`has_consented` integer NOT NULL,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `focal_persons_partner` ON `focal_persons` (`workspace_id`,`institution_id`);--> statement-breakpoint
CREATE TABLE `funding_cycles` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`period_start` text NOT NULL,
	`period_end` text NOT NULL,
	`fiscal_start_month` integer NOT NULL,
	`fiscal_start_day` integer NOT NULL,
	`predecessor_id` text,
	`note` text NOT NULL,
	`rule` text,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `funding_cycles_partner` ON `funding_cycles` (`workspace_id`,`institution_id`);--> statement-breakpoint
CREATE TABLE `iati_import_problems` (
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`grade` text NOT NULL,
	`code` text NOT NULL,
	`line` integer,
	`path` text NOT NULL,
	`details` text NOT NULL,
	PRIMARY KEY(`import_id`, `position`),
	FOREIGN KEY (`import_id`) REFERENCES `iati_imports`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `iati_import_records` (
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`line` integer NOT NULL,
	`kind` text NOT NULL,
	`identifier` text NOT NULL,
	`title` text NOT NULL,
	`outcome` text NOT NULL,
	`decision` text NOT NULL,
	`rejected_fields` text NOT NULL,
	`differences` text NOT NULL,
	`record` text NOT NULL,
	`hash` text NOT NULL,
	`refusal` text,
	`applied_at` text,
	PRIMARY KEY(`import_id`, `position`),
	FOREIGN KEY (`import_id`) REFERENCES `iati_imports`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `iati_import_records_outcome` ON `iati_import_records` (`import_id`,`outcome`,`position`);--> statement-breakpoint
CREATE TABLE `iati_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`account_id` text,
	`institution_id` text,
	`file_name` text NOT NULL,
	`file_bytes` integer NOT NULL,
	`file_hash` text NOT NULL,
	`state` text NOT NULL,
	`done` integer NOT NULL,
	`total` integer NOT NULL,
	`report` text NOT NULL,
	`created_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`applied_at` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `iati_imports_workspace` ON `iati_imports` (`workspace_id`,`id`);--> statement-breakpoint
CREATE INDEX `iati_imports_hash` ON `iati_imports` (`workspace_id`,`file_hash`);--> statement-breakpoint
CREATE TABLE `iati_organisations` (
	`workspace_id` text NOT NULL,
	`identifier` text NOT NULL,
	`institution_id` text NOT NULL,
	`record` text NOT NULL,
	`hash` text NOT NULL,
	`file_name` text NOT NULL,
	`changed_at` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `identifier`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `iati_organisations_institution` ON `iati_organisations` (`workspace_id`,`institution_id`);--> statement-breakpoint
CREATE TABLE `mandates` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`theme` text NOT NULL,
	`country` text,
	`region` text,
	`instrument` text NOT NULL,
	`role` integer NOT NULL,
	`approach` text NOT NULL,
	`valid_from` text,
	`valid_to` text,
	`evidence_url` text NOT NULL,
	`last_reviewed_on` text,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mandates_partner` ON `mandates` (`workspace_id`,`institution_id`);--> statement-breakpoint
CREATE INDEX `mandates_theme` ON `mandates` (`workspace_id`,`theme`);--> statement-breakpoint
CREATE TABLE `organisation_matches` (
	`workspace_id` text NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`institution_id` text NOT NULL,
	`confirmed_by` text,
	`confirmed_at` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `key`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `partner_aliases` (
	`workspace_id` text NOT NULL,
	`folded` text NOT NULL,
	`name` text NOT NULL,
	`institution_id` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `folded`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `partner_aliases_institution` ON `partner_aliases` (`workspace_id`,`institution_id`);--> statement-breakpoint
CREATE TABLE `partner_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`url` text NOT NULL,
	`language` text,
	`published_on` text,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `partner_documents_partner` ON `partner_documents` (`workspace_id`,`institution_id`);--> statement-breakpoint
CREATE TABLE `partner_profiles` (
	`workspace_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`about` text NOT NULL,
	`website` text NOT NULL,
	`instruments` text NOT NULL,
	`modalities` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `institution_id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `quality_answers` (
	`workspace_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`measure` text NOT NULL,
	`at` text NOT NULL,
	`text` text NOT NULL,
	`account_id` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `institution_id`, `measure`, `at`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `resource_mappings` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`account_id` text NOT NULL,
	`source_name` text NOT NULL,
	`rows` text NOT NULL,
	`created_at` text NOT NULL,
	`applied_at` text,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `resource_mappings_person` ON `resource_mappings` (`workspace_id`,`account_id`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`account_id` text NOT NULL,
	`is_shared` integer NOT NULL,
	`list` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `saved_views_workspace` ON `saved_views` (`workspace_id`,`list`);
CREATE TABLE `attendance_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`dialogue_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`state` text NOT NULL,
	`at` text NOT NULL,
	`account_id` text NOT NULL,
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attendance_marks_dialogue` ON `attendance_marks` (`dialogue_id`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`dialogue_id` text NOT NULL,
	`item_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`number` integer NOT NULL,
	`reference` text NOT NULL,
	`text` text NOT NULL,
	`rule` text NOT NULL,
	`verdict` text NOT NULL,
	`reservations` text NOT NULL,
	`budget_implication` text NOT NULL,
	`review_on` text,
	`state` text NOT NULL,
	`decided_at` text NOT NULL,
	`account_id` text NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`item_id`) REFERENCES `dialogue_items`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`proposal_id`) REFERENCES `dialogue_proposals`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_reference` ON `decisions` (`workspace_id`,`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_proposal` ON `decisions` (`proposal_id`);--> statement-breakpoint
CREATE TABLE `dialogue_delegates` (
	`id` text PRIMARY KEY NOT NULL,
	`dialogue_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dialogue_delegates_dialogue` ON `dialogue_delegates` (`dialogue_id`);--> statement-breakpoint
CREATE TABLE `dialogue_invitations` (
	`dialogue_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`group` text NOT NULL,
	`answer` text,
	`answered_at` text,
	`answered_by` text,
	PRIMARY KEY(`dialogue_id`, `institution_id`),
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `dialogue_items` (
	`id` text PRIMARY KEY NOT NULL,
	`dialogue_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`purpose` text NOT NULL,
	`presenter` text NOT NULL,
	`planned_minutes` integer NOT NULL,
	`confidentiality` text NOT NULL,
	`item` text NOT NULL,
	`floor` text NOT NULL,
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `dialogue_items_dialogue` ON `dialogue_items` (`dialogue_id`);--> statement-breakpoint
CREATE TABLE `dialogue_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`dialogue_id` text NOT NULL,
	`item_id` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`scale` text NOT NULL,
	`is_hidden` integer NOT NULL,
	`rule` text NOT NULL,
	`state` text NOT NULL,
	`eligible` text NOT NULL,
	`verdict` text,
	`amends_id` text,
	`opened_at` text,
	`closed_at` text,
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`item_id`) REFERENCES `dialogue_items`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dialogue_proposals_number` ON `dialogue_proposals` (`dialogue_id`,`number`);--> statement-breakpoint
CREATE TABLE `dialogues` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`type` text NOT NULL,
	`title` text NOT NULL,
	`purpose` text NOT NULL,
	`place` text NOT NULL,
	`link` text NOT NULL,
	`time_zone` text NOT NULL,
	`languages` text NOT NULL,
	`starts_at` text NOT NULL,
	`limits` text NOT NULL,
	`quorum` text,
	`started_at` text,
	`ended_at` text,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dialogues_number` ON `dialogues` (`workspace_id`,`year`,`number`);--> statement-breakpoint
CREATE TABLE `positions` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`number` integer NOT NULL,
	`institution_id` text NOT NULL,
	`step` text NOT NULL,
	`reason` text NOT NULL,
	`is_ad_referendum` integer NOT NULL,
	`basis` text,
	`at` text NOT NULL,
	`account_id` text NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `dialogue_proposals`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `positions_number` ON `positions` (`proposal_id`,`number`);
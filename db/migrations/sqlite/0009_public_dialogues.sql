CREATE TABLE `dialogue_links` (
	`id` text PRIMARY KEY NOT NULL,
	`dialogue_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`url` text NOT NULL,
	`audience` text NOT NULL,
	`added_at` text NOT NULL,
	`account_id` text NOT NULL,
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dialogue_links_dialogue` ON `dialogue_links` (`dialogue_id`);--> statement-breakpoint
CREATE TABLE `dialogue_registrations` (
	`id` text PRIMARY KEY NOT NULL,
	`dialogue_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`name` text NOT NULL,
	`position` text NOT NULL,
	`institution` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`language` text NOT NULL,
	`registered_at` text NOT NULL,
	`attendance` text,
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dialogue_registrations_email` ON `dialogue_registrations` (`dialogue_id`,`email_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `dialogue_registrations_token` ON `dialogue_registrations` (`token_hash`);--> statement-breakpoint
ALTER TABLE `dialogues` ADD `cancelled_at` text;--> statement-breakpoint
ALTER TABLE `dialogues` ADD `cancel_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `dialogues` ADD `calendar_sequence` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `dialogues` ADD `calendar_changed_at` text;--> statement-breakpoint
ALTER TABLE `dialogues` ADD `visibility` text DEFAULT 'members' NOT NULL;--> statement-breakpoint
ALTER TABLE `dialogues` ADD `registration` text;
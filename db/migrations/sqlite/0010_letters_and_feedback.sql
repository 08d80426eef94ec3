CREATE TABLE `dialogue_feedback` (
	`dialogue_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`heard` text NOT NULL,
	`usefulness` integer,
	`text` text NOT NULL,
	`given_at` text NOT NULL,
	`given_by` text NOT NULL,
	`reply` text DEFAULT '' NOT NULL,
	`replied_at` text,
	`replied_by` text,
	PRIMARY KEY(`dialogue_id`, `institution_id`),
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replied_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `dialogue_letter_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`letter_id` text NOT NULL,
	`kind` text NOT NULL,
	`token_hash` text NOT NULL,
	`sequence` integer NOT NULL,
	`sent_at` text NOT NULL,
	`failed_at` text,
	FOREIGN KEY (`letter_id`) REFERENCES `dialogue_letters`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `dialogue_letter_mails_letter` ON `dialogue_letter_mails` (`letter_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `dialogue_letter_mails_token` ON `dialogue_letter_mails` (`token_hash`);--> statement-breakpoint
CREATE TABLE `dialogue_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`dialogue_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`language` text NOT NULL,
	`answer` text,
	`answered_at` text,
	`answered_by` text,
	`added_at` text NOT NULL,
	`account_id` text NOT NULL,
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `dialogue_letters_email` ON `dialogue_letters` (`dialogue_id`,`email_key`);--> statement-breakpoint
ALTER TABLE `dialogue_items` ADD `reviews_dialogue_id` text REFERENCES dialogues(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `dialogue_proposals` ADD `source` text;--> statement-breakpoint
ALTER TABLE `dialogue_registrations` ADD `told_sequence` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `dialogues` ADD `letter_text` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `dialogues` ADD `has_reminders` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE `dialogue_registrations` SET `told_sequence` = (SELECT `calendar_sequence` FROM `dialogues` WHERE `dialogues`.`id` = `dialogue_registrations`.`dialogue_id`);

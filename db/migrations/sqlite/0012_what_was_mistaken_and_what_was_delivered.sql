ALTER TABLE `attendance_marks` ADD `taken_back_at` text;--> statement-breakpoint
ALTER TABLE `attendance_marks` ADD `taken_back_by` text REFERENCES accounts(id);--> statement-breakpoint
ALTER TABLE `dialogue_invitations` ADD `answer_basis` text;--> statement-breakpoint
ALTER TABLE `dialogue_letter_mails` ADD `delivered_at` text;--> statement-breakpoint
ALTER TABLE `dialogue_registrations` ADD `delivered_at` text;--> statement-breakpoint
ALTER TABLE `dialogue_registrations` ADD `former_token_hash` text;--> statement-breakpoint
ALTER TABLE `dialogues` ADD `schedule_sequence` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `dialogue_letter_mails` SET `delivered_at` = `sent_at` WHERE `failed_at` IS NULL;--> statement-breakpoint
UPDATE `dialogue_registrations` SET `delivered_at` = `registered_at`;--> statement-breakpoint
UPDATE `dialogues` SET `schedule_sequence` = `calendar_sequence`;

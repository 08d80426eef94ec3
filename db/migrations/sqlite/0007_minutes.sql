CREATE TABLE `dialogue_minutes` (
	`dialogue_id` text PRIMARY KEY NOT NULL,
	`minutes` text NOT NULL,
	`begun_at` text NOT NULL,
	`locked_at` text,
	FOREIGN KEY (`dialogue_id`) REFERENCES `dialogues`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `item_minutes` (
	`item_id` text PRIMARY KEY NOT NULL,
	`document_id` text NOT NULL,
	`text` text,
	`hash` text,
	`epoch` integer,
	`seq` integer,
	`authors` text,
	FOREIGN KEY (`item_id`) REFERENCES `dialogue_items`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `item_minutes_document` ON `item_minutes` (`document_id`);--> statement-breakpoint
ALTER TABLE `dialogues` ADD `is_chatham_house` integer DEFAULT false NOT NULL;
CREATE TABLE `dialogue_item_quotes` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`source` text NOT NULL,
	`added_at` text NOT NULL,
	`account_id` text NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `dialogue_items`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dialogue_item_quotes_item` ON `dialogue_item_quotes` (`item_id`);--> statement-breakpoint
ALTER TABLE `dialogue_links` ADD `item_id` text REFERENCES dialogue_items(id) ON DELETE cascade;
CREATE TABLE `document_segments` (
	`document_id` text NOT NULL,
	`epoch` integer NOT NULL,
	`from_seq` integer NOT NULL,
	`upto_seq` integer NOT NULL,
	`first_at` text NOT NULL,
	`last_at` text NOT NULL,
	`authors` blob NOT NULL,
	`authors_hash` text NOT NULL,
	`updates` blob,
	`updates_hash` text NOT NULL,
	PRIMARY KEY(`document_id`, `epoch`, `from_seq`),
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `document_snapshots` ADD `hash` text;
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

CREATE TABLE `decision_actions` (
	`decision_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`action_id` text NOT NULL,
	`title` text NOT NULL,
	`lead_institution_id` text NOT NULL,
	`state` text NOT NULL,
	`linked_at` text NOT NULL,
	`account_id` text NOT NULL,
	PRIMARY KEY(`decision_id`, `plan_id`, `action_id`),
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`lead_institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decision_actions_action` ON `decision_actions` (`plan_id`,`action_id`);
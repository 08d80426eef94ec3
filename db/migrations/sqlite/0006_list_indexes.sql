DROP INDEX `activities_title`;--> statement-breakpoint
DROP INDEX `activities_start`;--> statement-breakpoint
CREATE INDEX `activities_changed` ON `activities` (`workspace_id`,`removed_at`,`set_at`,`id`);--> statement-breakpoint
CREATE INDEX `activities_title` ON `activities` (`workspace_id`,`removed_at`,`searched`,`id`);--> statement-breakpoint
CREATE INDEX `activities_start` ON `activities` (`workspace_id`,`removed_at`,`starts_on`,`id`);--> statement-breakpoint
DROP INDEX `commitment_totals_partner`;--> statement-breakpoint
CREATE INDEX `commitment_totals_partner` ON `commitment_totals` (`workspace_id`,`grain`,`partner_id`,`year`,`kind`,`country`);
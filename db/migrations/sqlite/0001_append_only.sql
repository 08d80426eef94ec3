-- Events and status reports are testimony: the database itself refuses to change or delete them.
CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER status_reports_no_update BEFORE UPDATE ON status_reports BEGIN SELECT RAISE(ABORT, 'status_reports is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER status_reports_no_delete BEFORE DELETE ON status_reports BEGIN SELECT RAISE(ABORT, 'status_reports is append-only'); END;

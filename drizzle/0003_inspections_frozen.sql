CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'issued documents never change'); END;
--> statement-breakpoint
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'issued documents never change'); END;
--> statement-breakpoint
CREATE TRIGGER finding_steps_no_update BEFORE UPDATE ON finding_steps BEGIN SELECT RAISE(ABORT, 'finding steps are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER finding_steps_no_delete BEFORE DELETE ON finding_steps BEGIN SELECT RAISE(ABORT, 'finding steps are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER finding_alarms_no_update BEFORE UPDATE ON finding_alarms BEGIN SELECT RAISE(ABORT, 'alarms are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER finding_alarms_no_delete BEFORE DELETE ON finding_alarms BEGIN SELECT RAISE(ABORT, 'alarms are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER visit_figures_no_update BEFORE UPDATE ON visit_figures BEGIN SELECT RAISE(ABORT, 'seen figures never change'); END;
--> statement-breakpoint
CREATE TRIGGER visit_figures_no_delete BEFORE DELETE ON visit_figures BEGIN SELECT RAISE(ABORT, 'seen figures never change'); END;

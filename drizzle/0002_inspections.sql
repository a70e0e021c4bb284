CREATE TABLE `bulletins` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`round_id` integer NOT NULL,
	`erratum_of_id` integer,
	`state` text NOT NULL,
	`title` text NOT NULL,
	`facts` text,
	`texts` text NOT NULL,
	`head_seq` integer,
	`head_hash` text,
	`frozen_at` text,
	`drafted_by` integer NOT NULL,
	`drafted_at` text NOT NULL,
	`proposed_by` integer,
	`proposed_at` text,
	`sent_back_reason` text,
	`signer` text,
	`issued_by` integer,
	`issued_on` text,
	`document_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`erratum_of_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`drafted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bulletins_round` ON `bulletins` (`round_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `bulletins_one` ON `bulletins` (`round_id`) WHERE "bulletins"."kind" = 'bulletin';--> statement-breakpoint
CREATE TABLE `finding_alarms` (
	`finding_id` integer NOT NULL,
	`due_on` text NOT NULL,
	`level` text NOT NULL,
	`on_day` text NOT NULL,
	`tell` text NOT NULL,
	`rule_version` integer NOT NULL,
	`posted_at` text NOT NULL,
	PRIMARY KEY(`finding_id`, `due_on`, `level`),
	FOREIGN KEY (`finding_id`) REFERENCES `findings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `finding_alarms_day` ON `finding_alarms` (`on_day`);--> statement-breakpoint
CREATE TABLE `finding_extensions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`finding_id` integer NOT NULL,
	`previous_due_on` text NOT NULL,
	`due_on` text NOT NULL,
	`reason` text NOT NULL,
	`status` text NOT NULL,
	`submitted_by` integer NOT NULL,
	`submitted_at` text NOT NULL,
	`decided_by` integer,
	`decided_at` text,
	`decision_reason` text,
	FOREIGN KEY (`finding_id`) REFERENCES `findings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `finding_extensions_finding` ON `finding_extensions` (`finding_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `finding_extensions_open` ON `finding_extensions` (`finding_id`) WHERE "finding_extensions"."status" = 'submitted';--> statement-breakpoint
CREATE TABLE `finding_steps` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`finding_id` integer NOT NULL,
	`step` text NOT NULL,
	`from_state` text,
	`to_state` text NOT NULL,
	`words` text,
	`unit_id` integer,
	`due_on` text,
	`by_id` integer NOT NULL,
	`on_day` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`finding_id`) REFERENCES `findings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `finding_steps_finding` ON `finding_steps` (`finding_id`,`id`);--> statement-breakpoint
CREATE TABLE `findings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`quarter` text NOT NULL,
	`client_id` text,
	`round_id` integer,
	`visit_id` integer,
	`project_id` integer,
	`source` text NOT NULL,
	`category` text NOT NULL,
	`severity` text NOT NULL,
	`basis` text,
	`facts` text NOT NULL,
	`found_by` text NOT NULL,
	`found_on` text NOT NULL,
	`registered_by` integer NOT NULL,
	`state` text NOT NULL,
	`unit_id` integer,
	`person` text,
	`first_due_on` text,
	`due_on` text,
	`acknowledge_due_on` text,
	`plan` text,
	`requested_on` text,
	`closed_on` text,
	`recheck_due_on` text,
	`carried_to_id` integer,
	`withdrawal_by` integer,
	`withdrawal_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registered_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`carried_to_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawal_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `findings_number_unique` ON `findings` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `findings_client_id_unique` ON `findings` (`client_id`);--> statement-breakpoint
CREATE INDEX `findings_quarter` ON `findings` (`quarter`,`id`);--> statement-breakpoint
CREATE INDEX `findings_state` ON `findings` (`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `findings_unit` ON `findings` (`unit_id`,`state`);--> statement-breakpoint
CREATE INDEX `findings_project` ON `findings` (`project_id`,`id`);--> statement-breakpoint
CREATE INDEX `findings_round` ON `findings` (`round_id`,`id`);--> statement-breakpoint
CREATE INDEX `findings_carried` ON `findings` (`carried_to_id`);--> statement-breakpoint
CREATE INDEX `findings_visit` ON `findings` (`visit_id`);--> statement-breakpoint
CREATE TABLE `draws` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_id` integer NOT NULL,
	`position` integer NOT NULL,
	`reason` text,
	`seed` text NOT NULL,
	`seed_hash` text NOT NULL,
	`committed_by` integer NOT NULL,
	`committed_at` text NOT NULL,
	`stratify` text,
	`frozen_at` text,
	`list_hash` text,
	`drawn_by` integer,
	`drawn_at` text,
	`file` text,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`committed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`drawn_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `draws_round` ON `draws` (`round_id`,`position`);--> statement-breakpoint
CREATE TABLE `material_returns` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`material_id` integer NOT NULL,
	`round_work_id` integer NOT NULL,
	`words` text,
	`handed_in_by` integer NOT NULL,
	`handed_in_at` text NOT NULL,
	`handed_in_on` text NOT NULL,
	FOREIGN KEY (`material_id`) REFERENCES `round_materials`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_work_id`) REFERENCES `round_works`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handed_in_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `material_returns_work` ON `material_returns` (`round_work_id`);--> statement-breakpoint
CREATE TABLE `round_groups` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_id` integer NOT NULL,
	`name` text NOT NULL,
	`from_day` text,
	`to_day` text,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_groups_name` ON `round_groups` (`round_id`,`name`);--> statement-breakpoint
CREATE TABLE `round_materials` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_id` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_materials_position` ON `round_materials` (`round_id`,`position`);--> statement-breakpoint
CREATE TABLE `round_members` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_id` integer NOT NULL,
	`group_id` integer,
	`name` text NOT NULL,
	`unit` text NOT NULL,
	`user_id` integer,
	`duty` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `round_groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `round_members_round` ON `round_members` (`round_id`);--> statement-breakpoint
CREATE INDEX `round_members_user` ON `round_members` (`user_id`);--> statement-breakpoint
CREATE TABLE `round_works` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_id` integer NOT NULL,
	`project_id` integer NOT NULL,
	`route` text NOT NULL,
	`rules` text NOT NULL,
	`draw_id` integer,
	`group_id` integer,
	`visit_on` text,
	`opened_at` text,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `round_groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_works_work` ON `round_works` (`round_id`,`project_id`);--> statement-breakpoint
CREATE INDEX `round_works_project` ON `round_works` (`project_id`);--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`quarter` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`announced` integer NOT NULL,
	`state` text NOT NULL,
	`from_day` text,
	`to_day` text,
	`scope_words` text,
	`requirements` text,
	`materials_due_on` text,
	`notified_on` text,
	`opened_at` text,
	`list_opened_at` text,
	`abandon_reason` text,
	`created_by` integer NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rounds_state` ON `rounds` (`state`);--> statement-breakpoint
CREATE UNIQUE INDEX `rounds_quarterly` ON `rounds` (`quarter`) WHERE "rounds"."kind" = 'quarterly' and "rounds"."state" <> 'abandoned';--> statement-breakpoint
CREATE TABLE `differences` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`visit_id` integer NOT NULL,
	`project_id` integer NOT NULL,
	`figure` text NOT NULL,
	`state` text NOT NULL,
	`raised_on` text NOT NULL,
	`raised_at` text NOT NULL,
	`decided_by` integer,
	`decided_on` text,
	`reason` text,
	`update_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `differences_figure` ON `differences` (`visit_id`,`figure`);--> statement-breakpoint
CREATE INDEX `differences_project` ON `differences` (`project_id`);--> statement-breakpoint
CREATE INDEX `differences_state` ON `differences` (`state`);--> statement-breakpoint
CREATE TABLE `field_secrets` (
	`user_id` integer PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ratings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` integer NOT NULL,
	`round_work_id` integer NOT NULL,
	`visit_id` integer,
	`summary_id` integer,
	`current` integer NOT NULL,
	`level` text NOT NULL,
	`reason` text NOT NULL,
	`computed_level` text NOT NULL,
	`computed_lights` text NOT NULL,
	`rated_by` integer NOT NULL,
	`rated_on` text NOT NULL,
	`answer_due_on` text,
	`answer` text,
	`answered_by` integer,
	`answered_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_work_id`) REFERENCES `round_works`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`summary_id`) REFERENCES `visit_summaries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rated_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ratings_project` ON `ratings` (`project_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `ratings_current` ON `ratings` (`round_work_id`) WHERE "ratings"."current" = 1;--> statement-breakpoint
CREATE INDEX `ratings_unanswered` ON `ratings` (`answer_due_on`) WHERE "ratings"."answer_due_on" is not null and "ratings"."answered_on" is null;--> statement-breakpoint
CREATE TABLE `visit_figures` (
	`visit_id` integer NOT NULL,
	`figure` text NOT NULL,
	`result` text NOT NULL,
	`reported_number` real,
	`reported_text` text,
	`approved_number` real,
	`approved_text` text,
	`seen_number` real,
	`seen_text` text,
	`why` text,
	PRIMARY KEY(`visit_id`, `figure`),
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `visit_photos` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` text NOT NULL,
	`visit_id` integer NOT NULL,
	`finding_id` integer,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`sent_sha256` text NOT NULL,
	`stored_sha256` text,
	`taken_at` text NOT NULL,
	`lat` real,
	`lon` real,
	`announced_at` text NOT NULL,
	`received_at` text,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_photos_client_id_unique` ON `visit_photos` (`client_id`);--> statement-breakpoint
CREATE INDEX `visit_photos_visit` ON `visit_photos` (`visit_id`);--> statement-breakpoint
CREATE TABLE `visit_summaries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`round_work_id` integer NOT NULL,
	`words` text NOT NULL,
	`signed_by` integer NOT NULL,
	`signed_on` text NOT NULL,
	`signed_at` text NOT NULL,
	FOREIGN KEY (`round_work_id`) REFERENCES `round_works`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visit_summaries_work` ON `visit_summaries` (`round_work_id`);--> statement-breakpoint
CREATE TABLE `visits` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`client_id` text NOT NULL,
	`round_id` integer NOT NULL,
	`project_id` integer NOT NULL,
	`round_work_id` integer,
	`inspector_id` integer NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text,
	`visited_on` text NOT NULL,
	`received_at` text NOT NULL,
	`finished_at` text,
	`clock_offset_ms` integer,
	`basis` text NOT NULL,
	`present` text,
	`words` text,
	`rating_level` text,
	`rating_reason` text,
	`lat` real,
	`lon` real,
	`conflict` text,
	`settled` text,
	`settled_by` integer,
	`settled_on` text,
	`settled_reason` text,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_work_id`) REFERENCES `round_works`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inspector_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visits_client_id_unique` ON `visits` (`client_id`);--> statement-breakpoint
CREATE INDEX `visits_round` ON `visits` (`round_id`,`project_id`);--> statement-breakpoint
CREATE INDEX `visits_project` ON `visits` (`project_id`,`visited_on`);--> statement-breakpoint
CREATE INDEX `visits_inspector` ON `visits` (`inspector_id`);--> statement-breakpoint
CREATE INDEX `visits_conflict` ON `visits` (`conflict`) WHERE "visits"."conflict" is not null and "visits"."settled" is null;--> statement-breakpoint
ALTER TABLE `documents` ADD `kind` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `subject` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `word` blob;--> statement-breakpoint
ALTER TABLE `documents` ADD `page` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `head_seq` integer;--> statement-breakpoint
ALTER TABLE `documents` ADD `head_hash` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `created_at` text;--> statement-breakpoint
ALTER TABLE `projects` ADD `level` text;
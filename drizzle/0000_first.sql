CREATE TABLE `documents` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`number` text NOT NULL,
	`day` text NOT NULL,
	`title` text NOT NULL,
	`frozen` text,
	`sha256` text
);
--> statement-breakpoint
CREATE TABLE `evidence` (
	`sha256` text PRIMARY KEY NOT NULL,
	`mime` text NOT NULL,
	`bytes` integer NOT NULL,
	`width` integer,
	`height` integer,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `evidence_links` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sha256` text NOT NULL,
	`subject` text NOT NULL,
	`name` text NOT NULL,
	`added_by` integer NOT NULL,
	`added_at` text NOT NULL,
	FOREIGN KEY (`sha256`) REFERENCES `evidence`(`sha256`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_links_subject` ON `evidence_links` (`subject`);--> statement-breakpoint
CREATE INDEX `evidence_links_sha256` ON `evidence_links` (`sha256`);--> statement-breakpoint
CREATE TABLE `event_bodies` (
	`seq` integer PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`seq`) REFERENCES `events`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`epoch` integer NOT NULL,
	`at` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` integer,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`body_hash` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`subject`,`seq`);--> statement-breakpoint
CREATE INDEX `events_action` ON `events` (`action`);--> statement-breakpoint
CREATE TABLE `idempotency` (
	`actor_id` integer NOT NULL,
	`key` text NOT NULL,
	`command` text NOT NULL,
	`input_hash` text NOT NULL,
	`result` text,
	`at` text NOT NULL,
	PRIMARY KEY(`actor_id`, `key`)
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`cursor` text,
	`state` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `periods` (
	`kind` text NOT NULL,
	`period` text NOT NULL,
	`revision` integer NOT NULL,
	`state` text NOT NULL,
	`frozen` text,
	`event_seq` integer,
	PRIMARY KEY(`kind`, `period`, `revision`)
);
--> statement-breakpoint
CREATE TABLE `rule_sets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`effective_from` text NOT NULL,
	`body` text NOT NULL,
	`document` text,
	`drafted_by` integer,
	`approved_by` integer,
	`approved_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rule_sets_version` ON `rule_sets` (`kind`,`version`);--> statement-breakpoint
CREATE TABLE `chain_outputs` (
	`chain_id` text NOT NULL,
	`year` integer NOT NULL,
	`yuan` integer,
	`known` integer NOT NULL,
	`unknown` integer NOT NULL,
	`source` text NOT NULL,
	`through_month` text,
	PRIMARY KEY(`chain_id`, `year`)
);
--> statement-breakpoint
CREATE TABLE `project_bigrams` (
	`gram` text NOT NULL,
	`project_id` integer NOT NULL,
	PRIMARY KEY(`gram`, `project_id`)
);
--> statement-breakpoint
CREATE INDEX `project_bigrams_project` ON `project_bigrams` (`project_id`);--> statement-breakpoint
CREATE TABLE `project_list` (
	`project_id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`sources` text NOT NULL,
	`box_id` text,
	`sector` text NOT NULL,
	`class` text,
	`chain_id` text,
	`chain_basis` text NOT NULL,
	`town` text,
	`category` text,
	`stage` text NOT NULL,
	`owner_id` integer,
	`owner_name` text,
	`responsible_id` integer,
	`responsible_name` text,
	`plan_yuan` integer,
	`total_yuan` integer,
	`year_to_date_yuan` integer,
	`approved_yuan` integer,
	`approved_partial` integer NOT NULL,
	`approved_month` text,
	`reported_yuan` integer,
	`reported_month` text,
	`full_output_yuan` integer,
	`annual_plan_yuan` integer,
	`step` text,
	`percent` integer,
	`quantity_done` real,
	`light_level` text NOT NULL,
	`lights` text NOT NULL,
	`report_state` text NOT NULL,
	`report_month` text,
	`last_report_on` text,
	`open_conditions` integer NOT NULL,
	`rated_on` text NOT NULL,
	`rule_version` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `project_list_code` ON `project_list` (`code`);--> statement-breakpoint
CREATE INDEX `project_list_name` ON `project_list` (`name`,`code`);--> statement-breakpoint
CREATE INDEX `project_list_approved` ON `project_list` (`approved_yuan`,`code`);--> statement-breakpoint
CREATE INDEX `project_list_last_report` ON `project_list` (`last_report_on`,`code`);--> statement-breakpoint
CREATE INDEX `project_list_box` ON `project_list` (`box_id`,`code`);--> statement-breakpoint
CREATE INDEX `project_list_sector` ON `project_list` (`sector`,`code`);--> statement-breakpoint
CREATE INDEX `project_list_chain` ON `project_list` (`chain_id`,`code`);--> statement-breakpoint
CREATE INDEX `project_list_stage` ON `project_list` (`stage`,`code`);--> statement-breakpoint
CREATE INDEX `project_list_light` ON `project_list` (`light_level`,`code`);--> statement-breakpoint
CREATE INDEX `project_list_report` ON `project_list` (`report_state`,`code`);--> statement-breakpoint
CREATE INDEX `project_list_town` ON `project_list` (`town`,`code`);--> statement-breakpoint
CREATE INDEX `project_list_owner` ON `project_list` (`owner_id`,`code`);--> statement-breakpoint
CREATE INDEX `project_list_responsible` ON `project_list` (`responsible_id`,`code`);--> statement-breakpoint
CREATE INDEX `project_list_rated` ON `project_list` (`rated_on`);--> statement-breakpoint
CREATE TABLE `milestone_dates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`milestone_id` integer NOT NULL,
	`kind` text NOT NULL,
	`planned_on` text NOT NULL,
	`previous_on` text,
	`reason` text,
	`status` text NOT NULL,
	`submitted_by` integer NOT NULL,
	`submitted_at` text NOT NULL,
	`decided_by` integer,
	`decided_at` text,
	`decision_reason` text,
	FOREIGN KEY (`milestone_id`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `milestone_dates_milestone` ON `milestone_dates` (`milestone_id`);--> statement-breakpoint
CREATE INDEX `milestone_dates_status` ON `milestone_dates` (`status`);--> statement-breakpoint
CREATE UNIQUE INDEX `milestone_dates_open` ON `milestone_dates` (`milestone_id`) WHERE "milestone_dates"."status" = 'submitted';--> statement-breakpoint
CREATE TABLE `milestones` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`definition` text NOT NULL,
	`proof` text NOT NULL,
	`template_key` text,
	`original_on` text,
	`baseline_on` text,
	`forecast_on` text,
	`met_on` text,
	`forecast_update_id` integer,
	`met_update_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `milestones_project` ON `milestones` (`project_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `milestones_template` ON `milestones` (`project_id`,`template_key`);--> statement-breakpoint
CREATE TABLE `chain_enterprises` (
	`chain_id` text NOT NULL,
	`organisation_id` integer NOT NULL,
	`basis` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text,
	PRIMARY KEY(`chain_id`, `organisation_id`, `from_day`),
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `chain_enterprises_organisation` ON `chain_enterprises` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `output_returns` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` integer NOT NULL,
	`chain_id` text NOT NULL,
	`quarter` text NOT NULL,
	`current` integer DEFAULT false NOT NULL,
	`revision` integer NOT NULL,
	`replaces_id` integer,
	`revision_reason` text,
	`year_to_date_yuan` integer NOT NULL,
	`remark` text,
	`on_behalf_source` text,
	`on_behalf_on` text,
	`status` text NOT NULL,
	`submitted_by` integer NOT NULL,
	`submitted_at` text NOT NULL,
	`decided_by` integer,
	`decided_at` text,
	`decision_reason` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `output_returns_chain` ON `output_returns` (`chain_id`,`quarter`);--> statement-breakpoint
CREATE INDEX `output_returns_organisation` ON `output_returns` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `output_returns_status` ON `output_returns` (`status`);--> statement-breakpoint
CREATE UNIQUE INDEX `output_returns_open` ON `output_returns` (`organisation_id`,`chain_id`,`quarter`) WHERE "output_returns"."status" = 'submitted';--> statement-breakpoint
CREATE UNIQUE INDEX `output_returns_current` ON `output_returns` (`organisation_id`,`chain_id`,`quarter`) WHERE "output_returns"."current" = 1;--> statement-breakpoint
CREATE TABLE `statistics_outputs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`chain_id` text NOT NULL,
	`year` integer NOT NULL,
	`through_month` text NOT NULL,
	`yuan` integer NOT NULL,
	`source` text NOT NULL,
	`current` integer DEFAULT false NOT NULL,
	`status` text NOT NULL,
	`submitted_by` integer NOT NULL,
	`submitted_at` text NOT NULL,
	`decided_by` integer,
	`decided_at` text,
	`decision_reason` text,
	FOREIGN KEY (`submitted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statistics_outputs_open` ON `statistics_outputs` (`chain_id`,`year`) WHERE "statistics_outputs"."status" = 'submitted';--> statement-breakpoint
CREATE UNIQUE INDEX `statistics_outputs_current` ON `statistics_outputs` (`chain_id`,`year`) WHERE "statistics_outputs"."current" = 1;--> statement-breakpoint
CREATE TABLE `api_tokens` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`last_used_at` text,
	`revoked_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_token_hash_unique` ON `api_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `api_tokens_user` ON `api_tokens` (`user_id`);--> statement-breakpoint
CREATE TABLE `organisation_names` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`organisation_id` integer NOT NULL,
	`name` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `organisation_names_organisation` ON `organisation_names` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_name_unique` ON `organisations` (`name`);--> statement-breakpoint
CREATE TABLE `throttles` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_failure_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`username` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`organisation_id` integer NOT NULL,
	`password_hash` text NOT NULL,
	`must_change_password` integer NOT NULL,
	`password_expires_at` text,
	`active` integer DEFAULT true NOT NULL,
	`token_version` integer DEFAULT 1 NOT NULL,
	`locale` text,
	`last_sign_in_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_username` ON `users` (lower("username"));--> statement-breakpoint
CREATE INDEX `users_organisation` ON `users` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `plan_entries` (
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`kind`, `code`)
);
--> statement-breakpoint
CREATE TABLE `plan_loads` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`text_sha256` text NOT NULL,
	`data_hash` text NOT NULL,
	`added` integer NOT NULL,
	`changed` integer NOT NULL,
	`removed` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `plan_periods` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `annual_plans` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` integer NOT NULL,
	`year` integer NOT NULL,
	`current` integer DEFAULT false NOT NULL,
	`planned_yuan` integer,
	`start_month` text,
	`finish_month` text,
	`document_no` text,
	`reason` text,
	`status` text NOT NULL,
	`submitted_by` integer NOT NULL,
	`submitted_at` text NOT NULL,
	`decided_by` integer,
	`decided_at` text,
	`decision_reason` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `annual_plans_project` ON `annual_plans` (`project_id`,`year`);--> statement-breakpoint
CREATE INDEX `annual_plans_status` ON `annual_plans` (`status`);--> statement-breakpoint
CREATE UNIQUE INDEX `annual_plans_open` ON `annual_plans` (`project_id`,`year`) WHERE "annual_plans"."status" = 'submitted';--> statement-breakpoint
CREATE UNIQUE INDEX `annual_plans_current` ON `annual_plans` (`project_id`,`year`) WHERE "annual_plans"."current" = 1;--> statement-breakpoint
CREATE TABLE `assignments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` integer NOT NULL,
	`kind` text NOT NULL,
	`organisation_id` integer,
	`person` text,
	`from_day` text NOT NULL,
	`to_day` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignments_organisation` ON `assignments` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `assignments_project` ON `assignments` (`project_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `assignments_in_force` ON `assignments` (`project_id`,`kind`) WHERE "assignments"."to_day" is null;--> statement-breakpoint
CREATE TABLE `fact_sheets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` integer NOT NULL,
	`revision` integer NOT NULL,
	`current` integer DEFAULT false NOT NULL,
	`body` text NOT NULL,
	`replaces_id` integer,
	`on_behalf` text,
	`status` text NOT NULL,
	`submitted_by` integer NOT NULL,
	`submitted_at` text NOT NULL,
	`decided_by` integer,
	`decided_at` text,
	`decision_reason` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `fact_sheets_project` ON `fact_sheets` (`project_id`);--> statement-breakpoint
CREATE INDEX `fact_sheets_status` ON `fact_sheets` (`status`);--> statement-breakpoint
CREATE UNIQUE INDEX `fact_sheets_open` ON `fact_sheets` (`project_id`) WHERE "fact_sheets"."status" = 'submitted';--> statement-breakpoint
CREATE UNIQUE INDEX `fact_sheets_current` ON `fact_sheets` (`project_id`) WHERE "fact_sheets"."current" = 1;--> statement-breakpoint
CREATE TABLE `project_sources` (
	`item_code` text PRIMARY KEY NOT NULL,
	`project_id` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `project_sources_project` ON `project_sources` (`project_id`);--> statement-breakpoint
CREATE TABLE `project_stages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` integer NOT NULL,
	`stage` text NOT NULL,
	`from_day` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `project_stages_project` ON `project_stages` (`project_id`,`from_day`);--> statement-breakpoint
CREATE TABLE `projects` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`period_id` text NOT NULL,
	`sector` text NOT NULL,
	`stage` text DEFAULT 'unknown' NOT NULL,
	`stage_since` text,
	`chain_id` text,
	`chain_basis` text DEFAULT 'unknown' NOT NULL,
	`chain_reason` text,
	`town` text,
	`category` text,
	`source_document` text,
	`template_code` text,
	`completed_on` text,
	`pause_reason` text,
	`pause_refreshed_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `projects_code_unique` ON `projects` (`code`);--> statement-breakpoint
CREATE INDEX `projects_chain` ON `projects` (`chain_id`);--> statement-breakpoint
CREATE INDEX `projects_sector` ON `projects` (`sector`);--> statement-breakpoint
CREATE TABLE `conditions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` integer NOT NULL,
	`kind` text NOT NULL,
	`ask` text NOT NULL,
	`asked_of_id` integer,
	`level` integer DEFAULT 1 NOT NULL,
	`state` text NOT NULL,
	`update_id` integer,
	`raised_on` text NOT NULL,
	`answer` text,
	`answered_by` integer,
	`answered_on` text,
	`closed_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_of_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`update_id`) REFERENCES `updates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `conditions_project` ON `conditions` (`project_id`);--> statement-breakpoint
CREATE INDEX `conditions_asked_of` ON `conditions` (`asked_of_id`,`state`);--> statement-breakpoint
CREATE INDEX `conditions_state` ON `conditions` (`state`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` integer NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_subject` ON `drafts` (`user_id`,`subject`);--> statement-breakpoint
CREATE TABLE `updates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` integer NOT NULL,
	`kind` text NOT NULL,
	`period` text NOT NULL,
	`milestone_id` integer,
	`current` integer DEFAULT false NOT NULL,
	`revision` integer NOT NULL,
	`replaces_id` integer,
	`revision_reason` text,
	`no_change` integer DEFAULT false NOT NULL,
	`year_to_date_yuan` integer,
	`step` text,
	`progress_text` text,
	`percent` integer,
	`quantity_done` real,
	`condition_kind` text,
	`condition_ask` text,
	`condition_unit_id` integer,
	`forecast_on` text,
	`met_on` text,
	`reason` text,
	`completed_on` text,
	`final_yuan` integer,
	`document_no` text,
	`remark` text,
	`warnings` text NOT NULL,
	`on_behalf_source` text,
	`on_behalf_on` text,
	`backfilled` integer DEFAULT false NOT NULL,
	`timing` text NOT NULL,
	`due_on` text,
	`status` text NOT NULL,
	`submitted_by` integer NOT NULL,
	`submitted_at` text NOT NULL,
	`decided_by` integer,
	`decided_at` text,
	`decision_reason` text,
	`submitted_on` text NOT NULL,
	`decided_on` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`milestone_id`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`condition_unit_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `updates_project` ON `updates` (`project_id`,`kind`,`period`);--> statement-breakpoint
CREATE INDEX `updates_status` ON `updates` (`status`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `updates_milestone` ON `updates` (`milestone_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `updates_open` ON `updates` (`project_id`,`kind`,`period`) WHERE "updates"."status" = 'submitted' and "updates"."milestone_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `updates_open_milestone` ON `updates` (`milestone_id`) WHERE "updates"."status" = 'submitted' and "updates"."milestone_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `updates_current` ON `updates` (`project_id`,`kind`,`period`) WHERE "updates"."current" = 1 and "updates"."milestone_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `updates_current_milestone` ON `updates` (`milestone_id`) WHERE "updates"."current" = 1 and "updates"."milestone_id" is not null;
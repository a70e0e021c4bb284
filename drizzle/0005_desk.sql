CREATE TABLE `year_list_works` (
	`list_id` integer NOT NULL,
	`project_id` integer NOT NULL,
	`plan_id` integer NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`sector` text NOT NULL,
	`chain_id` text,
	`town` text,
	`category` text,
	`level` text,
	`stage` text NOT NULL,
	`owner_name` text,
	`responsible_name` text,
	`leader` text,
	`total_yuan` integer,
	`original_yuan` integer,
	`planned_yuan` integer,
	`start_month` text,
	`finish_month` text,
	`production_month` text,
	`image_goal` text,
	`document_no` text,
	`list_note` text,
	PRIMARY KEY(`list_id`, `project_id`),
	FOREIGN KEY (`list_id`) REFERENCES `year_lists`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_id`) REFERENCES `annual_plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `year_list_works_code` ON `year_list_works` (`list_id`,`code`);--> statement-breakpoint
CREATE INDEX `year_list_works_project` ON `year_list_works` (`project_id`);--> statement-breakpoint
CREATE TABLE `year_lists` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`year` integer NOT NULL,
	`revision` integer NOT NULL,
	`current` integer DEFAULT false NOT NULL,
	`document_no` text NOT NULL,
	`title` text NOT NULL,
	`day` text NOT NULL,
	`reason` text,
	`works` integer NOT NULL,
	`planned_yuan` integer,
	`planned_known` integer NOT NULL,
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
CREATE INDEX `year_lists_year` ON `year_lists` (`year`,`status`);--> statement-breakpoint
CREATE INDEX `year_lists_status` ON `year_lists` (`status`);--> statement-breakpoint
CREATE UNIQUE INDEX `year_lists_open` ON `year_lists` (`year`) WHERE "year_lists"."status" = 'submitted';--> statement-breakpoint
CREATE UNIQUE INDEX `year_lists_current` ON `year_lists` (`year`) WHERE "year_lists"."current" = 1;--> statement-breakpoint
CREATE UNIQUE INDEX `year_lists_revision` ON `year_lists` (`year`,`revision`) WHERE "year_lists"."status" = 'approved';--> statement-breakpoint
CREATE TABLE `candidate_decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`outcome` text NOT NULL,
	`project_id` integer,
	`reason` text,
	`decided_by` integer NOT NULL,
	`decided_at` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `candidate_decisions_code` ON `candidate_decisions` (`code`,`id`);--> statement-breakpoint
CREATE INDEX `candidate_decisions_project` ON `candidate_decisions` (`project_id`);--> statement-breakpoint
CREATE TABLE `condition_steps` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`condition_id` integer NOT NULL,
	`kind` text NOT NULL,
	`level` integer NOT NULL,
	`due_on` text,
	`on_day` text NOT NULL,
	`at` text NOT NULL,
	`by_id` integer,
	`words` text,
	`unit_id` integer,
	`outcome` text,
	`meeting_id` integer,
	`document_no` text,
	`rule_version` integer,
	FOREIGN KEY (`condition_id`) REFERENCES `conditions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `condition_steps_condition` ON `condition_steps` (`condition_id`,`id`);--> statement-breakpoint
CREATE TABLE `meeting_items` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`condition_id` integer,
	`project_id` integer,
	`problem` text NOT NULL,
	`measure` text,
	`unit_id` integer,
	`person` text,
	`due_on` text,
	`state` text NOT NULL,
	`settled_words` text,
	`settled_by` integer,
	`settled_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`condition_id`) REFERENCES `conditions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`settled_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_items_state` ON `meeting_items` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `meeting_items_project` ON `meeting_items` (`project_id`,`state`);--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_items_open_condition` ON `meeting_items` (`condition_id`) WHERE "meeting_items"."state" = 'open';--> statement-breakpoint
CREATE TABLE `meeting_listings` (
	`meeting_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	`position` integer NOT NULL,
	`carried` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`meeting_id`, `item_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `meeting_items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meeting_listings_item` ON `meeting_listings` (`item_id`,`meeting_id`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`held_on` text NOT NULL,
	`place` text,
	`state` text NOT NULL,
	`called_by` integer NOT NULL,
	`called_at` text NOT NULL,
	`closed_by` integer,
	`closed_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`called_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meetings_held` ON `meetings` (`held_on`,`id`);--> statement-breakpoint
CREATE INDEX `meetings_kind` ON `meetings` (`kind`,`held_on`);--> statement-breakpoint
CREATE TABLE `dispatches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`period` text NOT NULL,
	`lock_id` integer NOT NULL,
	`replaces_id` integer,
	`state` text NOT NULL,
	`title` text NOT NULL,
	`facts` text NOT NULL,
	`texts` text NOT NULL,
	`head_seq` integer,
	`head_hash` text,
	`frozen_at` text,
	`drafted_by` integer NOT NULL,
	`drafted_at` text NOT NULL,
	`proposed_by` integer,
	`proposed_at` text,
	`sent_back_reason` text,
	`editors` text NOT NULL,
	`signer` text,
	`issued_by` integer,
	`issued_on` text,
	`document_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`lock_id`) REFERENCES `locks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaces_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`drafted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dispatches_period` ON `dispatches` (`period`,`id`);--> statement-breakpoint
CREATE INDEX `dispatches_state` ON `dispatches` (`state`,`period`);--> statement-breakpoint
CREATE UNIQUE INDEX `dispatches_open` ON `dispatches` (`period`) WHERE "dispatches"."state" in ('drafted', 'proposed');--> statement-breakpoint
CREATE TABLE `evaluations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`year` integer NOT NULL,
	`state` text NOT NULL,
	`title` text NOT NULL,
	`facts` text NOT NULL,
	`texts` text NOT NULL,
	`head_seq` integer,
	`head_hash` text,
	`frozen_at` text,
	`drafted_by` integer NOT NULL,
	`drafted_at` text NOT NULL,
	`proposed_by` integer,
	`sent_back_reason` text,
	`editors` text NOT NULL,
	`issued_by` integer,
	`document_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`drafted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evaluations_year` ON `evaluations` (`year`,`id`);--> statement-breakpoint
CREATE INDEX `evaluations_state` ON `evaluations` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `indicator_targets` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`indicator_no` text NOT NULL,
	`statement` text NOT NULL,
	`value` text NOT NULL,
	`reason` text NOT NULL,
	`chosen_by` integer NOT NULL,
	`chosen_at` text NOT NULL,
	FOREIGN KEY (`chosen_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `indicator_targets_indicator` ON `indicator_targets` (`indicator_no`,`id`);--> statement-breakpoint
CREATE TABLE `indicator_values` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`indicator_no` text NOT NULL,
	`year` integer NOT NULL,
	`value` text NOT NULL,
	`source` text NOT NULL,
	`document` text,
	`current` integer DEFAULT false NOT NULL,
	`revision` integer NOT NULL,
	`replaces_id` integer,
	`revision_reason` text,
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
CREATE INDEX `indicator_values_indicator` ON `indicator_values` (`indicator_no`,`year`,`id`);--> statement-breakpoint
CREATE INDEX `indicator_values_status` ON `indicator_values` (`status`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_values_open` ON `indicator_values` (`indicator_no`,`year`) WHERE "indicator_values"."status" = 'submitted';--> statement-breakpoint
CREATE UNIQUE INDEX `indicator_values_current` ON `indicator_values` (`indicator_no`,`year`) WHERE "indicator_values"."current" = 1;--> statement-breakpoint
CREATE TABLE `project_periods` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` integer NOT NULL,
	`period_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text,
	`reason` text NOT NULL,
	`created_by` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period_id`) REFERENCES `plan_periods`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `project_periods_period` ON `project_periods` (`period_id`,`project_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `project_periods_in_force` ON `project_periods` (`project_id`) WHERE "project_periods"."to_day" is null;--> statement-breakpoint
CREATE TABLE `responsibilities` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`organisation_id` integer NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text,
	`document` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `responsibilities_of` ON `responsibilities` (`kind`,`code`,`id`);--> statement-breakpoint
CREATE INDEX `responsibilities_organisation` ON `responsibilities` (`organisation_id`,`kind`);--> statement-breakpoint
CREATE UNIQUE INDEX `responsibilities_in_force` ON `responsibilities` (`kind`,`code`) WHERE "responsibilities"."to_day" is null;--> statement-breakpoint
CREATE TABLE `export_templates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`body` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`saved_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `export_templates_code_unique` ON `export_templates` (`code`);--> statement-breakpoint
CREATE TABLE `fund_lines` (
	`return_id` integer NOT NULL,
	`source_id` integer NOT NULL,
	`name` text NOT NULL,
	`planned_yuan` integer,
	`in_place_yuan` integer,
	`paid_yuan` integer,
	PRIMARY KEY(`return_id`, `source_id`),
	FOREIGN KEY (`return_id`) REFERENCES `fund_returns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `fund_sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `fund_returns` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` integer NOT NULL,
	`quarter` text NOT NULL,
	`current` integer DEFAULT false NOT NULL,
	`revision` integer NOT NULL,
	`replaces_id` integer,
	`revision_reason` text,
	`remark` text,
	`warnings` text NOT NULL,
	`on_behalf_source` text,
	`on_behalf_on` text,
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
CREATE INDEX `fund_returns_project` ON `fund_returns` (`project_id`,`quarter`);--> statement-breakpoint
CREATE INDEX `fund_returns_status` ON `fund_returns` (`status`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `fund_returns_quarter` ON `fund_returns` (`quarter`) WHERE "fund_returns"."current" = 1;--> statement-breakpoint
CREATE UNIQUE INDEX `fund_returns_open` ON `fund_returns` (`project_id`,`quarter`) WHERE "fund_returns"."status" = 'submitted';--> statement-breakpoint
CREATE UNIQUE INDEX `fund_returns_current` ON `fund_returns` (`project_id`,`quarter`) WHERE "fund_returns"."current" = 1;--> statement-breakpoint
CREATE TABLE `fund_sources` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fund_sources_code_unique` ON `fund_sources` (`code`);--> statement-breakpoint
CREATE TABLE `registrations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` integer NOT NULL,
	`state` text NOT NULL,
	`on_day` text NOT NULL,
	`document_no` text,
	`reason` text,
	`remark` text,
	`current` integer DEFAULT false NOT NULL,
	`recorded_by` integer NOT NULL,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `registrations_project` ON `registrations` (`project_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `registrations_current` ON `registrations` (`project_id`) WHERE "registrations"."current" = 1;--> statement-breakpoint
CREATE TABLE `statistics_investments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` integer NOT NULL,
	`year` integer NOT NULL,
	`through_month` text NOT NULL,
	`yuan` integer NOT NULL,
	`source` text NOT NULL,
	`current` integer DEFAULT false NOT NULL,
	`revision` integer NOT NULL,
	`replaces_id` integer,
	`revision_reason` text,
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
CREATE INDEX `statistics_investments_project` ON `statistics_investments` (`project_id`,`through_month`);--> statement-breakpoint
CREATE INDEX `statistics_investments_status` ON `statistics_investments` (`status`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `statistics_investments_month` ON `statistics_investments` (`through_month`) WHERE "statistics_investments"."current" = 1;--> statement-breakpoint
CREATE UNIQUE INDEX `statistics_investments_open` ON `statistics_investments` (`project_id`,`through_month`) WHERE "statistics_investments"."status" = 'submitted';--> statement-breakpoint
CREATE UNIQUE INDEX `statistics_investments_current` ON `statistics_investments` (`project_id`,`through_month`) WHERE "statistics_investments"."current" = 1;--> statement-breakpoint
CREATE TABLE `import_mappings` (
	`sender` text NOT NULL,
	`head` text NOT NULL,
	`field` text,
	PRIMARY KEY(`sender`, `head`)
);
--> statement-breakpoint
CREATE TABLE `import_rows` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`import_id` integer NOT NULL,
	`row` integer NOT NULL,
	`hidden` integer NOT NULL,
	`row_values` text NOT NULL,
	`cells` text NOT NULL,
	`name_key` text,
	`outcome` text,
	`project_id` integer,
	`matched_by` text,
	`candidates` text,
	`differences` text,
	`warnings` text,
	`refusal` text,
	`unreadable` integer DEFAULT false NOT NULL,
	`new_code` text,
	`decision` text,
	`decided_project_id` integer,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `import_rows_row` ON `import_rows` (`import_id`,`row`);--> statement-breakpoint
CREATE INDEX `import_rows_outcome` ON `import_rows` (`import_id`,`outcome`,`row`);--> statement-breakpoint
CREATE INDEX `import_rows_matched` ON `import_rows` (`project_id`);--> statement-breakpoint
CREATE INDEX `import_rows_decided` ON `import_rows` (`decided_project_id`);--> statement-breakpoint
CREATE INDEX `import_rows_project` ON `import_rows` (`import_id`,`project_id`);--> statement-breakpoint
CREATE INDEX `import_rows_name` ON `import_rows` (`import_id`,`name_key`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL,
	`layout` text NOT NULL,
	`state` text NOT NULL,
	`sender` text,
	`purpose` text,
	`period` text,
	`year` integer,
	`note` text,
	`document_title` text,
	`document_no` text,
	`document_day` text,
	`sector` text,
	`mapping` text,
	`rows` integer DEFAULT 0 NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`counts` text,
	`stopped` text,
	`last_code` integer,
	`made` text,
	`rows_hash` text,
	`visible_seq` integer,
	`created_by` integer NOT NULL,
	`created_at` text NOT NULL,
	`started_by` integer,
	`applied_at` text,
	`applied_on` text,
	`decided_by` integer,
	`decided_at` text,
	`decision_reason` text,
	`undone_by` integer,
	`undone_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imports_state` ON `imports` (`state`);--> statement-breakpoint
CREATE INDEX `imports_sha256` ON `imports` (`sha256`);--> statement-breakpoint
CREATE INDEX `imports_code` ON `imports` (`last_code`);--> statement-breakpoint
CREATE TABLE `plan_source_rows` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`import_id` integer NOT NULL,
	`row` integer NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`project_id` integer,
	`item_code` text,
	`body` text NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_source_rows_row` ON `plan_source_rows` (`import_id`,`row`);--> statement-breakpoint
CREATE INDEX `plan_source_rows_project` ON `plan_source_rows` (`project_id`);--> statement-breakpoint
CREATE INDEX `plan_source_rows_name` ON `plan_source_rows` (`name_key`);--> statement-breakpoint
CREATE TABLE `register_additions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`import_id` integer NOT NULL,
	`row` integer NOT NULL,
	`item_code` text NOT NULL,
	`topic` text NOT NULL,
	`plan_text` text NOT NULL,
	`plan_line` integer NOT NULL,
	`source_text` text NOT NULL,
	`source_cell` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `register_additions_import` ON `register_additions` (`import_id`);--> statement-breakpoint
CREATE INDEX `register_additions_item` ON `register_additions` (`item_code`);--> statement-breakpoint
CREATE TABLE `fact_pasts` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text,
	`subject` text NOT NULL,
	`project_id` integer,
	`row_key` text NOT NULL,
	`was` text
);
--> statement-breakpoint
CREATE INDEX `fact_pasts_project` ON `fact_pasts` (`project_id`,`id`);--> statement-breakpoint
CREATE INDEX `fact_pasts_subject` ON `fact_pasts` (`subject`,`id`);--> statement-breakpoint
CREATE INDEX `fact_pasts_at` ON `fact_pasts` (`at`,`id`);--> statement-breakpoint
CREATE INDEX `fact_pasts_unsettled` ON `fact_pasts` (`id`) WHERE "fact_pasts"."at" is null;--> statement-breakpoint
CREATE TABLE `lock_reopenings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`lock_id` integer NOT NULL,
	`reason` text NOT NULL,
	`status` text NOT NULL,
	`submitted_by` integer NOT NULL,
	`submitted_at` text NOT NULL,
	`decided_by` integer,
	`decided_at` text,
	`decision_reason` text,
	FOREIGN KEY (`lock_id`) REFERENCES `locks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lock_reopenings_lock` ON `lock_reopenings` (`lock_id`);--> statement-breakpoint
CREATE INDEX `lock_reopenings_status` ON `lock_reopenings` (`status`);--> statement-breakpoint
CREATE UNIQUE INDEX `lock_reopenings_open` ON `lock_reopenings` (`lock_id`) WHERE "lock_reopenings"."status" = 'submitted';--> statement-breakpoint
CREATE TABLE `lock_totals` (
	`lock_id` integer NOT NULL,
	`dimension` text NOT NULL,
	`key` text NOT NULL,
	`works` integer NOT NULL,
	`plan_original_yuan` integer,
	`plan_original_known` integer NOT NULL,
	`plan_yuan` integer,
	`plan_known` integer NOT NULL,
	`year_to_date_yuan` integer,
	`year_to_date_known` integer NOT NULL,
	`flow_yuan` integer,
	`flow_known` integer NOT NULL,
	`invested_yuan` integer,
	`invested_known` integer NOT NULL,
	`invested_partial` integer NOT NULL,
	`lights` text NOT NULL,
	`stages` text NOT NULL,
	`reports` text NOT NULL,
	`output_yuan` integer,
	`output_known` integer,
	`output_unknown` integer,
	`output_source` text,
	`output_through` text,
	PRIMARY KEY(`lock_id`, `dimension`, `key`),
	FOREIGN KEY (`lock_id`) REFERENCES `locks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `lock_works` (
	`lock_id` integer NOT NULL,
	`project_id` integer NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`sector` text NOT NULL,
	`box_id` text,
	`chain_id` text,
	`level` text,
	`town` text,
	`stage` text NOT NULL,
	`owner_name` text,
	`responsible_name` text,
	`plan_original_yuan` integer,
	`plan_yuan` integer,
	`year_to_date_yuan` integer,
	`approved_month` text,
	`flow_yuan` integer,
	`flow_since` text,
	`invested_yuan` integer,
	`invested_partial` integer NOT NULL,
	`step` text,
	`percent` integer,
	`light_level` text NOT NULL,
	`lights` text NOT NULL,
	`report_state` text NOT NULL,
	PRIMARY KEY(`lock_id`, `project_id`),
	FOREIGN KEY (`lock_id`) REFERENCES `locks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lock_works_code` ON `lock_works` (`lock_id`,`code`);--> statement-breakpoint
CREATE INDEX `lock_works_report` ON `lock_works` (`lock_id`,`report_state`,`project_id`);--> statement-breakpoint
CREATE INDEX `lock_works_light` ON `lock_works` (`lock_id`,`light_level`,`code`);--> statement-breakpoint
CREATE TABLE `locks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`period` text NOT NULL,
	`revision` integer NOT NULL,
	`state` text NOT NULL,
	`through_month` text NOT NULL,
	`stands_on` text NOT NULL,
	`judged_on` text NOT NULL,
	`at` text NOT NULL,
	`event_seq` integer NOT NULL,
	`past_mark` integer NOT NULL,
	`update_mark` integer,
	`bases` text NOT NULL,
	`checks` text NOT NULL,
	`rule_version` integer NOT NULL,
	`cursor` integer DEFAULT 0 NOT NULL,
	`works` integer DEFAULT 0 NOT NULL,
	`digest` text DEFAULT '' NOT NULL,
	`begun_by` integer NOT NULL,
	`begun_at` text NOT NULL,
	`submitted_by` integer,
	`submitted_at` text,
	`decided_by` integer,
	`decided_at` text,
	`decision_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`begun_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `locks_period` ON `locks` (`kind`,`period`,`revision`);--> statement-breakpoint
CREATE INDEX `locks_state` ON `locks` (`state`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `locks_open` ON `locks` (`kind`,`period`) WHERE "locks"."state" in ('computing', 'computed', 'submitted');--> statement-breakpoint
CREATE UNIQUE INDEX `locks_confirmed` ON `locks` (`kind`,`period`,`revision`) WHERE "locks"."state" = 'confirmed';--> statement-breakpoint
CREATE TABLE `chain_leads` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`chain_id` text NOT NULL,
	`person` text NOT NULL,
	`post` text,
	`from_day` text NOT NULL,
	`to_day` text,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `chain_leads_chain` ON `chain_leads` (`chain_id`,`from_day`);--> statement-breakpoint
CREATE UNIQUE INDEX `chain_leads_in_force` ON `chain_leads` (`chain_id`) WHERE "chain_leads"."to_day" is null;--> statement-breakpoint
CREATE TABLE `list_applications` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`project_id` integer NOT NULL,
	`level` text NOT NULL,
	`list_name` text NOT NULL,
	`year` integer NOT NULL,
	`submitted_on` text NOT NULL,
	`document_no` text,
	`result` text NOT NULL,
	`result_on` text,
	`result_document` text,
	`remark` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `list_applications_project` ON `list_applications` (`project_id`,`id`);--> statement-breakpoint
CREATE INDEX `list_applications_year` ON `list_applications` (`year`,`level`,`result`);--> statement-breakpoint
CREATE INDEX `list_applications_level` ON `list_applications` (`level`,`result`,`submitted_on`);--> statement-breakpoint
CREATE INDEX `list_applications_submitted` ON `list_applications` (`submitted_on`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `list_applications_one` ON `list_applications` (`project_id`,`level`,`list_name`,`year`) WHERE "list_applications"."result" <> 'rejected';--> statement-breakpoint
CREATE TABLE `policy_bids` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`bid_code` text NOT NULL,
	`title` text NOT NULL,
	`addressee` text NOT NULL,
	`unit_id` integer,
	`submitted_on` text,
	`document_no` text,
	`result` text NOT NULL,
	`result_on` text,
	`result_document` text,
	`amount_yuan` integer,
	`remark` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `policy_bids_code` ON `policy_bids` (`bid_code`,`id`);--> statement-breakpoint
CREATE INDEX `policy_bids_unit` ON `policy_bids` (`unit_id`);--> statement-breakpoint
ALTER TABLE `rule_sets` ADD `status` text;--> statement-breakpoint
ALTER TABLE `rule_sets` ADD `submitted_at` text;--> statement-breakpoint
ALTER TABLE `rule_sets` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `rule_sets` ADD `decided_by` integer;--> statement-breakpoint
ALTER TABLE `rule_sets` ADD `decided_at` text;--> statement-breakpoint
ALTER TABLE `rule_sets` ADD `decision_reason` text;--> statement-breakpoint
CREATE UNIQUE INDEX `rule_sets_open` ON `rule_sets` (`kind`) WHERE "rule_sets"."status" = 'submitted';--> statement-breakpoint
ALTER TABLE `project_list` ADD `level` text;--> statement-breakpoint
ALTER TABLE `project_list` ADD `leader_name` text;--> statement-breakpoint
ALTER TABLE `project_list` ADD `industry_class` text;--> statement-breakpoint
ALTER TABLE `project_list` ADD `former_names` text;--> statement-breakpoint
ALTER TABLE `project_list` ADD `lateness` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `project_list_lateness` ON `project_list` (`light_level`,`lateness`,`code`);--> statement-breakpoint
CREATE INDEX `project_list_level` ON `project_list` (`level`,`code`);--> statement-breakpoint
CREATE INDEX `project_list_industry` ON `project_list` (`industry_class`,`code`);--> statement-breakpoint
CREATE INDEX `project_list_leader` ON `project_list` (`leader_name`,`code`);--> statement-breakpoint
ALTER TABLE `plan_periods` ADD `opened_by` integer;--> statement-breakpoint
ALTER TABLE `plan_periods` ADD `opened_at` text;--> statement-breakpoint
ALTER TABLE `annual_plans` ADD `production_month` text;--> statement-breakpoint
ALTER TABLE `annual_plans` ADD `curve_shape` text;--> statement-breakpoint
ALTER TABLE `annual_plans` ADD `curve` text;--> statement-breakpoint
ALTER TABLE `annual_plans` ADD `image_goal` text;--> statement-breakpoint
ALTER TABLE `annual_plans` ADD `leader` text;--> statement-breakpoint
ALTER TABLE `annual_plans` ADD `responsible_id` integer REFERENCES organisations(id);--> statement-breakpoint
ALTER TABLE `annual_plans` ADD `list_note` text;--> statement-breakpoint
CREATE INDEX `annual_plans_year` ON `annual_plans` (`year`,`current`,`project_id`);--> statement-breakpoint
ALTER TABLE `project_stages` ADD `recorded_at` text;--> statement-breakpoint
ALTER TABLE `projects` ADD `industry_class` text;--> statement-breakpoint
ALTER TABLE `conditions` ADD `level_since` text;--> statement-breakpoint
ALTER TABLE `conditions` ADD `level_due_on` text;--> statement-breakpoint
ALTER TABLE `conditions` ADD `unit_due_on` text;--> statement-breakpoint
CREATE INDEX `conditions_due` ON `conditions` (`state`,`level`,`level_due_on`);--> statement-breakpoint
CREATE INDEX `conditions_unit_due` ON `conditions` (`state`,`unit_due_on`);--> statement-breakpoint
CREATE INDEX `conditions_closed` ON `conditions` (`closed_on`,`raised_on`);--> statement-breakpoint
CREATE INDEX `updates_period` ON `updates` (`period`,`status`,`decided_at`);--> statement-breakpoint
CREATE INDEX `updates_unanswered` ON `updates` (`period`) WHERE "updates"."current" = 1 and "updates"."remark" is null and "updates"."warnings" <> '[]';
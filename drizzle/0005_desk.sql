ALTER TABLE `project_list` ADD `level` text;--> statement-breakpoint
ALTER TABLE `project_list` ADD `leader_name` text;--> statement-breakpoint
ALTER TABLE `project_list` ADD `lateness` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `project_list_lateness` ON `project_list` (`light_level`,`lateness`,`code`);--> statement-breakpoint
CREATE INDEX `project_list_level` ON `project_list` (`level`,`code`);--> statement-breakpoint
ALTER TABLE `project_stages` ADD `recorded_at` text;
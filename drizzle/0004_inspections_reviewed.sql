ALTER TABLE `bulletins` ADD `editors` text;--> statement-breakpoint
ALTER TABLE `draws` ADD `removed` text;--> statement-breakpoint
ALTER TABLE `visit_photos` ADD `refused` text;--> statement-breakpoint
ALTER TABLE `visit_summaries` ADD `why` text;
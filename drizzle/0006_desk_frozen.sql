CREATE TRIGGER year_lists_frozen BEFORE UPDATE ON year_lists WHEN OLD.status <> 'submitted' AND (NEW.status IS NOT OLD.status OR NEW.year IS NOT OLD.year OR NEW.revision IS NOT OLD.revision OR NEW.document_no IS NOT OLD.document_no OR NEW.title IS NOT OLD.title OR NEW.day IS NOT OLD.day OR NEW.reason IS NOT OLD.reason OR NEW.works IS NOT OLD.works OR NEW.planned_yuan IS NOT OLD.planned_yuan OR NEW.planned_known IS NOT OLD.planned_known OR NEW.submitted_by IS NOT OLD.submitted_by OR NEW.decided_by IS NOT OLD.decided_by OR NEW.decided_at IS NOT OLD.decided_at) BEGIN SELECT RAISE(ABORT, 'a published list never changes'); END;
--> statement-breakpoint
CREATE TRIGGER year_lists_no_delete BEFORE DELETE ON year_lists BEGIN SELECT RAISE(ABORT, 'a published list never changes'); END;
--> statement-breakpoint
CREATE TRIGGER year_list_works_no_late_insert BEFORE INSERT ON year_list_works WHEN (SELECT status FROM year_lists WHERE id = NEW.list_id) <> 'submitted' BEGIN SELECT RAISE(ABORT, 'a published list never changes'); END;
--> statement-breakpoint
CREATE TRIGGER year_list_works_no_update BEFORE UPDATE ON year_list_works BEGIN SELECT RAISE(ABORT, 'a published list never changes'); END;
--> statement-breakpoint
CREATE TRIGGER year_list_works_no_delete BEFORE DELETE ON year_list_works BEGIN SELECT RAISE(ABORT, 'a published list never changes'); END;
--> statement-breakpoint
CREATE TRIGGER condition_steps_no_update BEFORE UPDATE ON condition_steps BEGIN SELECT RAISE(ABORT, 'condition steps are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER condition_steps_no_delete BEFORE DELETE ON condition_steps BEGIN SELECT RAISE(ABORT, 'condition steps are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER meeting_items_no_reopening BEFORE UPDATE ON meeting_items WHEN OLD.state = 'settled' BEGIN SELECT RAISE(ABORT, 'a settled item never changes'); END;
--> statement-breakpoint
CREATE TRIGGER meeting_items_no_delete BEFORE DELETE ON meeting_items BEGIN SELECT RAISE(ABORT, 'items of a meeting are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER dispatches_frozen BEFORE UPDATE ON dispatches WHEN OLD.state = 'issued' BEGIN SELECT RAISE(ABORT, 'an issued dispatch never changes'); END;
--> statement-breakpoint
CREATE TRIGGER dispatches_no_delete BEFORE DELETE ON dispatches BEGIN SELECT RAISE(ABORT, 'a dispatch is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER evaluations_frozen BEFORE UPDATE ON evaluations WHEN OLD.state = 'issued' BEGIN SELECT RAISE(ABORT, 'an issued evaluation never changes'); END;
--> statement-breakpoint
CREATE TRIGGER evaluations_no_delete BEFORE DELETE ON evaluations BEGIN SELECT RAISE(ABORT, 'evaluations are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER indicator_values_frozen BEFORE UPDATE ON indicator_values WHEN NEW.indicator_no IS NOT OLD.indicator_no OR NEW.year IS NOT OLD.year OR NEW.value IS NOT OLD.value OR NEW.source IS NOT OLD.source OR NEW.document IS NOT OLD.document OR NEW.submitted_by IS NOT OLD.submitted_by OR (OLD.status <> 'submitted' AND NEW.status IS NOT OLD.status) BEGIN SELECT RAISE(ABORT, 'a submitted value never changes'); END;
--> statement-breakpoint
CREATE TRIGGER indicator_values_no_delete BEFORE DELETE ON indicator_values BEGIN SELECT RAISE(ABORT, 'a submitted value never changes'); END;
--> statement-breakpoint
CREATE TRIGGER indicator_targets_no_update BEFORE UPDATE ON indicator_targets BEGIN SELECT RAISE(ABORT, 'a choice never changes'); END;
--> statement-breakpoint
CREATE TRIGGER indicator_targets_no_delete BEFORE DELETE ON indicator_targets BEGIN SELECT RAISE(ABORT, 'a choice never changes'); END;
--> statement-breakpoint
CREATE TRIGGER fund_lines_no_update BEFORE UPDATE ON fund_lines BEGIN SELECT RAISE(ABORT, 'what was told of a source never changes'); END;
--> statement-breakpoint
CREATE TRIGGER fund_lines_no_delete BEFORE DELETE ON fund_lines BEGIN SELECT RAISE(ABORT, 'what was told of a source never changes'); END;
--> statement-breakpoint
CREATE TRIGGER fund_sources_no_delete_used BEFORE DELETE ON fund_sources WHEN EXISTS (SELECT 1 FROM fund_lines WHERE source_id = OLD.id) BEGIN SELECT RAISE(ABORT, 'a source is retired, never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER registrations_no_delete BEFORE DELETE ON registrations BEGIN SELECT RAISE(ABORT, 'a recorded state stays'); END;
--> statement-breakpoint
CREATE TRIGGER pasts_projects_insert AFTER INSERT ON projects BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('project', NEW.id, NEW.id, NULL); END;
--> statement-breakpoint
CREATE TRIGGER pasts_projects_update AFTER UPDATE ON projects WHEN NEW.name IS NOT OLD.name OR NEW.sector IS NOT OLD.sector OR NEW.chain_id IS NOT OLD.chain_id OR NEW.level IS NOT OLD.level OR NEW.town IS NOT OLD.town BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('project', OLD.id, OLD.id, json_object('id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'sector', OLD.sector, 'chainId', OLD.chain_id, 'level', OLD.level, 'town', OLD.town)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_projects_delete AFTER DELETE ON projects BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('project', OLD.id, OLD.id, json_object('id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'sector', OLD.sector, 'chainId', OLD.chain_id, 'level', OLD.level, 'town', OLD.town)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_project_sources_insert AFTER INSERT ON project_sources BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('source', NEW.project_id, NEW.item_code, NULL); END;
--> statement-breakpoint
CREATE TRIGGER pasts_project_sources_update AFTER UPDATE ON project_sources WHEN NEW.project_id IS NOT OLD.project_id OR NEW.position IS NOT OLD.position BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('source', OLD.project_id, OLD.item_code, json_object('itemCode', OLD.item_code, 'position', OLD.position)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_project_sources_delete AFTER DELETE ON project_sources BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('source', OLD.project_id, OLD.item_code, json_object('itemCode', OLD.item_code, 'position', OLD.position)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_project_stages_insert AFTER INSERT ON project_stages BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('stage', NEW.project_id, NEW.id, NULL); END;
--> statement-breakpoint
CREATE TRIGGER pasts_project_stages_update AFTER UPDATE ON project_stages WHEN NEW.stage IS NOT OLD.stage OR NEW.from_day IS NOT OLD.from_day BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('stage', OLD.project_id, OLD.id, json_object('id', OLD.id, 'stage', OLD.stage, 'fromDay', OLD.from_day)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_project_stages_delete AFTER DELETE ON project_stages BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('stage', OLD.project_id, OLD.id, json_object('id', OLD.id, 'stage', OLD.stage, 'fromDay', OLD.from_day)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_assignments_insert AFTER INSERT ON assignments BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('assignment', NEW.project_id, NEW.id, NULL); END;
--> statement-breakpoint
CREATE TRIGGER pasts_assignments_update AFTER UPDATE ON assignments WHEN NEW.organisation_id IS NOT OLD.organisation_id OR NEW.person IS NOT OLD.person OR NEW.from_day IS NOT OLD.from_day OR NEW.to_day IS NOT OLD.to_day BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('assignment', OLD.project_id, OLD.id, json_object('id', OLD.id, 'kind', OLD.kind, 'organisationId', OLD.organisation_id, 'person', OLD.person, 'fromDay', OLD.from_day, 'toDay', OLD.to_day)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_assignments_delete AFTER DELETE ON assignments BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('assignment', OLD.project_id, OLD.id, json_object('id', OLD.id, 'kind', OLD.kind, 'organisationId', OLD.organisation_id, 'person', OLD.person, 'fromDay', OLD.from_day, 'toDay', OLD.to_day)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_milestones_insert AFTER INSERT ON milestones BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('milestone', NEW.project_id, NEW.id, NULL); END;
--> statement-breakpoint
CREATE TRIGGER pasts_milestones_update AFTER UPDATE ON milestones WHEN NEW.name IS NOT OLD.name OR NEW.baseline_on IS NOT OLD.baseline_on OR NEW.met_on IS NOT OLD.met_on OR NEW.position IS NOT OLD.position BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('milestone', OLD.project_id, OLD.id, json_object('id', OLD.id, 'position', OLD.position, 'name', OLD.name, 'baselineOn', OLD.baseline_on, 'metOn', OLD.met_on)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_milestones_delete AFTER DELETE ON milestones BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('milestone', OLD.project_id, OLD.id, json_object('id', OLD.id, 'position', OLD.position, 'name', OLD.name, 'baselineOn', OLD.baseline_on, 'metOn', OLD.met_on)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_updates_update AFTER UPDATE ON updates WHEN NEW.status IS NOT OLD.status OR NEW.current IS NOT OLD.current OR NEW.decided_at IS NOT OLD.decided_at BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('update', OLD.project_id, OLD.id, json_object('id', OLD.id, 'status', OLD.status, 'submittedAt', OLD.submitted_at, 'decidedAt', OLD.decided_at, 'current', json(iif(OLD.current, 'true', 'false')), 'kind', OLD.kind, 'period', OLD.period, 'submittedOn', OLD.submitted_on, 'decidedOn', OLD.decided_on, 'yearToDateYuan', OLD.year_to_date_yuan, 'step', OLD.step, 'percent', OLD.percent, 'completedOn', OLD.completed_on, 'finalYuan', OLD.final_yuan, 'backfilled', json(iif(OLD.backfilled, 'true', 'false')), 'correction', json(iif(OLD.revision_reason is null, 'false', 'true')))); END;
--> statement-breakpoint
CREATE TRIGGER pasts_updates_delete AFTER DELETE ON updates BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('update', OLD.project_id, OLD.id, json_object('id', OLD.id, 'status', OLD.status, 'submittedAt', OLD.submitted_at, 'decidedAt', OLD.decided_at, 'current', json(iif(OLD.current, 'true', 'false')), 'kind', OLD.kind, 'period', OLD.period, 'submittedOn', OLD.submitted_on, 'decidedOn', OLD.decided_on, 'yearToDateYuan', OLD.year_to_date_yuan, 'step', OLD.step, 'percent', OLD.percent, 'completedOn', OLD.completed_on, 'finalYuan', OLD.final_yuan, 'backfilled', json(iif(OLD.backfilled, 'true', 'false')), 'correction', json(iif(OLD.revision_reason is null, 'false', 'true')))); END;
--> statement-breakpoint
CREATE TRIGGER pasts_annual_plans_update AFTER UPDATE ON annual_plans WHEN NEW.status IS NOT OLD.status OR NEW.current IS NOT OLD.current OR NEW.decided_at IS NOT OLD.decided_at BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('annual-plan', OLD.project_id, OLD.id, json_object('id', OLD.id, 'status', OLD.status, 'submittedAt', OLD.submitted_at, 'decidedAt', OLD.decided_at, 'current', json(iif(OLD.current, 'true', 'false')), 'year', OLD.year, 'plannedYuan', OLD.planned_yuan, 'startMonth', OLD.start_month, 'finishMonth', OLD.finish_month, 'curveShape', OLD.curve_shape, 'curve', json(OLD.curve))); END;
--> statement-breakpoint
CREATE TRIGGER pasts_annual_plans_delete AFTER DELETE ON annual_plans BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('annual-plan', OLD.project_id, OLD.id, json_object('id', OLD.id, 'status', OLD.status, 'submittedAt', OLD.submitted_at, 'decidedAt', OLD.decided_at, 'current', json(iif(OLD.current, 'true', 'false')), 'year', OLD.year, 'plannedYuan', OLD.planned_yuan, 'startMonth', OLD.start_month, 'finishMonth', OLD.finish_month, 'curveShape', OLD.curve_shape, 'curve', json(OLD.curve))); END;
--> statement-breakpoint
CREATE TRIGGER pasts_fact_sheets_update AFTER UPDATE ON fact_sheets WHEN NEW.status IS NOT OLD.status OR NEW.current IS NOT OLD.current OR NEW.decided_at IS NOT OLD.decided_at BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('fact-sheet', OLD.project_id, OLD.id, json_object('id', OLD.id, 'status', OLD.status, 'submittedAt', OLD.submitted_at, 'decidedAt', OLD.decided_at, 'current', json(iif(OLD.current, 'true', 'false')), 'openingYuan', json_extract(OLD.body, '$.openingYuan'), 'openingYear', json_extract(OLD.body, '$.openingYear'))); END;
--> statement-breakpoint
CREATE TRIGGER pasts_fact_sheets_delete AFTER DELETE ON fact_sheets BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('fact-sheet', OLD.project_id, OLD.id, json_object('id', OLD.id, 'status', OLD.status, 'submittedAt', OLD.submitted_at, 'decidedAt', OLD.decided_at, 'current', json(iif(OLD.current, 'true', 'false')), 'openingYuan', json_extract(OLD.body, '$.openingYuan'), 'openingYear', json_extract(OLD.body, '$.openingYear'))); END;
--> statement-breakpoint
CREATE TRIGGER pasts_users_insert AFTER INSERT ON users BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('account', NULL, NEW.id, NULL); END;
--> statement-breakpoint
CREATE TRIGGER pasts_users_update AFTER UPDATE ON users WHEN NEW.role IS NOT OLD.role OR NEW.organisation_id IS NOT OLD.organisation_id BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('account', NULL, OLD.id, json_object('id', OLD.id, 'role', OLD.role, 'organisationId', OLD.organisation_id, 'createdAt', OLD.created_at)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_users_delete AFTER DELETE ON users BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('account', NULL, OLD.id, json_object('id', OLD.id, 'role', OLD.role, 'organisationId', OLD.organisation_id, 'createdAt', OLD.created_at)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_organisations_update AFTER UPDATE ON organisations WHEN NEW.name IS NOT OLD.name BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('unit', NULL, OLD.id, json_object('id', OLD.id, 'name', OLD.name)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_organisation_names_insert AFTER INSERT ON organisation_names BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('unit-name', NULL, NEW.id, NULL); END;
--> statement-breakpoint
CREATE TRIGGER pasts_organisation_names_update AFTER UPDATE ON organisation_names WHEN NEW.name IS NOT OLD.name OR NEW.from_day IS NOT OLD.from_day OR NEW.to_day IS NOT OLD.to_day BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('unit-name', NULL, OLD.id, json_object('id', OLD.id, 'organisationId', OLD.organisation_id, 'name', OLD.name, 'fromDay', OLD.from_day, 'toDay', OLD.to_day)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_organisation_names_delete AFTER DELETE ON organisation_names BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('unit-name', NULL, OLD.id, json_object('id', OLD.id, 'organisationId', OLD.organisation_id, 'name', OLD.name, 'fromDay', OLD.from_day, 'toDay', OLD.to_day)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_chain_enterprises_insert AFTER INSERT ON chain_enterprises BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('enterprise', NULL, NEW.chain_id || ' ' || NEW.organisation_id || ' ' || NEW.from_day, NULL); END;
--> statement-breakpoint
CREATE TRIGGER pasts_chain_enterprises_update AFTER UPDATE ON chain_enterprises WHEN NEW.to_day IS NOT OLD.to_day BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('enterprise', NULL, OLD.chain_id || ' ' || OLD.organisation_id || ' ' || OLD.from_day, json_object('chainId', OLD.chain_id, 'organisationId', OLD.organisation_id, 'fromDay', OLD.from_day, 'toDay', OLD.to_day)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_chain_enterprises_delete AFTER DELETE ON chain_enterprises BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('enterprise', NULL, OLD.chain_id || ' ' || OLD.organisation_id || ' ' || OLD.from_day, json_object('chainId', OLD.chain_id, 'organisationId', OLD.organisation_id, 'fromDay', OLD.from_day, 'toDay', OLD.to_day)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_output_returns_update AFTER UPDATE ON output_returns WHEN NEW.status IS NOT OLD.status OR NEW.current IS NOT OLD.current OR NEW.decided_at IS NOT OLD.decided_at BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('output', NULL, OLD.id, json_object('id', OLD.id, 'status', OLD.status, 'submittedAt', OLD.submitted_at, 'decidedAt', OLD.decided_at, 'current', json(iif(OLD.current, 'true', 'false')), 'chainId', OLD.chain_id, 'organisationId', OLD.organisation_id, 'quarter', OLD.quarter, 'yearToDateYuan', OLD.year_to_date_yuan)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_output_returns_delete AFTER DELETE ON output_returns BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('output', NULL, OLD.id, json_object('id', OLD.id, 'status', OLD.status, 'submittedAt', OLD.submitted_at, 'decidedAt', OLD.decided_at, 'current', json(iif(OLD.current, 'true', 'false')), 'chainId', OLD.chain_id, 'organisationId', OLD.organisation_id, 'quarter', OLD.quarter, 'yearToDateYuan', OLD.year_to_date_yuan)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_statistics_outputs_update AFTER UPDATE ON statistics_outputs WHEN NEW.status IS NOT OLD.status OR NEW.current IS NOT OLD.current OR NEW.decided_at IS NOT OLD.decided_at BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('statistics', NULL, OLD.id, json_object('id', OLD.id, 'status', OLD.status, 'submittedAt', OLD.submitted_at, 'decidedAt', OLD.decided_at, 'current', json(iif(OLD.current, 'true', 'false')), 'chainId', OLD.chain_id, 'year', OLD.year, 'throughMonth', OLD.through_month, 'yuan', OLD.yuan, 'source', OLD.source)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_statistics_outputs_delete AFTER DELETE ON statistics_outputs BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('statistics', NULL, OLD.id, json_object('id', OLD.id, 'status', OLD.status, 'submittedAt', OLD.submitted_at, 'decidedAt', OLD.decided_at, 'current', json(iif(OLD.current, 'true', 'false')), 'chainId', OLD.chain_id, 'year', OLD.year, 'throughMonth', OLD.through_month, 'yuan', OLD.yuan, 'source', OLD.source)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_fund_returns_update AFTER UPDATE ON fund_returns WHEN NEW.status IS NOT OLD.status OR NEW.current IS NOT OLD.current OR NEW.decided_at IS NOT OLD.decided_at BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('funds', OLD.project_id, OLD.id, json_object('id', OLD.id, 'status', OLD.status, 'submittedAt', OLD.submitted_at, 'decidedAt', OLD.decided_at, 'current', json(iif(OLD.current, 'true', 'false')), 'quarter', OLD.quarter)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_fund_returns_delete AFTER DELETE ON fund_returns BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('funds', OLD.project_id, OLD.id, json_object('id', OLD.id, 'status', OLD.status, 'submittedAt', OLD.submitted_at, 'decidedAt', OLD.decided_at, 'current', json(iif(OLD.current, 'true', 'false')), 'quarter', OLD.quarter)); END;
--> statement-breakpoint
CREATE TRIGGER pasts_registrations_insert AFTER INSERT ON registrations BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('registration', NEW.project_id, NEW.id, NULL); END;
--> statement-breakpoint
CREATE TRIGGER pasts_registrations_update AFTER UPDATE ON registrations WHEN NEW.state IS NOT OLD.state OR NEW.on_day IS NOT OLD.on_day OR NEW.current IS NOT OLD.current BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('registration', OLD.project_id, OLD.id, json_object('id', OLD.id, 'state', OLD.state, 'onDay', OLD.on_day, 'current', json(iif(OLD.current, 'true', 'false')))); END;
--> statement-breakpoint
CREATE TRIGGER pasts_registrations_delete AFTER DELETE ON registrations BEGIN INSERT INTO fact_pasts (subject, project_id, row_key, was) VALUES ('registration', OLD.project_id, OLD.id, json_object('id', OLD.id, 'state', OLD.state, 'onDay', OLD.on_day, 'current', json(iif(OLD.current, 'true', 'false')))); END;
--> statement-breakpoint
INSERT INTO fact_pasts (at, subject, row_key) SELECT coalesce((SELECT at FROM events ORDER BY seq DESC LIMIT 1), ''), 'beginning', '';
--> statement-breakpoint
CREATE TRIGGER locks_frozen BEFORE UPDATE ON locks WHEN OLD.state = 'confirmed' BEGIN SELECT RAISE(ABORT, 'a confirmed lock never changes'); END;
--> statement-breakpoint
CREATE TRIGGER locks_no_delete BEFORE DELETE ON locks WHEN OLD.state = 'confirmed' BEGIN SELECT RAISE(ABORT, 'a confirmed lock never changes'); END;
--> statement-breakpoint
CREATE TRIGGER lock_works_no_insert BEFORE INSERT ON lock_works WHEN (SELECT state FROM locks WHERE id = NEW.lock_id) = 'confirmed' BEGIN SELECT RAISE(ABORT, 'a confirmed lock never changes'); END;
--> statement-breakpoint
CREATE TRIGGER lock_works_no_update BEFORE UPDATE ON lock_works WHEN (SELECT state FROM locks WHERE id = OLD.lock_id) = 'confirmed' BEGIN SELECT RAISE(ABORT, 'a confirmed lock never changes'); END;
--> statement-breakpoint
CREATE TRIGGER lock_works_no_delete BEFORE DELETE ON lock_works WHEN (SELECT state FROM locks WHERE id = OLD.lock_id) = 'confirmed' BEGIN SELECT RAISE(ABORT, 'a confirmed lock never changes'); END;
--> statement-breakpoint
CREATE TRIGGER lock_totals_no_insert BEFORE INSERT ON lock_totals WHEN (SELECT state FROM locks WHERE id = NEW.lock_id) = 'confirmed' BEGIN SELECT RAISE(ABORT, 'a confirmed lock never changes'); END;
--> statement-breakpoint
CREATE TRIGGER lock_totals_no_update BEFORE UPDATE ON lock_totals WHEN (SELECT state FROM locks WHERE id = OLD.lock_id) = 'confirmed' BEGIN SELECT RAISE(ABORT, 'a confirmed lock never changes'); END;
--> statement-breakpoint
CREATE TRIGGER lock_totals_no_delete BEFORE DELETE ON lock_totals WHEN (SELECT state FROM locks WHERE id = OLD.lock_id) = 'confirmed' BEGIN SELECT RAISE(ABORT, 'a confirmed lock never changes'); END;
--> statement-breakpoint
CREATE TRIGGER fact_pasts_no_delete BEFORE DELETE ON fact_pasts BEGIN SELECT RAISE(ABORT, 'what was known stays known'); END;
--> statement-breakpoint
CREATE TRIGGER fact_pasts_no_update BEFORE UPDATE ON fact_pasts WHEN OLD.at IS NOT NULL OR NEW.subject IS NOT OLD.subject OR NEW.row_key IS NOT OLD.row_key OR NEW.project_id IS NOT OLD.project_id OR NEW.was IS NOT OLD.was BEGIN SELECT RAISE(ABORT, 'what was known stays known'); END;
--> statement-breakpoint
CREATE TRIGGER lock_reopenings_frozen BEFORE UPDATE ON lock_reopenings WHEN OLD.status <> 'submitted' BEGIN SELECT RAISE(ABORT, 'a decision on reopening never changes'); END;
--> statement-breakpoint
CREATE TRIGGER lock_reopenings_no_delete BEFORE DELETE ON lock_reopenings BEGIN SELECT RAISE(ABORT, 'a decision on reopening never changes'); END;

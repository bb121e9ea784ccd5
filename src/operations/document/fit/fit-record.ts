import type { PostmortemRecord } from '../../../record/record.ts';
import type { Template } from '../../../templates/index.ts';
import { fitActions } from './fit-actions.ts';
import { fitHeader } from './fit-header.ts';
import { fitPhases } from './fit-phases.ts';

/**
 * A record arranged for a template of another team: events get their phase from the milestones, actions their horizon
 * from the due date, the header its window, severity its canonical word. Only what is absent is filled, and only from
 * what the record states; the record itself is not changed.
 */
export function fitRecord(record: PostmortemRecord, template: Template): PostmortemRecord {
  return fitActions(fitPhases(fitHeader(record, template), template), template);
}

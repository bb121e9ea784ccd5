import type { PostmortemRecord } from '../record/record.ts';
import type { SourceReading } from '../sources/source.ts';
import { accountOf, resolutionOf } from './account.ts';
import { timelineEvent } from './draft-event.ts';
import { foldStorms } from './fold-storms.ts';
import { headerOf } from './header.ts';
import { impactOf } from './impact.ts';
import { materialsOf } from './materials.ts';
import { mergeEvents } from './merge-events.ts';
import { peopleOf } from './people.ts';
import { placePhases } from './place-phases.ts';
import { openQuestions } from './questions.ts';
import { settleConditions, suggestMitigated } from './settle-conditions.ts';
import { settleMilestones } from './settle-milestones.ts';
import { withStanding } from './standing.ts';
import { summaryOf } from './summary.ts';
import { tell } from './tell.ts';

/** What a draft may be told. `now` (RFC 3339) dates the document; without it the draft has no date of its own. */
export type DraftOptions = { title?: string; id?: string; now?: string; standing?: PostmortemRecord };

/**
 * A first post-mortem from what the sources read. The order of the readings does not matter, and a repeated delivery
 * changes nothing. What the evidence does not say is left out of the fields and asked in the section "Open questions". What the document
 * says already (`standing`) is told with it and not asked; its events are no part of the draft's timeline, nor its steps of the draft's.
 */
export function draftRecord(readings: SourceReading[], options: DraftOptions = {}): PostmortemRecord {
  const settled = settleConditions(readings);
  const standing = options.standing ?? {};
  const merged = withStanding(foldStorms(mergeEvents(readings)), standing);
  const events = placePhases(settleMilestones(suggestMitigated(merged, settled)));
  const detected = events.find((event) => event.milestone === 'detected');
  const cause = events.find((event) => event.milestone === 'rootCauseIdentified');
  const [account, resolution] = [accountOf(events, settled), resolutionOf(events)];
  const record: PostmortemRecord = {
    incident: headerOf(readings, events, options),
    summary: summaryOf(events),
    document: { status: 'Draft', ...(options.now === undefined ? {} : { lastUpdated: options.now.slice(0, 10) }) },
    ...impactOf(readings, events, settled),
    ...(detected && !detected.inferredFrom ? { detection: { method: tell(detected) } } : {}),
    ...(account === '' ? {} : { rootCause: { whatHappened: account, ...(cause ? { primary: tell(cause) } : {}) } }),
    ...(resolution === '' ? {} : { resolution: { text: resolution } }),
    timeline: events.filter(({ isInTimeline }) => !isInTimeline).map(timelineEvent),
    ...materialsOf(readings, events),
    ...peopleOf(readings),
  };
  return { ...record, custom: [openQuestions({ readings, events, settled, standing })] };
}

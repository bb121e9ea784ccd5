import type { MarkdownDoc } from '../markdown/blocks.ts';
import type { Claim } from '../record/claim.ts';
import type { Places } from '../record/place.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { isoDay } from '../values/date.ts';
import { firstMoment, placeMention } from '../values/time.ts';
import { ownIncident } from './claims-other.ts';
import { sentenceClaims } from './claims-prose.ts';
import { type DayBase, findDayBase } from './day-base.ts';
import { dateEntries } from './day-context.ts';
import type { Entry } from './entry.ts';
import { frontMatterLabels } from './front-matter.ts';
import { explicitMilestone } from './milestone-explicit.ts';
import { suggestByClaims, withdrawUnlikely } from './milestone-claims.ts';
import { tellIncidentApart } from './milestone-incident.ts';
import { suggestByWording } from './milestone-wording.ts';
import { kindSections } from './section-kind.ts';
import { findZone } from './zone-context.ts';

type Timeline = NonNullable<PostmortemRecord['timeline']>;

function entriesOf(timeline: Timeline): (Entry | undefined)[] {
  return timeline.map((event, index) => {
    const mention = event.written === undefined ? undefined : firstMoment(event.written, { column: true });
    return (
      mention && {
        mention,
        written: event.written ?? '',
        text: event.text ?? '',
        from: index,
        to: index,
        group: 0,
        source: 'table',
      }
    );
  });
}

/** Completes days and zones of events that a template has read cell by cell. */
function completeMoments(
  timeline: Timeline,
  entries: (Entry | undefined)[],
  base: DayBase,
  zone: ReturnType<typeof findZone>,
): void {
  const dated = dateEntries(
    entries.filter((entry) => entry !== undefined),
    base,
  );
  for (const { entry, day, untilDay, carried } of dated) {
    const event = timeline[entry.from];
    const moment = placeMention(entry.mention, day, { zone: zone.zone, context: zone.context, untilDay });
    if (!event || moment.at === undefined) continue;
    Object.assign(event, moment, carried ? { carried } : {});
  }
}

/** Prose of the record in which people state how long things took. */
function* tellingProse(
  record: PostmortemRecord,
): Generator<[path: string, text: string | undefined, origin: NonNullable<Claim['origin']>]> {
  yield ['incident.title', record.incident?.title, 'title'];
  for (const part of ['text', 'what', 'impact', 'rootCause', 'resolution'] as const)
    yield [`summary.${part}`, record.summary?.[part], 'prose'];
  yield ['impact.text', record.impact?.text, 'prose'];
  yield ['impact.customers.text', record.impact?.customers?.text, 'prose'];
  yield ['impact.business.text', record.impact?.business?.text, 'prose'];
  yield ['rootCause.whatHappened', record.rootCause?.whatHappened, 'prose'];
  yield ['rootCause.primary', record.rootCause?.primary, 'prose'];
  yield ['resolution.text', record.resolution?.text, 'prose'];
  for (const [index, event] of (record.timeline ?? []).entries())
    yield [`timeline[${index}].text`, event.text, 'prose'];
}

/**
 * Adds to a record that a template has read what only the whole document tells: days and zones of timeline events, milestones, and
 * claims in prose, title and front matter. Works on the record's own values, so that a blank form stays empty. Changes `record`.
 */
export function enrichRecord(
  doc: MarkdownDoc,
  record: PostmortemRecord,
  places: Places,
  options: { fileName?: string } = {},
): void {
  const timeline = record.timeline ?? [];
  const front = frontMatterLabels(doc);
  const claims = [...(record.claims ?? [])];
  const { date, title = '' } = record.incident ?? {};
  const told = date === undefined ? undefined : firstMoment(date)?.date;
  const itself = ownIncident(told && isoDay(told), timeline, [title, options.fileName ?? '']);
  for (const [path, text, origin] of tellingProse(record)) {
    const line = places.get(path)?.[0]?.line ?? places.get(path.replace(/\.text$/, ''))?.[0]?.line ?? 1;
    for (const { claim } of text === undefined ? [] : sentenceClaims(text, origin, line, itself))
      if (!claims.some(({ figure, value }) => figure === claim.figure && value === claim.value)) claims.push(claim);
  }
  if (claims.length > 0) record.claims = claims;
  if (timeline.length === 0) return;
  const entries = entriesOf(timeline);
  const sections = kindSections(doc);
  const day = record.incident?.date === undefined ? undefined : firstMoment(record.incident.date)?.date;
  const start = record.incident?.start?.at?.slice(0, 10);
  const dates = entries.flatMap((entry) => (entry?.mention.date ? [entry.mention.date] : []));
  const found = findDayBase(doc, sections, [], front, options.fileName ?? '', { edges: [], timed: [], all: dates });
  const own = (day && isoDay(day)) ?? start;
  const base = own === undefined ? found : { ...found, day: own, year: Number(own.slice(0, 4)) };
  completeMoments(
    timeline,
    entries,
    base,
    findZone(
      sections,
      front,
      entries.filter((entry) => entry !== undefined),
      doc.view.text,
    ),
  );
  for (const event of timeline) {
    const milestone = event.milestone ?? (event.text === undefined ? undefined : explicitMilestone(event.text));
    if (milestone !== undefined) event.milestone = milestone;
  }
  tellIncidentApart(timeline);
  suggestByClaims(timeline, claims);
  suggestByWording(timeline);
  withdrawUnlikely(timeline, claims);
}

import type { MarkdownDoc } from '../markdown/blocks.ts';
import type { Moment } from '../record/moment.ts';
import type { Places } from '../record/place.ts';
import { emptyRecord, type PostmortemRecord } from '../record/record.ts';
import type { TimelineEvent } from '../record/timeline.ts';
import { distinctClaims, labelClaims } from './claims-label.ts';
import { ownIncident } from './claims-other.ts';
import { proseClaims } from './claims-prose.ts';
import { findDayBase } from './day-base.ts';
import { collectEntries } from './entries.ts';
import type { Entry } from './entry.ts';
import { fillFields, looseActions } from './fields.ts';
import { frontMatterLabels } from './front-matter.ts';
import { fillHeader, type Note } from './header-fields.ts';
import { withHtmlTables } from './html-table.ts';
import { labelMoments } from './label-moments.ts';
import { collectLabels } from './labels.ts';
import { withoutMailDates } from './mail-dates.ts';
import { suggestByClaims, withdrawUnlikely } from './milestone-claims.ts';
import { tellIncidentApart } from './milestone-incident.ts';
import { endsOfWindow, suggestStatedWindow, suggestToldWindow, suggestWindow } from './milestone-window.ts';
import { suggestByWording } from './milestone-wording.ts';
import { addPlace } from './places.ts';
import { kindSections } from './section-kind.ts';
import { withinReach } from './reach.ts';
import { buildEvents, mergeLabelMoments } from './timeline.ts';
import { isPlannedWork, titleOf } from './title.ts';
import { findWindow } from './windows.ts';
import { findZone } from './zone-context.ts';

export { ownDefinitions } from './definitions.ts';
export { enrichRecord } from './enrich.ts';

/** What the reader may know beside the text. */
export type ReadOptions = { fileName?: string };

/** What a title says of the document, not of the incident: `Post-mortem: ...`, `Incident report - ...`. */
const decoration =
  /^(?:incident )?(?:post[- ]?mortem|(?:incident|outage|rca|rfo) (?:report|review|analysis|summary)|rca|root cause analysis|reason for outage|retrospective)(?: (?:report|analysis|review))?\s?[:–—-]\s(?=\S)/i;

/** The moment of an event without what happened. */
function momentOf({ written, at, until, precision, zone, carried }: TimelineEvent): Moment {
  return {
    precision,
    ...(written === undefined ? {} : { written }),
    ...(at === undefined ? {} : { at }),
    ...(until === undefined ? {} : { until }),
    ...(zone === undefined ? {} : { zone }),
    ...(carried === undefined ? {} : { carried }),
  };
}

/**
 * Reads a document of unknown shape by the general vocabulary of post-mortems: header, timeline with dates and zones carried,
 * milestones (stated, explained by a claim, or suggested by wording), claims, actions, prose. What fits no field is a custom section.
 * Never throws for what a document holds.
 */
export function readGeneral(doc: MarkdownDoc, options: ReadOptions = {}): { record: PostmortemRecord; places: Places } {
  const { text } = doc.view;
  const lineOf = (offset: number) => doc.view.lineOf(offset);
  const { near: sections, far } = withinReach(kindSections(doc));
  for (const section of sections) section.blocks = withHtmlTables(section.blocks, text);
  const front = frontMatterLabels(doc);
  const labels = withoutMailDates(collectLabels(sections, text));
  const entries = collectEntries(sections, text);
  const moments = labelMoments([...front, ...labels]);
  const timed = [...entries, ...moments.map(({ entry }) => entry)];
  const datesOf = (some: Entry[]) => some.flatMap(({ mention }) => (mention.date ? [mention.date] : []));
  const base = findDayBase(doc, sections, labels, front, options.fileName ?? '', {
    edges: datesOf(moments.flatMap(({ edge, entry }) => (edge ? [entry] : []))),
    timed: datesOf(timed.filter(({ mention }) => mention.clock)),
    all: datesOf(timed),
  });
  const zone = findZone(sections, [...labels, ...front], timed, text);
  const events = buildEvents(entries, base, zone, lineOf);
  const edges = mergeLabelMoments(events, moments, base, zone, lineOf);

  const record = emptyRecord();
  const title = titleOf(sections, front);
  const planned = isPlannedWork(title, front);
  record.incident = {
    ...(title === undefined ? {} : { title: title.replace(decoration, '') }),
    ...(edges.start ? { start: momentOf(edges.start) } : {}),
    ...(edges.end ? { end: momentOf(edges.end) } : {}),
    ...(planned ? { planned } : {}),
  };
  const places: Places = new Map();
  const note: Note = (path, from, to) => addPlace(places, path, from, to, doc.view);
  const bound = fillHeader(record, [...front, ...labels], base, note);
  if (record.incident.date === undefined && base.day !== undefined) record.incident.date = base.day;

  const labelled = labelClaims([...front, ...labels], lineOf);
  for (const { from } of planned ? [] : labelled) bound.add(from);
  for (const { entry } of moments) bound.add(entry.from);
  const own = ownIncident(
    base.day,
    events.map(({ event }) => event),
    [title ?? '', options.fileName ?? '', ...front.map(({ value }) => value), text.slice(0, 600)],
  );
  const claims = planned
    ? []
    : distinctClaims([...labelled, ...proseClaims(sections, front, labelled, text, lineOf, own)]);
  if (claims.length > 0) record.claims = claims.map(({ claim }) => claim);
  tellIncidentApart(events.map(({ event }) => event));
  const known = new Set(events.map(({ event }) => event.milestone));
  const bothEdges = known.has('impactStarted') && (known.has('mitigated') || known.has('resolved'));
  // A window in prose is of use only where one of its ends is not known.
  const window = planned || bothEdges ? undefined : findWindow(sections, text);
  const ends = window ? endsOfWindow(window, base, zone, lineOf) : [];
  suggestToldWindow(events, ends);
  suggestStatedWindow(events, record.claims ?? []);
  suggestByClaims(
    events.map(({ event }) => event),
    record.claims ?? [],
  );
  suggestWindow(events, ends);
  if (events.length > 0) record.timeline = events.map(({ event }) => event);
  suggestByWording(record.timeline ?? []);
  withdrawUnlikely(record.timeline ?? [], record.claims ?? []);
  const starts = labels.map(({ from }) => from).toSorted((a, b) => a - b);
  const filling = { far, events, text, lineOf, note, labels: { starts, bound } };
  for (const placed of fillFields(record, sections, filling)) {
    claims.push(placed);
    (record.claims ??= []).push(placed.claim);
  }
  looseActions(record, sections, filling);

  for (const [index, { from, to }] of events.entries()) addPlace(places, `timeline[${index}]`, from, to, doc.view);
  for (const [index, { from, to }] of claims.entries()) addPlace(places, `claims[${index}]`, from, to, doc.view);
  return { record, places };
}

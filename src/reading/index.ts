import type { MarkdownDoc } from '../markdown/blocks.ts';
import type { Claim } from '../record/claim.ts';
import type { Places } from '../record/place.ts';
import { emptyRecord, type PostmortemRecord } from '../record/record.ts';
import { labelClaims, type Placed } from './claims-label.ts';
import { proseClaims } from './claims-prose.ts';
import { findDayBase } from './day-base.ts';
import { collectEntries } from './entries.ts';
import { frontMatterLabels } from './front-matter.ts';
import { labelMoments } from './label-moments.ts';
import { collectLabels } from './labels.ts';
import { suggestByClaims } from './milestone-claims.ts';
import { suggestByWording } from './milestone-wording.ts';
import { kindSections } from './section-kind.ts';
import { suggestWindow } from './milestone-window.ts';
import { buildEvents, mergeLabelMoments } from './timeline.ts';
import { findWindow } from './windows.ts';
import { findZone } from './zone-context.ts';

/** What the reader may know beside the text. */
export type ReadOptions = { fileName?: string };

/** One claim per figure, value and line; a labelled field goes before a sentence that says the same. */
function distinct(claims: Placed[]): Placed[] {
  const seen = new Set<string>();
  return claims.filter(({ claim }) => {
    const key = `${claim.figure}|${claim.value ?? claim.text}|${claim.line}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Reads a document of unknown shape by the general vocabulary of post-mortems. Never throws. */
export function readGeneral(doc: MarkdownDoc, options: ReadOptions = {}): { record: PostmortemRecord; places: Places } {
  const text = doc.view.text;
  const lineOf = (offset: number) => doc.view.lineOf(offset);
  const sections = kindSections(doc);
  const front = frontMatterLabels(doc);
  const labels = collectLabels(sections, text);
  const entries = collectEntries(sections, text);
  const moments = labelMoments([...front, ...labels]);
  const dates = [...entries, ...moments.map(({ entry }) => entry)].flatMap(({ mention }) =>
    mention.date ? [mention.date] : [],
  );
  const base = findDayBase(doc, sections, labels, front, options.fileName ?? '', dates);
  const zone = findZone(sections, [...labels, ...front], [...entries, ...moments.map(({ entry }) => entry)], text);
  const events = buildEvents(entries, base, zone, lineOf);
  const edges = mergeLabelMoments(events, moments, base, zone, lineOf);
  const labelled = labelClaims([...front, ...labels], lineOf);
  const claims = distinct([...labelled, ...proseClaims(sections, front, labelled, text, lineOf)]);
  const record = emptyRecord();
  record.timeline = events.map(({ event }) => event);
  record.claims = claims.map(({ claim }): Claim => claim);
  suggestByClaims(record.timeline, record.claims);
  suggestWindow(events, findWindow(sections, text), base, zone, lineOf);
  record.timeline = events.map(({ event }) => event);
  suggestByWording(record.timeline, new Set(record.timeline.flatMap(({ milestone }) => milestone ?? [])));
  void edges;
  return { record, places: new Map() };
}

import type { Block } from '../markdown/blocks.ts';
import { headingKey } from '../markdown/heading-key.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { actionOf } from './actions.ts';
import type { Placed } from './claims-label.ts';
import type { Note } from './header-fields.ts';
import { type BoundLabels, headerRest } from './header-rest.ts';
import { readLabelLine } from './labels.ts';
import { fillFromTable } from './record-tables.ts';
import type { PlacedEvent } from './timeline.ts';
import { effectiveKind, type KindSection } from './section-kind.ts';
import { firstAtLeast } from './sorted.ts';
import { listPoints, sourceOf } from './section-items.ts';
import { addAction, takers, takeWhys } from './takers.ts';

/** True for a head of labels (`**Date:** ...`), which is no summary. */
function isHeader(section: KindSection, text: string): boolean {
  const lines = sourceOf(section.blocks, text)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.filter((line) => readLabelLine(line) !== undefined).length * 2 >= lines.length;
}

/** The events by where they begin, so that those of a section are found without walking through all. */
type Told = { starts: number[]; at: Map<number, PlacedEvent> };

function toldOf(events: PlacedEvent[]): Told {
  return {
    starts: events.map(({ from }) => from).toSorted((a, b) => a - b),
    at: new Map(events.map((placed) => [placed.from, placed])),
  };
}

function takenByTimeline(block: Block, { starts, at }: Told): boolean {
  const inside = firstAtLeast(starts, block.to) - firstAtLeast(starts, block.from);
  if (block.type === 'table') return inside >= block.rows.length;
  if (block.type === 'list') return inside >= block.items.length && block.items.every((item) => item.blocks.length < 2);
  return block.type === 'paragraph' && inside > 0 && (at.get(block.from)?.to ?? 0) >= block.to;
}

/** Blocks of a section that no event holds. */
function untold(section: KindSection, told: Told): Block[] {
  const own = section.heading && told.at.get(section.heading.from);
  return section.blocks.filter((block) => !(own && own.to >= block.to) && !takenByTimeline(block, told));
}

/** What the reader knows beside the sections when it fills the record. */
export type Filling = {
  /** Sections too far down a huge document to be read. */
  far: KindSection[];
  events: PlacedEvent[];
  text: string;
  lineOf: (offset: number) => number;
  note: Note;
  labels: BoundLabels;
};

const whys = /^(?:the )?(?:5|five) (?:whys?|times why)\b/;

/** Puts the tables of a section into the lists of the record they are made for; gives those blocks, and the totals they print. */
function takeTables(
  record: PostmortemRecord,
  section: KindSection,
  filling: Filling,
): { taken: Block[]; claims: Placed[] } {
  const kind = effectiveKind(section);
  const claims: Placed[] = [];
  const taken = section.blocks.filter((block) => {
    if (block.type !== 'table' || kind === 'actions' || kind === 'prevention') return false;
    const reading = fillFromTable(record, block, kind, filling.text, filling);
    for (const claim of reading.claims) claims.push(claim);
    return reading.held;
  });
  return { taken, claims };
}

/**
 * Puts every section into the fields it speaks of, or into the custom sections with its heading: no block is lost. A section that
 * does not fit its field in whole (a second summary, a list with code in it) is kept as a custom section, too. Gives the claims
 * that tables of it print.
 */
export function fillFields(record: PostmortemRecord, sections: KindSection[], filling: Filling): Placed[] {
  const { text, lineOf, note, labels } = filling;
  const custom: NonNullable<PostmortemRecord['custom']> = [];
  const claims: Placed[] = [];
  const keepText = (section: KindSection, pieces: string[]) =>
    custom.push({
      heading: section.title,
      ...(section.level > 0 ? { level: section.level } : {}),
      text: pieces.join('\n\n'),
      line: lineOf(section.from),
    });
  const keep = (section: KindSection, blocks: Block[]) =>
    keepText(
      section,
      blocks.map((block) => text.slice(block.from, block.to).trim()),
    );
  const told = toldOf(filling.events);
  const hasSummary = sections.some((section) => section.kind === 'summary' && section.blocks.length > 0);
  for (const whole of sections) {
    const kind = effectiveKind(whole);
    const inTimeline = kind === 'timeline' || whole.within.includes('timeline');
    if (inTimeline) {
      const rest = untold(whole, told);
      const isOwn = whole.heading === undefined || told.at.has(whole.heading.from) || whole.kind === 'timeline';
      if (rest.length > 0 || !isOwn) keep(whole, rest);
      continue;
    }
    const tables = takeTables(record, whole, filling);
    for (const claim of tables.claims) claims.push(claim);
    const { taken } = tables;
    const section =
      taken.length === 0 ? whole : { ...whole, blocks: whole.blocks.filter((block) => !taken.includes(block)) };
    if (section.blocks.length === 0) {
      if (section.level > 1 && section.kind === 'other') keep(section, []);
    } else if (
      section.level <= 1 &&
      section.kind === 'other' &&
      !hasSummary &&
      section.blocks.every((block) => block.type === 'paragraph') &&
      !isHeader(section, text) &&
      record.summary?.text === undefined
    ) {
      record.summary = { ...record.summary, text: sourceOf(section.blocks, text, taken) };
    } else if (section.kind === 'header' || (section.level <= 1 && section.kind === 'other')) {
      const rest = headerRest(section, labels, text, (value) => firstAtLeast(labels.starts, value));
      if (rest.length > 0) keepText(section, rest);
    } else {
      const nested = section.kind === 'other' && kind !== 'actions' && kind !== 'prevention';
      const take = whys.test(headingKey(section.title)) ? takeWhys : nested ? undefined : takers[kind];
      const rest = take ? take(record, section, { text, taken, note }) : section.blocks;
      if (rest.length > 0) keep(section, rest);
    }
  }
  for (const section of filling.far) keep(section, section.blocks);
  if (custom.length > 0) record.custom = custom;
  return claims;
}

/** Actions written as points with a tick, outside any section made for them (`- [ ] Add an alert`). */
export function looseActions(record: PostmortemRecord, sections: KindSection[], { text, note }: Filling): void {
  if (record.actions !== undefined) return;
  for (const section of sections) {
    const kind = effectiveKind(section);
    if (kind === 'timeline' || kind === 'reference') continue;
    for (const point of listPoints(section.blocks, text) ?? [])
      if (point.checked !== undefined)
        addAction(record, { action: actionOf(point), from: point.from, to: point.to, fields: {} }, {}, note);
  }
}

import type { Block } from '../markdown/blocks.ts';
import { plainText } from '../markdown/plain.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { actionOf, readActions } from './actions.ts';
import { readLabelLine } from './labels.ts';
import type { PlacedEvent } from './timeline.ts';
import { effectiveKind, type Kind, type KindSection } from './section-kind.ts';
import { firstAtLeast } from './sorted.ts';
import { listPoints, sourceOf } from './section-items.ts';

/** Puts a section into fields of the record; gives the blocks that do not fit (all of them when none does). */
type Take = (record: PostmortemRecord, section: KindSection, text: string) => Block[];

const horizon = /\b(?:immediate|short|medium|long|near|term|weeks?|months?|quarters?|days?|hours?)\b/i;

function takeActions(record: PostmortemRecord, section: KindSection, text: string): Block[] {
  const fitting = section.blocks.filter((block) => readActions([block], text) !== undefined);
  const actions = fitting.flatMap((block) => readActions([block], text) ?? []);
  const named = section.within.length > 0 && horizon.test(section.title) ? { horizon: section.title } : {};
  if (actions.length > 0)
    record.actions = [...(record.actions ?? []), ...actions.map((action) => ({ ...named, ...action }))];
  return section.blocks.filter((block) => !fitting.includes(block));
}

const asPoints =
  (put: (record: PostmortemRecord, points: string[]) => void): Take =>
  (record, section, text) => {
    const rest: Block[] = [];
    for (const block of section.blocks) {
      const points = listPoints([block], text);
      if (!points || points.some((point) => point.checked !== undefined)) rest.push(block);
      else
        put(
          record,
          points.map((point) => point.text),
        );
    }
    return rest;
  };

const asProse =
  (has: (record: PostmortemRecord) => unknown, put: (record: PostmortemRecord, prose: string) => void): Take =>
  (record, section, text) => {
    const prose = sourceOf(section.blocks, text);
    if (prose === '' || has(record) !== undefined) return section.blocks;
    put(record, prose);
    return [];
  };

function takeDetection(record: PostmortemRecord, section: KindSection, text: string): Block[] {
  const [only, more] = section.blocks;
  const prose = sourceOf(section.blocks, text);
  const fits = only?.type === 'paragraph' && more === undefined && prose !== '' && !prose.includes('\n');
  if (!fits || record.detection?.method !== undefined) return section.blocks;
  record.detection = { ...record.detection, method: prose };
  return [];
}

/** Which field a section of a kind fills. A kind that is missing here goes to the custom sections. */
const takers: Partial<Record<Kind, Take>> = {
  summary: asProse(
    (record) => record.summary?.text,
    (record, prose) => void (record.summary = { ...record.summary, text: prose }),
  ),
  impact: asProse(
    (record) => record.impact?.text,
    (record, prose) => void (record.impact = { ...record.impact, text: prose }),
  ),
  rootCause: asProse(
    (record) => record.rootCause?.primary,
    (record, prose) => void (record.rootCause = { ...record.rootCause, primary: prose }),
  ),
  resolution: asProse(
    (record) => record.resolution?.text,
    (record, prose) => void (record.resolution = { ...record.resolution, text: prose }),
  ),
  detection: takeDetection,
  factors: asPoints(
    (record, points) => void (record.factors = [...(record.factors ?? []), ...points.map((text) => ({ text }))]),
  ),
  trigger: asPoints(
    (record, points) =>
      void (record.factors = [...(record.factors ?? []), ...points.map((text) => ({ kind: 'trigger', text }))]),
  ),
  wentWell: asPoints(
    (record, points) => void (record.wentWell = [...(record.wentWell ?? []), ...points.map((text) => ({ text }))]),
  ),
  lucky: asPoints(
    (record, points) =>
      void (record.wentWell = [...(record.wentWell ?? []), ...points.map((text) => ({ area: 'luck', text }))]),
  ),
  wentWrong: asPoints(
    (record, points) => void (record.wentWrong = [...(record.wentWrong ?? []), ...points.map((text) => ({ text }))]),
  ),
  lessons: asPoints(
    (record, points) => void (record.lessons = [...(record.lessons ?? []), ...points.map((text) => ({ text }))]),
  ),
  related: asPoints(
    (record, points) => void (record.related = [...(record.related ?? []), ...points.map((text) => ({ text }))]),
  ),
  links: asPoints(
    (record, points) => void (record.links = [...(record.links ?? []), ...points.map((text) => ({ text }))]),
  ),
  people: asPoints(
    (record, points) =>
      void (record.attendees = [
        ...(record.attendees ?? []),
        ...points.map((text) => ({ name: plainText(text) || text })),
      ]),
  ),
  actions: takeActions,
  prevention: takeActions,
};

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

/**
 * Puts every section into the fields it speaks of, or into the custom sections with its heading: no block is lost. A section that
 * does not fit its field in whole (a second summary, a list with code in it) is kept as a custom section, too.
 */
export function fillFields(
  record: PostmortemRecord,
  sections: KindSection[],
  events: PlacedEvent[],
  text: string,
  lineOf: (offset: number) => number,
): void {
  const custom: NonNullable<PostmortemRecord['custom']> = [];
  const keep = (section: KindSection, blocks: Block[]) =>
    custom.push({
      heading: section.title,
      ...(section.level > 0 ? { level: section.level } : {}),
      text: blocks.map((block) => text.slice(block.from, block.to).trim()).join('\n\n'),
      line: lineOf(section.from),
    });
  const told = toldOf(events);
  const hasSummary = sections.some((section) => section.kind === 'summary' && section.blocks.length > 0);
  for (const section of sections) {
    const kind = effectiveKind(section);
    const inTimeline = kind === 'timeline' || section.within.includes('timeline');
    if (inTimeline) {
      const rest = untold(section, told);
      const whole = section.heading === undefined || told.at.has(section.heading.from) || section.kind === 'timeline';
      if (rest.length > 0 || !whole) keep(section, rest);
    } else if (section.blocks.length === 0) {
      if (section.level > 1 && section.kind === 'other') keep(section, []);
    } else if (
      section.level <= 1 &&
      section.kind === 'other' &&
      !hasSummary &&
      section.blocks.every((block) => block.type === 'paragraph') &&
      !isHeader(section, text) &&
      record.summary?.text === undefined
    ) {
      record.summary = { ...record.summary, text: sourceOf(section.blocks, text) };
    } else {
      const nested = section.kind === 'other' && kind !== 'actions' && kind !== 'prevention';
      const take = nested ? undefined : takers[kind];
      const rest = take ? take(record, section, text) : section.blocks;
      if (rest.length > 0) keep(section, rest);
    }
  }
  if (custom.length > 0) record.custom = custom;
}

/** Actions written as points with a tick, outside any section made for them (`- [ ] Add an alert`). */
export function looseActions(record: PostmortemRecord, sections: KindSection[], text: string): void {
  if (record.actions !== undefined) return;
  const found = sections.flatMap((section) => {
    const kind = effectiveKind(section);
    return kind === 'timeline' || kind === 'reference'
      ? []
      : (listPoints(section.blocks, text) ?? []).filter((point) => point.checked !== undefined);
  });
  if (found.length > 0) record.actions = found.map(actionOf);
}

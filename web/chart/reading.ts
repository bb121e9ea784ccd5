import { type Band, readBands, wholeIncident } from '../../src/charts/bands.ts';
import { type Mark, type Marks, noZone, readMarks } from '../../src/charts/marks.ts';
import type { Figure } from '../../src/record/figure.ts';
import type { PostmortemRecord } from '../../src/record/record.ts';
import { type Scale, timeScale } from '../../src/charts/scale.ts';
import { capital } from '../words/format.ts';
import { words } from '../words/index.ts';
import type { Window } from './window.ts';

/** A mark and the index of its event in the timeline. */
export type Placed = Mark & { index: number };

/** What the chart draws, read from the record once per change of it. */
export type Reading = { found: Marks; placed: Placed[]; bands: Band[]; whole: Window };

const spokenZone = (found: Marks): Marks =>
  found.zone === noZone ? { ...found, zone: words.document.chart.zoneUnknown } : found;

/** A band by the language's word for its phase; a team's own word stays. */
function named(band: Band): Band {
  const phase = words.editors.phases[band.word.toLowerCase()];
  if (phase !== undefined) return { ...band, word: capital(phase) };
  return band.word === wholeIncident ? { ...band, word: words.document.chart.incident } : band;
}

/** Reads the timeline; undefined when fewer than two instants are known. */
export function readChart(record: PostmortemRecord): Reading | undefined {
  const found = spokenZone(readMarks(record));
  const first = found.marks[0];
  if (first === undefined) return undefined;
  const indexes = new Map((record.timeline ?? []).map((event, index) => [event, index]));
  const placed = found.marks.map((mark) => ({ ...mark, index: indexes.get(mark.event) ?? -1 }));
  const toMs = Math.max(...found.marks.map((mark) => mark.toMs));
  if (toMs <= first.fromMs) return undefined;
  return { found, placed, bands: readBands(found.marks).map(named), whole: { fromMs: first.fromMs, toMs } };
}

/** The axis of what is shown, from `left` to `right` in pixels. */
export function scaleOf({ placed, found }: Reading, { fromMs, toMs }: Window, left: number, right: number): Scale {
  const times = new Set([fromMs, toMs]);
  for (const mark of placed) for (const ms of [mark.fromMs, mark.toMs]) if (ms > fromMs && ms < toMs) times.add(ms);
  return timeScale(
    [...times].sort((a, b) => a - b),
    left,
    right,
    found.offsetMs,
  );
}

/** Where a figure's span lies on the axis: from its first to its last event; undefined when it rests on none or one. */
export function spanOf({ placed }: Reading, figure: Figure): Window | undefined {
  const at = new Map(placed.map(({ index, fromMs }) => [`timeline[${index}]`, fromMs]));
  const times = figure.cites.flatMap((path) => at.get(path) ?? []);
  const [fromMs, toMs] = [Math.min(...times), Math.max(...times)];
  return times.length < 2 || fromMs === toMs ? undefined : { fromMs, toMs };
}

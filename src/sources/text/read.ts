import { ignoredList } from '../ignored.ts';
import { keeper } from '../keep.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { dateEntries, surroundingsOf } from './date-entries.ts';
import { takeLines } from './entries.ts';
import { clusterEventsElse } from './no-times-form.ts';
import { messageOf } from './message.ts';
import { terminalText } from '../terminal-text.ts';
import { startTimeline } from './timeline.ts';

/** Reads a text with times in it: notes, a copied chat, a log. Throws SourceError `text.no-times` when no line has one. */
export function read(file: EvidenceFile): SourceReading {
  const other = clusterEventsElse(file.text.slice(0, 50_000), file.name);
  if (other) throw other;
  const ignored = ignoredList();
  const { keep, masked } = keeper();
  const lines = takeLines(terminalText(file.text));
  const dated = dateEntries(file, lines, surroundingsOf(file, lines), ignored);
  if (dated.length === 0) throw noTimes(file, ignored.list());
  if (lines.loose > 0) ignored.add('lines before the first time', 'they have no time', `${file.name}#1`);
  const timeline = startTimeline('text', file.name, ignored);
  for (const entry of dated) {
    const { text, more, actor, ...rest } = messageOf(entry);
    const who = actor === undefined ? {} : { actor: keep(actor).slice(0, 100) };
    const { epochMs, assumed, line } = entry;
    const message = { ...rest, ...who, text: keep(text), more: keep(more) };
    timeline.add({ epochMs, assumed, at: `${file.name}#${line}`, message });
  }
  return timeline.done(masked());
}

function noTimes(file: EvidenceFile, reasons: SourceReading['ignored']): SourceError {
  const [first] = reasons;
  return new SourceError(
    'text.no-times',
    first === undefined ? 'No line of this text has a time.' : `No line has a time that can be placed: ${first.why}.`,
    first?.where ?? file.name,
    'Write a date and a time in front of what happened: 2026-03-04 14:21 UTC.',
  );
}

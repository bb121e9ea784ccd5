import { noFacts } from './facts.ts';
import { type Ignored, ignoredList } from './ignored.ts';
import { keeper } from './keep.ts';
import type { SourceReading } from './source.ts';

/** What the parts of a reader write to. */
export type Context = {
  reading: SourceReading;
  ignored: ReturnType<typeof ignoredList>;
  /** Cleans and masks a text that is taken over. */
  keep(text: string): string;
  /** When the delivery came, where the file is one: for payloads that have no time of their own. */
  receivedMs?: number;
};

/** An empty reading to write to, and `done`, which gives it with what was left out and masked. */
export function startReading(
  source: string,
  { name, receivedMs }: { name: string; receivedMs?: number },
): { context: Context; done(left?: Ignored[]): SourceReading } {
  const ignored = ignoredList();
  const text = keeper();
  const reading: SourceReading = {
    source,
    file: name,
    events: [],
    conditions: [],
    facts: noFacts(),
    ignored: [],
    masked: 0,
  };
  return {
    context: { reading, ignored, keep: text.keep, ...(receivedMs === undefined ? {} : { receivedMs }) },
    done: (left = []) => ({ ...reading, ignored: [...left, ...ignored.list()], masked: text.masked() }),
  };
}

import type { ignoredList } from '../ignored.ts';
import type { SourceReading } from '../source.ts';

/** What the parts of this reader write to. */
export type Context = {
  reading: SourceReading;
  ignored: ReturnType<typeof ignoredList>;
  /** Cleans and masks a text that is taken over. */
  keep(text: string): string;
};

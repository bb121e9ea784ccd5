import type { Source } from '../../sources/index.ts';
import { SourceError } from '../../sources/source-error.ts';
import { loadedSources } from '../source/loaded.ts';
import { bodyName, type ToldSignal, toldSignals } from './told-signals.ts';

/** A delivery as it is read. */
export type Stored = {
  id: string;
  hookId: string;
  source: string;
  service: string | null;
  receivedAt: Date;
  headers: Record<string, string>;
  sha256: string;
};

/** How the reading of a delivery ended. */
export type Outcome = {
  /** Why it could not be read; null when it was. */
  reason: string | null;
  signals: ToldSignal[];
  ignored: { what: string; why: string; where: string; count: number }[];
};

/** Signals that one delivery may tell. */
const mostSignals = 20_000;
/** Kinds of left out things that are kept of one delivery. */
const mostIgnored = 100;

/** Reads a stored delivery with its source. A source that fails is a reason like any other: the next delivery is not kept waiting. */
export function readBody(stored: Stored, body: Uint8Array, described: readonly Source[] = []): Outcome {
  const { source: name, service, headers, sha256, receivedAt } = stored;
  const { sources, readWith } = loadedSources();
  const source = [...sources, ...described].find((one) => one.name === name);
  if (source === undefined) return { reason: `there is no source ${name}`, signals: [], ignored: [] };
  try {
    const text = new TextDecoder().decode(body);
    const reading = readWith(source, { name: bodyName, text, headers, receivedMs: receivedAt.getTime() });
    const told = toldSignals(reading, service, sha256);
    const ignored = reading.ignored.slice(0, mostIgnored);
    const over = told.length - mostSignals;
    if (over > 0)
      ignored.push({
        what: 'an event',
        why: `one delivery may tell ${mostSignals} signals`,
        where: bodyName,
        count: over,
      });
    return { reason: null, signals: told.slice(0, mostSignals), ignored };
  } catch (error) {
    const reason =
      error instanceof SourceError
        ? `${error.message} ${error.remedy}`
        : `its source failed: ${error instanceof Error ? error.message : 'unknown'}`;
    return { reason: reason.replaceAll('\0', '').toWellFormed().slice(0, 1000), signals: [], ignored: [] };
  }
}

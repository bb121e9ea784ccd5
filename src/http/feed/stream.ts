import type { Actor } from '../../operations/access/actor.ts';
import { readEntries } from '../../store/ledger/read-entries.ts';
import type { Database } from '../../store/database.ts';
import { beatText, eventText, feedEvent, resetText } from './event-text.ts';
import { type Feed, feedPage } from './feed.ts';

/** Who reads a stream, from where, and of what. */
export type Reader = {
  actor: Actor;
  /** The last number they have. */
  after: number;
  /** They know of entries that there are not: they are told to load everything again. */
  reset: boolean;
  incidentId?: string | undefined;
  /** Who they are now; undefined when the session or token has ended. */
  check: () => Promise<Actor | undefined>;
  /** Cuts the connection; without one the stream fails. */
  drop?: (() => void) | undefined;
  /** Called once, when the stream is over for whatever reason. */
  left?: () => void;
};

export type StreamTimes = { beatMs: number; stuckMs: number };
const usualTimes: StreamTimes = { beatMs: 15_000, stuckMs: 30_000 };

/** What may wait for a slow reader before the stream stops reading on for them. */
const bufferBytes = 64_000;

/**
 * The events behind `after` as they come. It reads only as fast as the reader takes them, from the table where they lag
 * behind the last batch, so a slow reader holds no memory; one that takes nothing for `stuckMs` is let go.
 */
export function feedStream(
  database: Database,
  feed: Feed,
  reader: Reader,
  { beatMs, stuckMs }: StreamTimes = usualTimes,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const { incidentId, check } = reader;
  let { actor, after } = reader;
  const gone = new AbortController();
  let access = feed.access();
  let checkedMs = performance.now();
  let wantedMs = performance.now();
  let watch: NodeJS.Timeout | undefined;

  /** Text of the next entries that are there; empty when none is for this reader. */
  const nextText = async (): Promise<string> => {
    const known = feed.latest();
    const entries = feed.batchAfter(after) ?? (await readEntries(database, { after, incidentId, ...feedPage })).entries;
    const events = entries
      .filter((entry) => incidentId === undefined || entry.incidentId === incidentId)
      .flatMap((entry) => feedEvent(actor, entry) ?? []);
    // A page that is not full holds all there was: what the filter left out need not be looked at again.
    after = Math.max(entries.at(-1)?.seq ?? -1, entries.length < feedPage.limit ? known : after, after);
    return events.map(eventText).join('');
  };
  const stillThere = async (): Promise<boolean> => {
    if (feed.access() === access && performance.now() - checkedMs < beatMs) return true;
    access = feed.access();
    checkedMs = performance.now();
    const now = await check();
    if (now !== undefined) actor = now;
    return now !== undefined;
  };
  const end = () => {
    if (gone.signal.aborted) return;
    gone.abort();
    reader.left?.();
    clearInterval(watch);
  };
  const failed = (error: unknown): never => {
    end();
    throw error;
  };
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        controller.enqueue(encoder.encode(`retry: 1000\n${reader.reset ? resetText(after) : beatText(after)}`));
        watch = setInterval(() => {
          if ((controller.desiredSize ?? 0) > 0 || performance.now() - wantedMs < stuckMs) return;
          end();
          if (reader.drop === undefined) controller.error(new Error('the reader takes nothing'));
          else reader.drop();
        }, stuckMs / 4).unref();
      },
      pull: async (controller) => {
        wantedMs = performance.now();
        const beatAt = wantedMs + beatMs;
        while (!gone.signal.aborted) {
          if (feed.closed.aborted || !(await stillThere())) {
            end();
            controller.close();
            return;
          }
          const text = after < feed.latest() ? await nextText().catch(failed) : '';
          if (gone.signal.aborted) return;
          const beat = text === '' && performance.now() >= beatAt;
          if (text !== '' || beat) {
            controller.enqueue(encoder.encode(beat ? beatText(after) : text));
            wantedMs = performance.now();
            return;
          }
          if (after >= feed.latest()) await feed.wait(Math.max(1, beatAt - performance.now()));
        }
      },
      cancel: end,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: bufferBytes }),
  );
}

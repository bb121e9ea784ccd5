import type { SourceReading } from '../../sources/index.ts';
import { HindcastError } from '../errors.ts';
import { loadItems } from '../evidence/item.ts';
import { readSource } from '../evidence/read-source.ts';
import { isRecording } from '../evidence/recording.ts';
import { isMeasured } from '../measure/store-originals.ts';
import type { StoredContext } from '../stored-operation.ts';

/** What could be read of an incident's originals, and of which nothing could, with the reason. */
export type AllReadings = {
  readings: SourceReading[];
  ignored: { what: string; why: string; count: number }[];
  unread: { name: string; why: string }[];
};

/**
 * Reads all originals that are attached, one after the other. One that no source knows (a picture, a report) stops nothing. What Hindcast
 * itself measured or recorded stands in the document, and is not read again.
 */
export async function readAttached(context: StoredContext, incidentId: string): Promise<AllReadings> {
  const all: AllReadings = { readings: [], ignored: [], unread: [] };
  const items = await loadItems(context, incidentId);
  for (const item of items) {
    if (item.detachedAt !== null || item.removedAt !== null) continue;
    if (isRecording(item) || isMeasured(item)) continue;
    try {
      const { readings, refused } = await readSource(context, item);
      all.readings.push(...readings);
      all.ignored.push(...refused, ...readings.flatMap(({ ignored }) => ignored));
    } catch (error) {
      if (!(error instanceof HindcastError) || !error.code.startsWith('evidence.')) throw error;
      all.unread.push({ name: item.name, why: error.message });
    }
  }
  return { ...all, ignored: all.ignored.map(({ what, why, count }) => ({ what, why, count })) };
}

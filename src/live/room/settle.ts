import { retried } from '../../operations/save.ts';
import { readAgreed } from '../../store/rooms/agreed-texts.ts';
import { prosePlaces } from '../prose-paths.ts';
import { bring } from './bring.ts';
import { projectPart } from './project.ts';
import { keptText, readTexts } from './record-texts.ts';
import type { LiveAround, Room } from './room.ts';

/** Tries again when another process was faster, with what it left. */
const afresh = (around: LiveAround, room: Room, work: () => Promise<void>): Promise<void> =>
  retried(async () => {
    try {
      await work();
    } catch (error) {
      room.agreed = await readAgreed(around.database, room.incidentId);
      throw error;
    }
  });

/** Brings what changed in the record elsewhere into the room. */
export const bringChanges = (around: LiveAround, room: Room): Promise<void> =>
  room.inTurn(() =>
    afresh(around, room, async () => {
      const texts = await readTexts(around.database, room.incidentId);
      for (const place of prosePlaces.values()) {
        const theirs = texts.get(place.path) ?? '';
        if (theirs !== (room.agreed.get(place.path)?.text ?? '')) await bring(around, room, place, theirs);
      }
    }),
  );

/** Writes what was written in the room to the record, part by part. What fails stays to be written. */
export const writeRecord = (around: LiveAround, room: Room): Promise<void> =>
  room.inTurn(async () => {
    const places = [...room.touched.keys()].flatMap((path) => prosePlaces.get(path) ?? []);
    for (const [key, own] of Map.groupBy(places, (place) => place.key))
      await afresh(around, room, () => projectPart(around, room, key, own));
  });

/** Forgets as touched what is in the record already: loading a room touches every field. */
export function forgetSame({ touched, doc, agreed }: Room): void {
  for (const path of touched.keys())
    if (keptText(doc.getText(path).toString()) === (agreed.get(path)?.text ?? '')) touched.delete(path);
}

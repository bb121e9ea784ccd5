import * as Y from 'yjs';
import type { Database } from '../../store/database.ts';
import { seedRoom } from '../../store/rooms/seed-room.ts';
import { prosePlaces } from '../prose-paths.ts';
import { readTexts } from './record-texts.ts';

/** Makes the room of an incident from its record. Only the server does so, before anybody writes: two seeds would double every text. */
export async function makeRoom(database: Database, incidentId: string): Promise<void> {
  const texts = await readTexts(database, incidentId);
  const doc = new Y.Doc();
  for (const path of prosePlaces.keys()) doc.getText(path).insert(0, texts.get(path) ?? '');
  await seedRoom(database, incidentId, Y.encodeStateAsUpdate(doc), texts);
  doc.destroy();
}

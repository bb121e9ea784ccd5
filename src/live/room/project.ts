import { type Actor, systemActor } from '../../operations/access/actor.ts';
import { loadIncident } from '../../operations/incident/load.ts';
import { saveEdit } from '../../operations/lifecycle/save-edit.ts';
import type { Part } from '../../operations/part/assemble.ts';
import { loadPart } from '../../operations/part/load.ts';
import { setFields } from '../../operations/part/set-fields.ts';
import { insertPart, removePart, replacePart } from '../../operations/part/statements.ts';
import { valueAt } from '../../record/value-at.ts';
import type { Change } from '../../store/commit.ts';
import { moveAgreed } from '../../store/rooms/agreed-texts.ts';
import type { ProsePlace } from '../prose-paths.ts';
import { bring } from './bring.ts';
import { asText, keptText } from './record-texts.ts';
import type { LiveAround, Room } from './room.ts';
import { textPayload } from './text-payload.ts';

/** The one who wrote, or Hindcast when it were several: its entry names them all. */
function writerOf(authors: readonly string[]): Actor {
  const [kind, id] = authors.length === 1 ? (authors[0] ?? '').split(':') : [];
  return id !== undefined && (kind === 'person' || kind === 'token')
    ? { kind, id, name: '', role: 'editor' }
    : systemActor;
}

function changeOf(incidentId: string, next: Part, kept: Part | undefined): Change {
  if (kept === undefined) return insertPart(incidentId, next);
  return next.value === undefined ? removePart(incidentId, kept) : replacePart(incidentId, next, kept.version);
}

/** Takes fields as they are now: what is written from now on is for the next time. */
function takeTouched({ touched }: Room, places: readonly ProsePlace[]): Room['touched'] {
  const taken: Room['touched'] = new Map();
  for (const { path } of places) {
    taken.set(path, touched.get(path) ?? new Set());
    touched.delete(path);
  }
  return taken;
}

function giveBack({ touched }: Room, taken: Room['touched']): void {
  for (const [path, authors] of taken) touched.set(path, authors.union(touched.get(path) ?? new Set()));
}

/**
 * Writes what changed in the texts of one part to the record, as an edit like any other: the part, what both agree on and the
 * ledger entry `prose.write` in one statement. What changed in the record meanwhile is brought into the room first.
 * The fields it looked at are no longer touched; where nothing may be written, since the incident is archived, they stay so.
 * @throws StoreError `store.conflict` when part or agreement moved on meanwhile
 */
export async function projectPart(
  around: LiveAround,
  room: Room,
  key: string,
  places: readonly ProsePlace[],
): Promise<void> {
  const { incidentId } = room;
  const system = around.context(systemActor);
  const incident = await loadIncident(system, incidentId, 'incident.see');
  const kept = await loadPart(system, incidentId, key, '');
  for (const place of places) {
    const theirs = asText(valueAt(kept?.value, place.field));
    if (theirs !== (room.agreed.get(place.path)?.text ?? '')) await bring(around, room, place, theirs);
  }
  if (incident.status === 'archived') return;
  const taken = takeTouched(room, places);
  const changed = places.flatMap(({ path, field }) => {
    const agreed = room.agreed.get(path) ?? { text: '', version: 0 };
    const text = keptText(room.doc.getText(path).toString());
    const whole = !room.told.has(path);
    return text === agreed.text ? [] : [{ path, field, text, before: agreed.text, whole, version: agreed.version }];
  });
  if (changed.length === 0) return;
  const set = Object.fromEntries(changed.map(({ field, text }) => [field, text === '' ? null : text]));
  const old = kept ?? { key, id: '', position: 0, value: undefined, touched: {}, version: 0 };
  const { part } = setFields(old, set, old.version);
  const authors = [...new Set(changed.flatMap(({ path }) => [...(taken.get(path) ?? [])]))];
  try {
    await saveEdit(around.context(writerOf(authors)), incident, {
      operation: 'prose.write',
      subject: key,
      payload: { ...textPayload(changed), version: part.version, authors },
      changes: [
        changeOf(incidentId, part, kept),
        ...changed.map(({ path, text, version }) => moveAgreed(incidentId, path, text, version)),
      ],
      result: null,
    });
  } catch (error) {
    giveBack(room, taken);
    throw error;
  }
  for (const { path, text, version } of changed) {
    room.agreed.set(path, { text, version: version + 1 });
    room.told.add(path);
  }
}

import type { KeptEntry } from '../../store/ledger/read-entries.ts';
import type { Actor } from '../access/actor.ts';
import { may } from '../access/permissions.ts';

/** True when the actor may know what an entry is about: its incident is one they see, or it belongs to none. */
export function seesEntry(actor: Actor, { incidentId, visibility, members }: KeptEntry): boolean {
  if (incidentId === null) return may(actor, 'ledger.see');
  const member = members.includes(actor.personId ?? actor.id);
  return may(actor, 'incident.see', { visibility: visibility ?? 'restricted', member });
}

/** True when the actor may read what was put in: of entries without an incident (people, tokens, settings) only who sees settings. */
export function seesPayload(actor: Actor, entry: KeptEntry): boolean {
  return entry.incidentId === null ? may(actor, 'settings.see') : seesEntry(actor, entry);
}

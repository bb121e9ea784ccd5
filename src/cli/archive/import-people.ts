import path from 'node:path';
import type { z } from 'zod';
import { callStored } from '../../operations/call-stored.ts';
import { HindcastError } from '../../operations/errors.ts';
import { restrictIncident } from '../../operations/incident/restrict.ts';
import { invitePerson } from '../../operations/people/invite.ts';
import { listPeople } from '../../operations/people/list.ts';
import { Email } from '../../operations/people/load.ts';
import { type ExportedIncident, ExportedPeople, names } from './export-form.ts';
import type { ContextNow } from './import-folder.ts';
import { jsonIn } from './import-json.ts';

/** Who is on this server by now: ids by address in small letters. */
export async function idsByEmail(now: ContextNow): Promise<Map<string, string>> {
  const { items } = (await callStored(listPeople, {}, await now())) as z.infer<typeof listPeople.output>;
  return new Map(items.map(({ email, id }) => [email.toLowerCase(), id]));
}

/** Invites the people of an export who are not here yet. `skipped` says who was left out, and why. */
export async function importPeople(folder: string, now: ContextNow): Promise<{ added: number; skipped: string[] }> {
  const known = await idsByEmail(now);
  const skipped: string[] = [];
  let added = 0;
  for (const { id, email, name, role, disabled } of await jsonIn(path.join(folder, names.people), ExportedPeople)) {
    if (known.has(email.toLowerCase())) continue;
    if (disabled) skipped.push(`${names.people}: ${email} is shut out there and was not invited here`);
    // The first owner of a server has no address until they set one; here there is such an owner already.
    else if (!Email.safeParse(email).success) skipped.push(`${names.people}: ${email} is no address to invite`);
    else {
      await callStored(invitePerson, { email, name, role }, { ...(await now()), key: `import:person:${id}` });
      added += 1;
    }
  }
  return { added, skipped };
}

/**
 * Names the members of a restricted incident who have an account here, once: whom somebody took off the list since stays off.
 * Gives what was left out.
 */
export async function importMembers(incident: ExportedIncident, id: string, now: ContextNow): Promise<string[]> {
  const known = await idsByEmail(now);
  const members = incident.members.flatMap((email) => known.get(email.toLowerCase()) ?? []);
  const skipped = incident.members
    .filter((email) => !known.has(email.toLowerCase()))
    .map((email) => `${email} has no account here and does not see it`);
  const context = { ...(await now()), key: `import:members:${incident.id}` };
  try {
    await callStored(restrictIncident, { incident: id, visibility: 'restricted', members }, context);
  } catch (error) {
    if (!(error instanceof HindcastError) || error.code !== 'key.reused') throw error;
    skipped.push('its members were named by an earlier import and are left as they are');
  }
  return skipped;
}

import type { PostmortemRecord } from '../record/record.ts';
import type { SourceReading } from '../sources/source.ts';
import { momentOf } from './header.ts';
import { factsOf, firstOfEach } from './facts.ts';

/** Roles as stated, people who wrote, and what was told outside. */
export function peopleOf(readings: SourceReading[]): Pick<PostmortemRecord, 'roles' | 'attendees' | 'communications'> {
  const stated = firstOfEach(factsOf(readings, 'roles'), ({ role, value }) => `${role}\n${value}`);
  const roles = stated.map(({ role, value }) => ({ role, name: value }));
  const roleOf = new Map(stated.toReversed().map(({ role, value }) => [value, role]));
  const attendees = firstOfEach(factsOf(readings, 'people'), ({ value }) => value).map(({ value }) => {
    const role = roleOf.get(value);
    return { name: value, ...(role === undefined ? {} : { role }) };
  });
  const told = firstOfEach(factsOf(readings, 'communications'), ({ value, epochMs }) => `${epochMs}\n${value}`);
  const communications = told.map(({ value, audience, channel, epochMs }) => ({
    ...(audience === undefined ? {} : { audience }),
    ...(channel === undefined ? {} : { channel }),
    ...(epochMs === undefined ? {} : { at: momentOf({ epochMs }) }),
    text: value,
  }));
  return {
    ...(roles.length > 0 ? { roles } : {}),
    ...(attendees.length > 0 ? { attendees } : {}),
    ...(communications.length > 0 ? { communications } : {}),
  };
}

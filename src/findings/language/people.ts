import type { PostmortemRecord } from '../../record/record.ts';

/** Words that stand in name fields but name no person. */
const notNames =
  /^(?:team|on-?call|engineer|engineering|support|system|bot|monitoring|sre|ops|devops|platform|security|lead|tbd|the|and|unknown|none|name)$/i;
const nameForm = /^\p{Lu}[\p{L}'’-]{1,30}$/u;

/** Names (each word of them) of the people a record knows by role, attendance or authorship. Never of services. */
export function peopleOf(record: PostmortemRecord): ReadonlySet<string> {
  const stated = [
    ...(record.roles ?? []).map(({ name }) => name),
    ...(record.attendees ?? []).map(({ name }) => name),
    ...(record.signoffs ?? []).map(({ name }) => name),
    record.document?.authors,
    record.document?.owner,
    record.document?.reviewedBy,
  ];
  const services = new Set(
    `${record.incident?.services ?? ''} ${(record.systems ?? []).map(({ name }) => name ?? '').join(' ')}`.split(
      /[\s,;/]+/,
    ),
  );
  const names = new Set<string>();
  for (const text of stated.slice(0, 200))
    for (const word of (text ?? '').slice(0, 400).split(/[\s,;/()&]+/))
      if (nameForm.test(word) && !notNames.test(word) && !services.has(word)) names.add(word);
  return names;
}

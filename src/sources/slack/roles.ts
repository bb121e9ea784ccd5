/** Words for a role, and its name. */
const roleNames: { words: string; role: string }[] = [
  { words: 'incident commander|incident lead|incident manager|ic', role: 'Incident Commander' },
  { words: 'technical lead|tech lead|ops lead|operations lead', role: 'Technical Lead' },
  { words: 'communications lead|comms lead|comms', role: 'Communications Lead' },
  { words: 'scribe', role: 'Scribe' },
];
const anyRole = roleNames.map(({ words }) => words).join('|');
const verb = "(?:i'm|i’m|i am|i'll be|i’ll be|i will be|taking|i'll take|i’ll take|i take)";
const self = new RegExp(`(?:^|[^\\w'’])${verb} (?:over )?(?:as )?(?:the )?(${anyRole})(?![\\w-])`, 'i');
const named = new RegExp(`(?:^|[^\\w])(${anyRole}) {0,2}(?:is now|is|:|=|->|→) {0,2}<@(\\w{1,40})`, 'i');
const assigned = new RegExp(
  `<@(\\w{1,40})(?:\\|[^<>]{0,100})?> (?:is now|is|takes over as|takes|as) (?:the )?(${anyRole})(?![\\w-])`,
  'i',
);

const nameOf = (word: string) =>
  roleNames.find(({ words }) => words.split('|').includes(word.toLowerCase()))?.role ?? word;

/** A role that the raw text of a message states: of its author (`user` absent) or of a mentioned user id. */
export function statedRole(raw: string): { role: string; user?: string } | undefined {
  const text = raw.slice(0, 2000);
  if (text.includes('?')) return undefined;
  const own = self.exec(text)?.[1];
  if (own) return { role: nameOf(own) };
  const [, role, user] = named.exec(text) ?? [];
  if (role && user) return { role: nameOf(role), user };
  const [, assignee, assignedRole] = assigned.exec(text) ?? [];
  return assignee && assignedRole ? { role: nameOf(assignedRole), user: assignee } : undefined;
}

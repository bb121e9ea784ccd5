/**
 * Nouns for people. Left out on purpose: operator, controller, agent, manager, user, client, admin panel: systems have them too,
 * so they count only with a word that makes them human.
 */
const role =
  '(?:engineers?|developers?|devs?|programmers?|sres?|dbas?|sysadmins?|administrators?|admins?|interns?|contractors?|freelancers?|colleagues?|coworkers?|employees?|staff|responders?|technicians?|team(?: members?)?|author|reviewers?|deployer|committer|on-?call(?: engineer| person)?|someone|somebody|incident commander|(?:tech(?:nical)?|team|engineering|shift) lead|(?:product|engineering|incident|project|release|line|account|duty|shift) managers?|(?:human|duty|shift|night) operators?)';

/** What may stand between a subject and its verb. */
const between =
  '(?:\\s+(?:had|has|have|is|are|was|were|also|simply|just|then|again|clearly|obviously|apparently|unfortunately|initially|both|all|who|somehow|completely|repeatedly|on[ -]call|on duty|(?:on|from|in|of|at)\\s+(?:the\\s+|our\\s+)?[\\w-]{1,24}(?:\\s+(?:team|shift|side|squad))?),?){0,3}';

/** Ends of a text before a verb, by how surely its subject is a person. */
const named = new RegExp(`(?:^|[\\s(])(@[\\w.-]{1,40})${between}\\s*$`);
const third = new RegExp(`(?:^|[\\s(,;])(he|she)${between}\\s*$`, 'i');
const roleEnd = new RegExp(
  `(?:^|[\\s(])((?:(?:the|our|an?|one|two|this|that|another|some)\\s+)?(?:[\\w-]{1,20}\\s+){0,3}?${role})${between}\\s*$`,
  'i',
);
const first = new RegExp(`(?:^|[\\s(,;])(we|I)${between}\\s*$`, 'i');
const plural = new RegExp(`(?:^|[\\s(,;])(they)${between}\\s*$`, 'i');
const properName = new RegExp(`(?:^|[\\s(])(\\p{Lu}[\\p{L}'’-]{1,30})${between}\\s*$`, 'u');

/** Kind of subject: `person` certainly, `we` for the writers themselves, `they` only with words no system is told. */
export type Subject = { kind: 'person' | 'we' | 'they'; text: string };

/** The person who is the subject of a verb that follows `before` (the sentence up to the verb); undefined when it is none. */
export function subjectOf(before: string, people: ReadonlySet<string>): Subject | undefined {
  const tail = before.slice(-90);
  const handle = named.exec(tail) ?? third.exec(tail) ?? roleEnd.exec(tail);
  if (handle?.[1] !== undefined) return { kind: 'person', text: handle[1] };
  const name = properName.exec(tail)?.[1];
  if (name !== undefined && people.has(name)) return { kind: 'person', text: name };
  const own = first.exec(tail)?.[1];
  if (own !== undefined) return { kind: 'we', text: own };
  const they = plural.exec(tail)?.[1];
  return they === undefined ? undefined : { kind: 'they', text: they };
}

/** The noun for people, for patterns with a person after the verb or before a possessive. */
export const roleSource = role;

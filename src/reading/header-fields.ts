import { isoDay } from '../values/date.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { firstPattern } from '../values/first-pattern.ts';
import { readPercent } from '../values/percent.ts';
import { firstMoment } from '../values/time.ts';
import type { DayBase } from './day-base.ts';
import { resolveOrder } from './day-order.ts';
import type { Label } from './labels.ts';
import { setOnce } from './set-once.ts';

/** Tells where the value of a path stands, in view offsets. */
export type Note = (path: string, from: number, to: number) => void;

/** Labels of a header and the field each fills; a field keeps the first value stated. */
const fields: [RegExp, path: string][] = [
  [/^(?:(?:incident|ticket|case|issue) )?(?:id|number|no|nr|key|reference|ref)$|^incident$|^ticket$/, 'incident.id'],
  [
    /^(?:(?:incident|outage) )?(?:severity|sev|priority|schweregrad|sévérité|gravité|severidad|impact level|severity level)$/,
    'incident.severity',
  ],
  [/^(?:(?:incident|report|current|document) )?(?:status|state)$/, 'incident.status'],
  [/^(?:(?:incident|outage) )?(?:type|category|classification|kind|kategorie|catégorie)$/, 'incident.type'],
  [
    /^(?:(?:affected|impacted) (?:services?|systems?|components?|products?|applications?|areas?)|(?:services?|systems?|components?|products?)(?: (?:affected|impacted))?|affected|betroffene (?:systeme|dienste)|services? touchés?)$/,
    'incident.services',
  ],
  [/^data (?:compromised|breach(?:ed)?|exposed|exposure)$/, 'incident.dataCompromised'],
  [/^(?:(?:incident|report|document|post ?mortem) )?owners?$/, 'document.owner'],
  [/^(?:authors?|created by|written by|author s|prepared by|reported by|autor(?:en)?|auteurs?)$/, 'document.authors'],
  [/^(?:reviewed by|reviewers?|approved by)$/, 'document.reviewedBy'],
  [/^(?:last (?:modified|updated|edited)|updated(?: (?:at|on))?)$/, 'document.lastUpdated'],
  [/^version$/, 'document.version'],
  [
    /^(?:(?:number of )?(?:users?|customers?|accounts?|clients?)(?: (?:affected|impacted))?|(?:affected|impacted) (?:users?|customers?)|(?:users?|customers?) (?:affected|impacted)(?: count)?|betroffene (?:nutzer|kunden))$/,
    'impact.customers.users',
  ],
  [/^(?:(?:revenue|financial|estimated) (?:loss|impact|cost)|lost revenue|cost)$/, 'impact.business.revenueLoss'],
  [/^(?:sla|slo) (?:breach(?:ed)?|violat(?:ion|ed)|missed)$|^breach of sla$/, 'impact.business.slaBreach'],
  [/^(?:sla|service) credits?(?: (?:due|owed|issued))?$/, 'impact.business.slaCredits'],
  [
    /^(?:support|customer) (?:tickets|calls|requests|contacts)(?: (?:filed|opened|raised))?$/,
    'impact.business.supportTickets',
  ],
  [/^(?:lost|failed) (?:transactions|orders|payments|checkouts)$/, 'impact.business.lostTransactions'],
  [/^data loss$/, 'impact.technical.dataLoss'],
  [/^data integrity$/, 'impact.technical.dataIntegrity'],
  [/^(?:affected |impacted )?(?:regions?|availability zones?)(?: (?:affected|impacted))?$/, 'impact.scope.regions'],
  [
    /^(?:(?:detection (?:method|source|mechanism)|how (?:was it |it was )?detected|detected (?:by|through|via)|reported by|source of detection))$/,
    'detection.method',
  ],
];

const roles: [RegExp, role?: string][] = [
  [/^(?:incident (?:commander|lead|manager)|ic|commander|on ?call(?: engineer)?)$/, 'Incident Commander'],
  [/^(?:scribe|communications? lead|tech(?:nical)? lead)$/],
];
const levels: [RegExp, part: 'target' | 'value'][] = [
  [
    /^(?:availability|uptime) (?:objective|target|slo|goal)$|^(?:target|promised) (?:availability|uptime)$|^(?:availability )?slo$/,
    'target',
  ],
  [
    /^(?:actual|measured|achieved) (?:availability|uptime)$|^(?:availability|uptime)(?: (?:actual|measured|achieved))?$/,
    'value',
  ],
];
const dayLabel = /^(?:(?:incident|event|outage) )?(?:date|datum|fecha|day)(?: of (?:the )?(?:incident|event|outage))?$/;

/** What a label fills, one for each pattern above in their order. */
type Use = { path: string } | { role: string | undefined } | { part: 'target' | 'value' } | 'day';
const uses: Use[] = [
  ...fields.map(([, path]) => ({ path })),
  ...roles.map(([, role]) => ({ role })),
  ...levels.map(([, part]) => ({ part })),
  'day',
];
const useOf = firstPattern([...fields, ...roles, ...levels, [dayLabel] as const].map(([pattern]) => pattern));

const hint =
  /^\[.*\]$|^[_\s]+$|^<.*>$|^(?:n\/a|tbd|\?+|-|amount|value|details?|description|count|number|notes?|comments?|impact|status)$/i;
const otherKinds = new Set(['actions', 'reference', 'links']);

/** The availability objective and what was achieved, as one service level. */
function fillAvailability(
  record: PostmortemRecord,
  part: 'target' | 'value',
  { value, from, to }: Label,
  note: Note,
): boolean {
  if (readPercent(value) === undefined) return false;
  const levels = (record.serviceLevels ??= []);
  const known = levels.findIndex(({ indicator }) => indicator === 'Availability');
  const level = levels[known] ?? { indicator: 'Availability' };
  if (level[part] !== undefined) return false;
  level[part] = value;
  if (known < 0) levels.push(level);
  note(`serviceLevels[${known < 0 ? levels.length - 1 : known}].${part}`, from, to);
  return true;
}

function fillRole(record: PostmortemRecord, role: string, { value, from, to }: Label, note: Note): boolean {
  const list = (record.roles ??= []);
  list.push({ role, name: value });
  note(`roles[${list.length - 1}].name`, from, to);
  return true;
}

function fillPath(record: PostmortemRecord, path: string, { value, from, to }: Label, note: Note): boolean {
  if (!setOnce(record, path, value)) return false;
  note(path, from, to);
  return true;
}

function fillDay(record: PostmortemRecord, { value, origin, from, to }: Label, base: DayBase, note: Note): boolean {
  if (record.incident?.date !== undefined) return false;
  // The date of a page is that of the incident only where nothing else tells its day.
  if (origin === 'frontMatter' && base.day !== undefined && base.written !== true) return false;
  const mention = firstMoment(value);
  const day = mention?.date && isoDay(resolveOrder(mention.date, base.order));
  if (day === undefined) return false;
  record.incident = { ...record.incident, date: day };
  note('incident.date', from, to);
  return mention?.from === 0 && mention.to === value.length && mention.clock === undefined;
}

/**
 * Fills the header of the record from labels; plain `Date` labels become the day of the incident. Gives the offsets of the labels
 * whose values the record now holds in whole.
 */
export function fillHeader(record: PostmortemRecord, labels: Label[], base: DayBase, note: Note): Set<number> {
  const bound = new Set<number>();
  for (const label of labels) {
    const { key, value, kind, name } = label;
    if (value === '' || value.length > 300) continue;
    const use = uses[useOf(key)];
    if (use === undefined || hint.test(value)) continue;
    if (use !== 'day' && 'part' in use) {
      if (fillAvailability(record, use.part, label, note)) bound.add(label.from);
    } else if (!otherKinds.has(kind)) {
      const held =
        use === 'day'
          ? fillDay(record, label, base, note)
          : 'role' in use
            ? fillRole(record, use.role ?? name, label, note)
            : fillPath(record, use.path, label, note);
      if (held) bound.add(label.from);
    }
  }
  return bound;
}

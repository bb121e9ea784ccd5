import { isoDay } from '../values/date.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { findMoments } from '../values/time.ts';
import { type DayBase, resolveOrder } from './day-base.ts';
import type { Label } from './labels.ts';

type Place = (record: PostmortemRecord, value: string) => void;

const incident =
  (field: 'id' | 'type' | 'severity' | 'status' | 'services' | 'dataCompromised' | 'title'): Place =>
  (record, value) => {
    record.incident = { ...record.incident, [field]: record.incident?.[field] ?? value };
  };
const document =
  (field: 'owner' | 'authors' | 'reviewedBy' | 'version' | 'lastUpdated' | 'classification'): Place =>
  (record, value) => {
    record.document = { ...record.document, [field]: record.document?.[field] ?? value };
  };
const role =
  (name: string): Place =>
  (record, value) => {
    record.roles = [...(record.roles ?? []), { role: name, name: value }];
  };
const users: Place = (record, value) => {
  record.impact = {
    ...record.impact,
    customers: { ...record.impact?.customers, users: record.impact?.customers?.users ?? value },
  };
};
const revenue: Place = (record, value) => {
  record.impact = {
    ...record.impact,
    business: { ...record.impact?.business, revenueLoss: record.impact?.business?.revenueLoss ?? value },
  };
};
const method: Place = (record, value) => {
  record.detection = { ...record.detection, method: record.detection?.method ?? value };
};

/** Labels of a header and the field each fills; a field keeps the first value stated. */
const fields: [RegExp, Place][] = [
  [/^(?:(?:incident|ticket|case|issue) )?(?:id|number|no|nr|key|reference|ref)$|^incident$|^ticket$/, incident('id')],
  [
    /^(?:(?:incident|outage) )?(?:severity|sev|priority|schweregrad|sévérité|gravité|severidad|impact level|severity level)$/,
    incident('severity'),
  ],
  [/^(?:(?:incident|report|current|document) )?(?:status|state)$/, incident('status')],
  [/^(?:(?:incident|outage) )?(?:type|category|classification|kind|kategorie|catégorie)$/, incident('type')],
  [
    /^(?:(?:affected|impacted) (?:services?|systems?|components?|products?|applications?|areas?)|(?:services?|systems?|components?|products?)(?: (?:affected|impacted))?|affected|betroffene (?:systeme|dienste)|services? touchés?)$/,
    incident('services'),
  ],
  [/^(?:(?:incident|report|document|post ?mortem) )?owners?$/, document('owner')],
  [/^(?:authors?|created by|written by|author s|prepared by|reported by|autor(?:en)?|auteurs?)$/, document('authors')],
  [/^(?:reviewed by|reviewers?|approved by)$/, document('reviewedBy')],
  [/^(?:last (?:modified|updated|edited)|updated(?: (?:at|on))?)$/, document('lastUpdated')],
  [/^version$/, document('version')],
  [/^(?:incident (?:commander|lead|manager)|ic|commander|on ?call(?: engineer)?)$/, role('Incident Commander')],
  [
    /^(?:(?:number of )?(?:users?|customers?|accounts?|clients?)(?: (?:affected|impacted))?|(?:affected|impacted) (?:users?|customers?)|(?:users?|customers?) (?:affected|impacted)(?: count)?|betroffene (?:nutzer|kunden))$/,
    users,
  ],
  [/^(?:(?:revenue|financial|estimated) (?:loss|impact|cost)|lost revenue|cost)$/, revenue],
  [
    /^(?:(?:detection (?:method|source|mechanism)|how (?:was it |it was )?detected|detected (?:by|through|via)|reported by|source of detection))$/,
    method,
  ],
];

const hint = /^\[.*\]$|^[_\s]+$|^<.*>$|^(?:n\/a|tbd|\?+|-)$/i;

/** Fills the header of the record from labels; plain `Date` labels become the day of the incident. */
export function fillHeader(record: PostmortemRecord, labels: Label[], base: DayBase): void {
  for (const { key, value, kind, name } of labels) {
    if (
      value === '' ||
      value.length > 300 ||
      hint.test(value) ||
      kind === 'actions' ||
      kind === 'reference' ||
      kind === 'links'
    )
      continue;
    if (/^(?:scribe|communications? lead|tech(?:nical)? lead)$/.test(key)) role(name)(record, value);
    else fields.find(([pattern]) => pattern.test(key))?.[1](record, value);
    if (
      /^(?:(?:incident|event|outage) )?(?:date|datum|fecha|day)(?: of (?:the )?(?:incident|event|outage))?$/.test(
        key,
      ) &&
      record.incident?.date === undefined
    ) {
      const date = findMoments(value)[0]?.date;
      const day = date && isoDay(resolveOrder(date, base.order));
      if (day !== undefined) record.incident = { ...record.incident, date: day };
    }
  }
}

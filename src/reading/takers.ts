import type { Block } from '../markdown/blocks.ts';
import { plainText } from '../markdown/plain.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { type PlacedAction, readActions } from './actions.ts';
import type { Note } from './header-fields.ts';
import type { Kind, KindSection } from './section-kind.ts';
import { listPoints, sourceOf } from './section-items.ts';

/** What a taker knows: the Markdown, the blocks that other fields hold already, and where to note places. */
export type Scope = { text: string; taken: readonly Block[]; note: Note };

/** Puts a section into fields of the record; gives the blocks that do not fit (all of them when none does). */
export type Take = (record: PostmortemRecord, section: KindSection, scope: Scope) => Block[];

const horizon = /\b(?:immediate|short|medium|long|near|term|weeks?|months?|quarters?|days?|hours?)\b/i;

const takeActions: Take = (record, section, { text, note }) => {
  const named = section.within.length > 0 && horizon.test(section.title) ? { horizon: section.title } : {};
  return section.blocks.filter((block) => {
    const actions = readActions(block, text);
    for (const placed of actions ?? []) addAction(record, placed, named, note);
    return actions === undefined;
  });
};

/** Adds an action with the places of its fields. */
export function addAction(
  record: PostmortemRecord,
  { action, from, to, fields }: PlacedAction,
  named: { horizon?: string },
  note: Note,
): void {
  const list = (record.actions ??= []);
  list.push({ ...named, ...action });
  const path = `actions[${list.length - 1}]`;
  note(path, from, to);
  for (const [field, span] of Object.entries(fields)) note(`${path}.${field}`, span.from, span.to);
}

const asPoints =
  (put: (record: PostmortemRecord, points: string[]) => void): Take =>
  (record, section, { text }) => {
    const rest: Block[] = [];
    for (const block of section.blocks) {
      const points = listPoints([block], text);
      if (!points || points.some((point) => point.checked !== undefined)) rest.push(block);
      else
        put(
          record,
          points.map((point) => point.text),
        );
    }
    return rest;
  };

const asProse =
  (has: (record: PostmortemRecord) => unknown, put: (record: PostmortemRecord, prose: string) => void): Take =>
  (record, section, { text, taken }) => {
    const prose = sourceOf(section.blocks, text, taken);
    if (prose === '' || has(record) !== undefined) return section.blocks;
    put(record, prose);
    return [];
  };

const takeDetection: Take = (record, section, { text }) => {
  const [only, more] = section.blocks;
  const prose = sourceOf(section.blocks, text);
  const fits = only?.type === 'paragraph' && more === undefined && prose !== '' && !prose.includes('\n');
  if (!fits || record.detection?.method !== undefined) return section.blocks;
  record.detection = { ...record.detection, method: prose };
  return [];
};

const roleBefore = /^(\p{L}[\p{L} /&-]{2,40}):\s+(\S.{0,120})$/u;
const roleAfter = /^(\p{Lu}[^()]{1,60}?)\s\(([^()]{2,60})\)$/u;
const roleWord =
  /\b(?:commander|lead|manager|scribe|owner|engineer|on ?call|responder|coordinator|liaison|facilitator|expert|leiter)\b/i;

/** Adds a role unless a label stated it already. */
function addRole(record: PostmortemRecord, role: string, name: string): void {
  const roles = (record.roles ??= []);
  const known = roles.some((other) => other.name === name && other.role?.toLowerCase() === role.toLowerCase());
  if (!known) roles.push({ role, name });
}

/** One of the people of a section: `Incident commander: Ann`, `Bo Lee (SRE)`, or a name. */
function addPerson(record: PostmortemRecord, text: string): void {
  const before = roleBefore.exec(text);
  const after = roleAfter.exec(text);
  if (before && roleWord.test(before[1] ?? '')) addRole(record, before[1] ?? '', before[2] ?? '');
  else (record.attendees ??= []).push(after ? { name: after[1], role: after[2] } : { name: text });
}

const whyAnswer = /^((?:why|warum|pourquoi)\b[^?]{0,300}\?)\s*(?:[-–—:]\s*)?(\S[^]*)?$/i;

/** `Why did it fail? Because ...`: a list of whys under a heading that says so. */
export const takeWhys: Take = (record, section, { text }) =>
  section.blocks.filter((block) => {
    const points = block.type === 'list' ? listPoints([block], text) : undefined;
    for (const point of points ?? []) {
      const [, question, answer] = whyAnswer.exec(plainText(point.text)) ?? [];
      (record.whys ??= []).push(
        question === undefined ? { answer: point.text } : { question, ...(answer === undefined ? {} : { answer }) },
      );
    }
    return points === undefined;
  });

/** Which field a section of a kind fills. A kind that is missing here goes to the custom sections. */
export const takers: Partial<Record<Kind, Take>> = {
  summary: asProse(
    (record) => record.summary?.text,
    (record, prose) => void (record.summary = { ...record.summary, text: prose }),
  ),
  impact: asProse(
    (record) => record.impact?.text,
    (record, prose) => void (record.impact = { ...record.impact, text: prose }),
  ),
  rootCause: asProse(
    (record) => record.rootCause?.primary,
    (record, prose) => void (record.rootCause = { ...record.rootCause, primary: prose }),
  ),
  resolution: asProse(
    (record) => record.resolution?.text,
    (record, prose) => void (record.resolution = { ...record.resolution, text: prose }),
  ),
  detection: takeDetection,
  factors: asPoints(
    (record, points) => void (record.factors = [...(record.factors ?? []), ...points.map((text) => ({ text }))]),
  ),
  trigger: asPoints(
    (record, points) =>
      void (record.factors = [...(record.factors ?? []), ...points.map((text) => ({ kind: 'trigger', text }))]),
  ),
  wentWell: asPoints(
    (record, points) => void (record.wentWell = [...(record.wentWell ?? []), ...points.map((text) => ({ text }))]),
  ),
  lucky: asPoints(
    (record, points) =>
      void (record.wentWell = [...(record.wentWell ?? []), ...points.map((text) => ({ area: 'luck', text }))]),
  ),
  wentWrong: asPoints(
    (record, points) => void (record.wentWrong = [...(record.wentWrong ?? []), ...points.map((text) => ({ text }))]),
  ),
  lessons: asPoints(
    (record, points) => void (record.lessons = [...(record.lessons ?? []), ...points.map((text) => ({ text }))]),
  ),
  related: asPoints(
    (record, points) => void (record.related = [...(record.related ?? []), ...points.map((text) => ({ text }))]),
  ),
  links: asPoints(
    (record, points) => void (record.links = [...(record.links ?? []), ...points.map((text) => ({ text }))]),
  ),
  people: asPoints((record, points) => {
    for (const text of points) addPerson(record, plainText(text) || text);
  }),
  actions: takeActions,
  prevention: takeActions,
};

import type { Finding } from '../record/finding.ts';
import type { PostmortemRecord } from '../record/record.ts';
import type { Said } from '../record/said.ts';

/** What a point of the agenda is about, in the order in which a meeting takes them. */
export const agendaKinds = ['disagree', 'confirm', 'cause', 'comment', 'question', 'action', 'finding'] as const;
export type AgendaKind = (typeof agendaKinds)[number];

/** One point of the agenda. */
export type AgendaPoint = {
  /** Stays the same while it speaks of the same place. */
  id: string;
  kind: AgendaKind;
  text: string;
  /** The text in parts, of findings: for those who tell it in another language. */
  says?: Said;
  /** What it speaks of, in the record. */
  path?: string;
};

/** An open thread of comments. */
export type OpenThread = { id: string; text: string };
/** Ids of the entries of a list, in its order. */
export type EntryIds = (key: string) => readonly string[];

const kindOf = ({ code }: Finding): AgendaKind => {
  if (/^(?:contradiction|order|impossible|invalid|clock|zone)\./.test(code)) return 'disagree';
  if (/^(?:root-cause|whys)\./.test(code)) return 'cause';
  if (code.startsWith('action.')) return 'action';
  return 'finding';
};

/** `actions[2].owner` as `actions/ID.owner`: entries come and go, and what was ticked stays ticked. */
function steady(path: string, ids: EntryIds): string {
  const [, key = '', index = '', rest = ''] = /^(\w+)\[(\d+)\](.*)$/.exec(path) ?? [];
  const id = key === '' ? undefined : ids(key)[Number(index)];
  return id === undefined ? path : `${key}/${id}${rest}`;
}

const isQuestion = (kind: string): boolean => /question|open|offen|frage/i.test(kind);

/**
 * The agenda of the meeting, made from the document: claims that disagree, milestones that nobody confirmed, causes, open comments and
 * questions, actions that lack something, and what else was found.
 */
export function agendaOf(
  record: PostmortemRecord,
  { findings, threads, ids }: { findings: readonly Finding[]; threads: readonly OpenThread[]; ids: EntryIds },
): AgendaPoint[] {
  const points: AgendaPoint[] = findings.map((finding) => {
    const { code, message, says, path } = finding;
    return {
      id: `finding/${code}/${path === undefined ? message.slice(0, 80) : steady(path, ids)}`,
      kind: kindOf(finding),
      text: message,
      ...(says?.message === undefined ? {} : { says: says.message }),
      ...(path === undefined ? {} : { path }),
    };
  });
  for (const [index, { milestone, inferred, text = '' }] of (record.timeline ?? []).entries())
    if (milestone !== undefined && inferred === true) {
      const path = `timeline[${index}]`;
      points.push({ id: `milestone/${steady(path, ids)}`, kind: 'confirm', text: `${milestone}: ${text}`, path });
    }
  for (const { id, text } of threads) points.push({ id: `comment/${id}`, kind: 'comment', text });
  for (const [index, { kind = '', text = '' }] of (record.meetingNotes ?? []).entries())
    if (isQuestion(kind)) {
      const path = `meetingNotes[${index}]`;
      points.push({ id: `question/${steady(path, ids)}`, kind: 'question', text, path });
    }
  const once = [...new Map(points.map((point) => [point.id, point])).values()];
  return once.toSorted((a, b) => agendaKinds.indexOf(a.kind) - agendaKinds.indexOf(b.kind));
}

import { z } from 'zod';
import { actionStages } from '../../figures/action-stage.ts';
import { defaultPolicy } from '../../record/policy.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { may } from '../access/permissions.ts';
import { partsOfMany } from '../home/parts.ts';
import { loadIncident } from '../incident/load.ts';
import { searchTexts } from '../search/texts.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { leastPool, matchAction, mostShare, type Subject, tells } from './match.ts';
import { stageOf, stateOf } from './states.ts';

const Input = z.strictObject({ incident: z.string() });
type Input = z.infer<typeof Input>;

const Item = z.object({
  incident: z.object({ key: z.string(), title: z.string().nullable() }),
  id: z.string(),
  label: z.string(),
  text: z.string(),
  owner: z.string(),
  due: z.string(),
  stage: z.enum(actionStages),
  /** Whole days since its due day; 0 while that is not over. */
  overdueDays: z.number().int(),
  /** Why: services of both incidents, and words of the action that the cause has, too. */
  services: z.array(z.string()),
  words: z.array(z.string()),
});
const Output = z.object({ items: z.array(Item) });
export type Matching = z.infer<typeof Output>;

/** Words that are looked for, candidates that are looked at, and actions that are named. */
const most = { stems: 60, candidates: 400, shown: 5 };

/** What an incident says of its cause: its title, too, for a new one says little else. */
function causeOf({ incident, summary, rootCause, factors, reasons, gaps }: PostmortemRecord): string {
  const listed = [factors, reasons, gaps].flatMap((list) => (list ?? []).map(({ text }) => text));
  return [incident?.title, summary?.rootCause, rootCause?.whatHappened, rootCause?.primary, ...listed]
    .filter((text) => text !== undefined)
    .join('\n')
    .slice(0, 20_000);
}

const stemStatement = `select stem, (select count(*) from (
    select 1 from action_head a where to_tsvector('english', a.text) @@ format('%L', stem)::tsquery limit $2) as few) as count
  from unnest($1::text[]) as stem`;

/** So many actions tell how rare a word is; counting all of them would take longer than all else. */
const poolStatement = 'select count(*) as count from (select from action_head limit 2000) as counted';

const candidateStatement = `select a.incident_id as "incidentId", a.number, a.id, a.label, a.text, a.owner, a.due, a.due_day as "dueDay",
    a.status, a.ticked, h.title, h.template, coalesce(s.services, '{}') as services,
    tsvector_to_array(to_tsvector('english', a.text)) as stems
  from action_head a join incident_head h on h.incident_id = a.incident_id left join search_document s on s.incident_id = a.incident_id
  where to_tsvector('english', a.text) @@ array_to_string(array(select format('%L', stem) from unnest($1::text[]) as stem), ' | ')::tsquery
    and a.number < $2::bigint and a.ticked <> 't' and a.status not in ('done', 'verified', 'declined', 'dropped')
    and (h.open or $3::uuid is null or exists (
      select 1 from incident_member m where m.incident_id = a.incident_id and m.person_id = $3::uuid))
  order by a.number desc, a.id limit ${most.candidates}`;

type Row = {
  number: string;
  id: string;
  label: string;
  text: string;
  owner: string;
  due: string;
  dueDay: string;
  status: string;
  ticked: '' | 't' | 'f';
  title: string | null;
  template: string;
  services: string[];
  stems: string[];
};

/** Stems of a text that tell what it is about. */
async function stemsOf({ database }: StoredContext, text: string): Promise<string[]> {
  const statement = `select tsvector_to_array(to_tsvector('english', $1)) as stems`;
  const { rows } = await database.query<{ stems: string[] }>({ text: statement, values: [text] });
  return (rows[0]?.stems ?? []).filter(tells).slice(0, most.stems);
}

async function matching(context: StoredContext, { incident: reference }: Input): Promise<Matching> {
  const incident = await loadIncident(context, reference, 'incident.see');
  const { actor, database, now, templates } = context;
  const keys = ['incident', 'summary', 'rootCause', 'factors', 'reasons', 'gaps'] as const;
  const record = (await partsOfMany(database, [incident.id], keys)).get(incident.id) ?? {};
  const [stems, ofTitle, { rows: sized }] = await Promise.all([
    stemsOf(context, causeOf(record)),
    stemsOf(context, record.incident?.title ?? ''),
    database.query<{ count: string }>({ text: poolStatement, values: [] }),
  ]);
  if (stems.length === 0) return { items: [] };
  const actions = Number(sized[0]?.count ?? 0);
  const limit = Math.ceil(Math.max(actions, leastPool) * mostShare) + 1;
  const counted = await database.query<{ stem: string; count: string }>({
    text: stemStatement,
    values: [stems, limit],
  });
  const known = counted.rows.map(({ stem, count }): [string, number] => [stem, Number(count)]);
  const subject: Subject = {
    services: searchTexts(record).services,
    stems: new Map(known.filter(([, count]) => count > 0 && count < limit)),
    title: new Set(ofTitle),
  };
  if (subject.stems.size === 0) return { items: [] };
  const member = may(actor, 'incident.see', { visibility: 'restricted' }) ? null : (actor.personId ?? actor.id);
  const values = [[...subject.stems.keys()], incident.number, member === '' ? null : member];
  const { rows } = await database.query<Row>({ text: candidateStatement, values });
  const today = now.slice(0, 10);
  const found = rows.flatMap((row) => {
    const policy = templates.find(({ name }) => name === row.template)?.policy ?? defaultPolicy;
    const match = stateOf(row, policy) === 'open' ? matchAction(subject, row, actions) : undefined;
    if (match === undefined) return [];
    const overdueMs = row.dueDay < today ? Date.parse(today) - Date.parse(row.dueDay) : 0;
    const { id, label, text, owner, due } = row;
    const item = {
      incident: { key: `INC-${row.number}`, title: row.title },
      id,
      label,
      text,
      owner,
      due,
      stage: stageOf(row, policy),
      overdueDays: Number.isNaN(overdueMs) ? 0 : overdueMs / 86_400_000,
      services: match.services,
      words: match.words,
    };
    return [{ score: match.score, item }];
  });
  const best = found.toSorted((a, b) => b.score - a.score).slice(0, most.shown);
  return { items: best.map(({ item }) => item) };
}

export const matchingActions: StoredOperation<Input, Matching> = {
  name: 'action.matching',
  sentence:
    'List open actions of earlier incidents that were to prevent what this one says of its cause, with the reason for each.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}/matching-actions' },
  run: matching,
};

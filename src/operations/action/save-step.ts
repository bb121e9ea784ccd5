import { sql } from 'kysely';
import { type ActionStage, stageWord } from '../../figures/action-stage.ts';
import type { FieldValues } from '../../record/value-at.ts';
import type { Change } from '../../store/commit.ts';
import { actorName } from '../access/actor.ts';
import { HindcastError } from '../errors.ts';
import { setFields } from '../part/set-fields.ts';
import { replacePart } from '../part/statements.ts';
import { save } from '../save.ts';
import type { StoredContext } from '../stored-operation.ts';
import { actionName, type Followed } from './followed.ts';
import type { Proof } from './proof.ts';
import { stepOf, type StepName } from './steps.ts';

/** What a step changes and says. Fields that are absent stay as they are. */
export type Taken = {
  step: StepName;
  to: ActionStage;
  owner?: string | undefined;
  due?: string | undefined;
  verification?: string | undefined;
  label?: string | undefined;
  said?: string | undefined;
  proof?: Proof;
  /** What else has to be saved with it. */
  changes?: Change[];
};

/** Where an action is after a step. */
export type Stepped = { id: string; label: string; stage: ActionStage; owner: string; due: string };

const fields = ['label', 'owner', 'due', 'verification'] as const;
const inRecord = { label: 'id', owner: 'owner', due: 'due', verification: 'verification' } as const;

/** What of a draft has to be set so that it says what holds now: the status and tick and the name only where its template shows them. */
function edits(followed: Followed, { to }: Taken, next: Record<(typeof fields)[number], string>): FieldValues {
  const { part, template } = followed;
  const has = (path: string) => template === undefined || template.paths.has(`actions.${path}`);
  const set: FieldValues = {};
  for (const field of fields) {
    const path = inRecord[field];
    const isShown = field === 'owner' || field === 'due' || has(path);
    if (isShown && next[field] !== (part.value[path] ?? '')) set[path] = next[field];
  }
  const isDone = to === 'done' || to === 'verified';
  if (to !== followed.stage && (has('status') || part.value.status !== undefined)) set['status'] = stageWord(to);
  if ((has('done') || part.value.done !== undefined) && (part.value.done ?? false) !== isDone) set['done'] = isDone;
  return set;
}

const tick = (done: boolean | undefined): string => (done === undefined ? '' : done ? 't' : 'f');

/** @throws HindcastError `action.elsewhere` for a step that does not go from where the action is */
export function requireFrom(followed: Followed, step: StepName): void {
  const { from } = stepOf(step);
  const { stage } = followed;
  if (from.includes(stage)) return;
  const details = { action: actionName(followed), stage, step: `action.${step}`, from: from.join(', ') };
  throw new HindcastError('action.elsewhere', details);
}

/**
 * Saves a step: into the document as long as that is a draft, else beside it, so that what was signed stays what it was (decision
 * 0023). The same statement keeps the step itself.
 */
export function saveStep(context: StoredContext, followed: Followed, taken: Taken): Promise<Stepped> {
  const { incident, part, version, stage } = followed;
  const { step, to, said = '', proof, changes = [] } = taken;
  const next = {
    label: taken.label ?? followed.label,
    owner: taken.owner ?? followed.owner,
    due: taken.due ?? followed.due,
    verification: taken.verification ?? followed.verification,
  };
  const isDraft = incident.status === 'draft';
  const set = isDraft ? edits(followed, taken, next) : {};
  const changed = Object.keys(set).length > 0;
  const edited = changed ? setFields(part, set, part.version).part : part;
  const value = edited.value as Followed['part']['value'];
  // Beside the document stands what it does not say itself.
  const beside = (field: (typeof fields)[number]) => {
    const written = value[inRecord[field]] ?? '';
    return next[field] === written ? '' : next[field];
  };
  const row = [stageWord(to), beside('owner'), beside('due'), beside('verification'), beside('label')];
  const seen = [value.status ?? '', tick(value.done), value.owner ?? '', value.due ?? ''];
  const given = JSON.stringify([...row, ...seen]);
  const at = (index: number) => sql`given->>${sql.lit(index)}`;
  const follow = sql`insert into action_follow
      (incident_id, id, version, status, owner, due, verification, label, seen_status, seen_ticked, seen_owner, seen_due)
    select ${incident.id}::uuid, ${part.id}, ${version + 1}::integer, ${at(0)}, left(${at(1)}, 300), left(${at(2)}, 100), ${at(3)},
      left(${at(4)}, 100), left(${at(5)}, 100), ${at(6)}, left(${at(7)}, 300), left(${at(8)}, 100) from (select ${given}::json as given) as one
    on conflict (incident_id, id) do update set version = excluded.version, status = excluded.status, owner = excluded.owner,
      due = excluded.due, verification = excluded.verification, label = excluded.label, seen_status = excluded.seen_status,
      seen_ticked = excluded.seen_ticked, seen_owner = excluded.seen_owner, seen_due = excluded.seen_due
    where action_follow.version = ${version}::integer`;
  const differs = (name: 'owner' | 'due') => (next[name] === followed[name] ? null : next[name]);
  const kept = sql`insert into action_step (incident_id, id, number, step, from_stage, to_stage, at, by, said, proof, owner, due)
    values (${incident.id}::uuid, ${part.id}, ${version + 1}, ${step}, ${stage}, ${to}, ${context.now}::timestamptz,
      ${actorName(context.actor)}, ${said}, ${proof === undefined ? null : JSON.stringify(proof)}::json, ${differs('owner')}, ${differs('due')})`;
  return save(context, {
    operation: `action.${step}`,
    incidentId: incident.id,
    subject: `actions/${part.id}`,
    payload: {
      action: next.label,
      from: stage,
      to,
      ...(said === '' ? {} : { said }),
      ...(proof === undefined ? {} : { proof }),
      ...(differs('owner') === null ? {} : { owner: next.owner }),
      ...(differs('due') === null ? {} : { due: next.due }),
      ...(changed ? { set, version: edited.version } : {}),
    },
    changes: [
      ...(changed ? [replacePart(incident.id, edited, part.version)] : []),
      { statement: follow },
      { statement: kept },
      ...changes,
    ],
    result: { id: part.id, label: next.label, stage: to, owner: next.owner, due: next.due },
  });
}

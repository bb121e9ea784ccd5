import { type ActionStage, actionStage } from '../../figures/action-stage.ts';
import type { Action } from '../../record/followup.ts';
import { defaultPolicy, type Policy } from '../../record/policy.ts';
import type { Template } from '../../templates/index.ts';
import type { Permission } from '../access/permissions.ts';
import { HindcastError } from '../errors.ts';
import { type IncidentRow, loadIncident } from '../incident/load.ts';
import type { Part } from '../part/assemble.ts';
import { loadPart } from '../part/load.ts';
import type { StoredContext } from '../stored-operation.ts';

/** What holds of an action today, and what the document says of the same. */
export type Followed = {
  incident: IncidentRow;
  template: Template | undefined;
  policy: Policy;
  /** Its entry in the record. */
  part: Part & { value: Action };
  /** Version of what stands beside the document; 0 for nothing. */
  version: number;
  stage: ActionStage;
  /** What the document itself says of that. */
  stated: ActionStage;
  label: string;
  owner: string;
  due: string;
  verification: string;
};

type Row = {
  id: string;
  label: string;
  owner: string;
  due: string;
  status: string;
  ticked: string;
  version: number | null;
  verification: string | null;
};

const statement = `select h.id, h.label, h.owner, h.due, h.status, h.ticked, f.version, f.verification
  from action_head h left join action_follow f on f.incident_id = h.incident_id and f.id = h.id
  where h.incident_id = $1 and (h.id = $2 or upper(h.label) = upper($2)) order by h.id = $2 desc, h.id limit 1`;

/**
 * Loads an action by the id of its entry, or by what the document calls it (`AI-001`).
 * @throws HindcastError `record.entry-not-found`, and what `loadIncident` throws
 */
export async function loadFollowed(
  context: StoredContext,
  reference: { incident: string; id: string },
  permission: Permission,
): Promise<Followed> {
  const incident = await loadIncident(context, reference.incident, permission);
  const { rows } = await context.database.query<Row>({ text: statement, values: [incident.id, reference.id] });
  const [row] = rows;
  const part = row && (await loadPart(context, incident.id, 'actions', row.id));
  if (part === undefined) throw new HindcastError('record.entry-not-found', { key: 'actions', id: reference.id });
  const template = context.templates.find(({ name }) => name === incident.template);
  const policy = template?.policy ?? defaultPolicy;
  const value = part.value as Action;
  const { label, owner, due, status, ticked, version, verification } = row as Row;
  return {
    incident,
    template,
    policy,
    part: { ...part, value },
    version: version ?? 0,
    stage: actionStage({ status, ...(ticked === '' ? {} : { done: ticked === 't' }) }, policy),
    stated: actionStage(value, policy),
    label,
    owner,
    due,
    verification: verification !== null && verification !== '' ? verification : (value.verification ?? ''),
  };
}

/** The name of an action in messages: what the document calls it, else its first words. */
export const actionName = ({ label, part }: Pick<Followed, 'label' | 'part'>): string =>
  label !== '' ? label : `“${(part.value.text ?? part.id).slice(0, 60)}”`;

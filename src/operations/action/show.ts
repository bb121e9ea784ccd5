import { z } from 'zod';
import { actionStages } from '../../figures/action-stage.ts';
import { may } from '../access/permissions.ts';
import { actorNames } from '../history/actor-names.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { dueByHorizon } from './commit.ts';
import { type Followed, loadFollowed } from './followed.ts';
import { Proof } from './proof.ts';
import { actionReference } from './step-schemas.ts';
import { actionSteps, type StepName } from './steps.ts';

const Input = z.strictObject(actionReference);
type Input = z.infer<typeof Input>;

const Step = z.object({
  number: z.number().int(),
  step: z.string(),
  from: z.enum(actionStages),
  to: z.enum(actionStages),
  at: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  /** Its reason or note. */
  said: z.string().optional(),
  proof: Proof.optional(),
  /** Whom and when it was given to, where that changed. */
  owner: z.string().optional(),
  due: z.string().optional(),
});
const Output = z.object({
  incident: z.object({ id: z.string(), key: z.string(), status: z.string() }),
  id: z.string(),
  label: z.string(),
  text: z.string(),
  stage: z.enum(actionStages),
  owner: z.string(),
  due: z.string(),
  /** How it will be seen that it worked. */
  verification: z.string(),
  priority: z.string(),
  horizon: z.string(),
  ticket: z.string(),
  /** The day its horizon would give it, while it has none. */
  suggestedDue: z.string().optional(),
  /** What the document itself says, where something else holds by now. */
  document: z.object({ status: z.string(), owner: z.string(), due: z.string() }).optional(),
  /** What happened to it, the first step first. */
  steps: z.array(Step),
  /** Steps it can take from here that the caller may take. */
  next: z.array(z.string()),
});
export type ActionShown = z.infer<typeof Output>;

type Row = {
  number: number;
  step: string;
  from_stage: (typeof actionStages)[number];
  to_stage: (typeof actionStages)[number];
  at: Date;
  by: string;
  said: string;
  proof: Proof | null;
  owner: string | null;
  due: string | null;
};

async function stepsOf(context: StoredContext, { incident, part }: Followed): Promise<ActionShown['steps']> {
  const text = `select number, step, from_stage, to_stage, at, by, said, proof, owner, due from action_step
    where incident_id = $1 and id = $2 order by number`;
  const { rows } = await context.database.query<Row>({ text, values: [incident.id, part.id] });
  const names = await actorNames(
    context,
    rows.map(({ by }) => by),
  );
  return rows.map(({ number, step, from_stage: from, to_stage: to, at, by, said, proof, owner, due }) => ({
    number,
    step,
    from,
    to,
    at: at.toISOString(),
    by: { id: by, name: names.get(by) ?? by },
    ...(said === '' ? {} : { said }),
    ...(proof === null ? {} : { proof }),
    ...(owner === null ? {} : { owner }),
    ...(due === null ? {} : { due }),
  }));
}

/** The steps an action can take next, of those that the caller may take. */
function nextOf({ actor }: StoredContext, { incident, stage }: Followed): StepName[] {
  const subject = { status: incident.status, visibility: incident.visibility, member: true };
  const fitting = actionSteps.filter(({ from }) => (from as readonly string[]).includes(stage));
  return fitting.filter(({ permission }) => may(actor, permission, subject)).map(({ name }) => name);
}

async function show(context: StoredContext, input: Input): Promise<ActionShown> {
  const followed = await loadFollowed(context, input, 'incident.see');
  const { incident, part, stage, label, owner, due, verification } = followed;
  const { text = '', priority = '', horizon = '', ticket = '', status = '' } = part.value;
  const said = { status, owner: part.value.owner ?? '', due: part.value.due ?? '' };
  const differs = said.owner !== owner || said.due !== due || followed.stated !== stage;
  const suggested = due === '' ? await dueByHorizon(context, followed) : undefined;
  return {
    incident: { id: incident.id, key: `INC-${incident.number}`, status: incident.status },
    id: part.id,
    label,
    text,
    stage,
    owner,
    due,
    verification,
    priority,
    horizon,
    ticket,
    ...(suggested === undefined ? {} : { suggestedDue: suggested }),
    ...(differs ? { document: said } : {}),
    steps: await stepsOf(context, followed),
    next: nextOf(context, followed),
  };
}

export const showAction: StoredOperation<Input, ActionShown> = {
  name: 'action.show',
  sentence: 'Show an action: where it stands, what happened to it, and what can be done with it now.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}/actions/{id}' },
  run: show,
};

import { english, type Said, say } from '../../record/said.ts';
import { materialOf } from '../document/write.ts';
import type { Signoff } from '../signoffs/signoff.ts';
import { openRoles } from '../signoffs/rules.ts';
import { silenceFindings } from '../silence.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Template } from '../../templates/index.ts';
import type { State } from './state.ts';
import type { Gate } from './steps.ts';

/** One thing that stands in the way of a step, and what to do about it. */
export type Blocker = {
  code: string;
  sentence: string;
  remedy: string;
  path?: string;
  role?: string;
  says?: { sentence?: Said; remedy?: Said };
};

/** Findings that stand in the way beside errors: the template wants what is missing. */
const blocking = new Set(['missing.part']);

function contentBlockers({ config, now }: StoredContext, template: Template, { current }: State): Blocker[] {
  const { findings } = materialOf(current.record, template, now);
  return silenceFindings(findings, config.silence)
    .findings.filter(({ code, severity }) => severity === 'error' || blocking.has(code))
    .map(({ code, message, remedy, path, says }) => ({
      code,
      sentence: message,
      remedy,
      ...(path === undefined ? {} : { path }),
      ...(says?.message === undefined ? {} : { says: { sentence: says.message } }),
    }));
}

const blocker = (code: string, says: Said, remedy: Said, role?: string): Blocker => ({
  code,
  sentence: english(says),
  remedy: english(remedy),
  says: { sentence: says, remedy },
  ...(role === undefined ? {} : { role }),
});

function missingSignature(role: string, signoffs: readonly Signoff[]): Blocker {
  const last = signoffs.findLast((signoff) => signoff.role === role);
  const remedy = say`The ${role} signs this content.`;
  if (last === undefined) return blocker('signoff.missing', say`Nobody has signed as ${role}.`, remedy, role);
  const why = last.voided?.sentence ?? say`void: the content has changed since`;
  return blocker('signoff.voided', say`The signature of ${last.person.name} as ${role} is ${why}.`, remedy, role);
}

/** How many people there are who may sign. Members only, of a restricted incident, besides admins. */
async function signers({ database }: StoredContext, incidentId: string): Promise<number> {
  const { rows } = await database.query<{ count: string }>({
    text: `select count(*) from person p, incident i where i.id = $1 and p.disabled_at is null and p.role <> 'viewer'
      and (i.visibility <> 'restricted' or p.role in ('admin', 'owner')
        or exists (select 1 from incident_member m where m.incident_id = i.id and m.person_id = p.id))`,
    values: [incidentId],
  });
  return Number(rows[0]?.count);
}

async function signatureBlockers(
  context: StoredContext,
  incidentId: string,
  template: Template,
  state: State,
): Promise<Blocker[]> {
  const { policy } = template;
  const missing = openRoles(policy, state.signoffs).map((role) => missingSignature(role, state.signoffs));
  const people = missing.length === 0 || policy.signoffBySamePerson ? Infinity : await signers(context, incidentId);
  if (people >= policy.signoff.length) return missing;
  const few = blocker(
    'signoff.too-few-people',
    say`${policy.signoff.length} different people have to sign, and only ${people} may.`,
    say`Invite editors or approvers, or let the template say \`signoffBySamePerson: true\`.`,
  );
  return [few, ...missing];
}

/** What stands in the way of a step with this gate. */
export async function blockersOf(
  context: StoredContext,
  incidentId: string,
  template: Template,
  state: State,
  gate: Gate,
): Promise<Blocker[]> {
  if (gate === 'none') return [];
  const content = contentBlockers(context, template, state);
  return gate === 'content'
    ? content
    : [...content, ...(await signatureBlockers(context, incidentId, template, state))];
}

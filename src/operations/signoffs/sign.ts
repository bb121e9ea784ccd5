import { sql } from 'kysely';
import { z } from 'zod';
import type { Change } from '../../store/commit.ts';
import { HindcastError } from '../errors.ts';
import { type IncidentRow, loadIncident } from '../incident/load.ts';
import { loadState } from '../lifecycle/state.ts';
import { Assertion } from '../passkeys/answers.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { templateToWrite } from '../template/find.ts';
import { loadPasskeys, passkeySignature } from './passkeys.ts';
import { openRoles, requireTurn } from './rules.ts';
import { serverSignature } from './server-key.ts';
import type { Signature } from './signature.ts';
import { challengeId, type Statement } from './statement.ts';
import { tellNextSigners } from './tell-next.ts';

const Input = z.strictObject({
  incident: z.string(),
  /** As `signoff.prepare` gave it. */
  statement: z.string().max(4000),
  /** What `navigator.credentials.get` gave for the options of `signoff.prepare`, as JSON. */
  assertion: Assertion.optional(),
});
type Input = z.infer<typeof Input>;

const Output = z.object({ id: z.string(), role: z.string(), version: z.number().int(), sha256: z.string() });

/** What was prepared and not yet signed. @throws HindcastError `signoff.stale` */
async function prepared(
  { actor, database, now }: StoredContext,
  incident: IncidentRow,
  text: string,
): Promise<Statement> {
  const row = await database.kysely
    .selectFrom('challenge')
    .select('id')
    .where('id', '=', challengeId(text))
    .where('purpose', '=', 'signoff')
    .where('person_id', '=', actor.id)
    .where('used_at', 'is', null)
    .where(sql<boolean>`expires_at > ${now}::timestamptz`)
    .executeTakeFirst();
  const statement = row === undefined ? undefined : (JSON.parse(text) as Statement);
  if (statement?.incident.id !== incident.id)
    throw new HindcastError('signoff.stale', {
      reason: 'it was not prepared here, was used, or is older than ten minutes',
    });
  return statement;
}

type Made = { signature: Signature; change?: Change };

async function made(context: StoredContext, { method }: Statement, { statement, assertion }: Input): Promise<Made> {
  const passkeys = await loadPasskeys(context, context.actor.id);
  if (passkeys.length > 0 !== (method === 'passkey'))
    throw new HindcastError('signoff.stale', { reason: 'your passkeys have changed since' });
  if (method === 'server') return { signature: await serverSignature(context, statement) };
  if (assertion === undefined) throw new HindcastError('signoff.assertion', { reason: 'there is none' });
  return passkeySignature(context, passkeys, statement, assertion);
}

/** Two who sign at once take turns at the incident's version: role order and one role a person hold. */
function changesFor(
  context: StoredContext,
  incident: IncidentRow,
  id: string,
  input: Input,
  statement: Statement,
  { signature, change }: Made,
): Change[] {
  const { keyId, bytes, publicKey, assertion } = signature;
  const proof = JSON.stringify({ publicKey, ...assertion });
  return [
    {
      statement: sql`insert into signoff (id, incident_id, version, role, person_id, sha256, statement, method, key_id, signature, assertion, at)
        values (${id}::uuid, ${incident.id}::uuid, ${statement.version}, ${statement.role}, ${context.actor.id}::uuid, ${statement.sha256},
          ${input.statement}, ${statement.method}, ${keyId}, ${bytes}::bytea, ${proof}::jsonb, ${context.now}::timestamptz)`,
    },
    {
      statement: sql`update challenge set used_at = ${context.now}::timestamptz where id = ${challengeId(input.statement)} and used_at is null`,
    },
    {
      statement: sql`update incident set version = version + 1 where id = ${incident.id}::uuid and version = ${incident.version}`,
    },
    ...(change === undefined ? [] : [change]),
  ];
}

export const signSignoff: StoredOperation<Input, z.infer<typeof Output>> = {
  name: 'signoff.sign',
  sentence: 'Sign a prepared statement: with your passkey, or by the server over how you signed in if you have none.',
  permission: 'signoff.sign',
  effect: 'write',
  settled: true,
  input: Input,
  output: Output,
  route: { method: 'POST', path: '/incidents/{incident}/signoffs' },
  run: (context, input) =>
    retried(async () => {
      const incident = await loadIncident(context, input.incident, 'signoff.sign');
      const statement = await prepared(context, incident, input.statement);
      const { policy } = templateToWrite(incident.template, undefined, context.templates);
      const state = await loadState(context, incident);
      if (state.current.sha256 !== statement.sha256)
        throw new HindcastError('signoff.stale', { reason: 'the content was changed since' });
      requireTurn(policy, state, { role: statement.role, personId: context.actor.id });
      const signed = await made(context, statement, input);
      const id = context.newId();
      const { role, version, sha256 } = statement;
      const { keyId, publicKey, bytes, assertion } = signed.signature;
      const signature = Buffer.from(bytes).toString('base64');
      const next = openRoles(policy, state.signoffs).find((open) => open !== role);
      const told = await tellNextSigners(context, incident, state, next);
      return save(context, {
        operation: 'signoff.sign',
        incidentId: incident.id,
        subject: `signoff/${id}`,
        payload: { statement: input.statement, keyId, publicKey, signature, assertion: assertion ?? null },
        changes: [...changesFor(context, incident, id, input, statement, signed), ...told],
        result: { id, role, version, sha256 },
      });
    }),
};

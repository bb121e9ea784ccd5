import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Change } from '../../store/commit.ts';
import { type IncidentRow, loadIncident } from '../incident/load.ts';
import { loadState, type State } from '../lifecycle/state.ts';
import { relyingParty } from '../passkeys/relying-party.ts';
import { retried, save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { templateToWrite } from '../template/find.ts';
import { insertVersion } from '../versions/make.ts';
import { paperOf } from '../versions/paper.ts';
import { loadPasskeys, type Passkey } from './passkeys.ts';
import { requireTurn } from './rules.ts';
import { challengeId, challengeOf, type Statement, statementText } from './statement.ts';
import { webAuthn } from '../access/webauthn.ts';

/** Minutes within which what was prepared is to be signed. */
const minutesToSign = 10;

const Input = z.strictObject({ incident: z.string(), role: z.string().min(1).max(200) });

const Output = z.object({
  /** Canonical JSON. Show it to the person, and send it back to `signoff.sign` as it is. */
  statement: z.string(),
  method: z.enum(['passkey', 'server']),
  /** Options for `navigator.credentials.get`, for people with a passkey: the challenge is the statement's SHA-256. */
  passkey: z.custom<PublicKeyCredentialRequestOptionsJSON>().optional(),
  expiresAt: z.string(),
});
type Output = z.infer<typeof Output>;

const passkeyOptions = async (
  origin: string,
  text: string,
  passkeys: Passkey[],
): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  (await webAuthn()).generateAuthenticationOptions({
    rpID: relyingParty(origin).id,
    challenge: challengeOf(text),
    allowCredentials: passkeys.map(({ id, transports }) => ({ id, transports })),
    userVerification: 'required',
    timeout: minutesToSign * 60_000,
  });

/** What is signed is a version: the newest when it holds this content, else one made now. */
function versionToSign(
  context: StoredContext,
  incident: IncidentRow,
  state: State,
): { number: number; changes: Change[] } {
  const [newest] = state.versions;
  if (newest?.sha256 === state.current.sha256) return { number: newest.number, changes: [] };
  const number = (newest?.number ?? 0) + 1;
  const version = { number, status: state.status, markdown: paperOf(context, incident, state) };
  return { number, changes: [insertVersion(context, incident, state.current, version)] };
}

function keep(context: StoredContext, text: string, expiresAt: string): Change {
  const value = JSON.stringify({ statement: text });
  return {
    statement: sql`insert into challenge (id, purpose, person_id, value, expires_at)
      values (${challengeId(text)}, 'signoff', ${context.actor.id}::uuid, ${value}::jsonb, ${expiresAt}::timestamptz)
      on conflict (id) do update set expires_at = excluded.expires_at`,
  };
}

export const prepareSignoff: StoredOperation<z.infer<typeof Input>, Output> = {
  name: 'signoff.prepare',
  sentence:
    'Make the statement that you sign as one role of the template, with the challenge for your passkey if you have one.',
  permission: 'signoff.sign',
  effect: 'write',
  settled: true,
  input: Input,
  output: Output,
  route: { method: 'POST', path: '/incidents/{incident}/signoffs/prepare' },
  run: async (context, { incident: reference, role }) => {
    const { actor, now, origin } = context;
    const incident = await loadIncident(context, reference, 'signoff.sign');
    const { policy } = templateToWrite(incident.template, undefined, context.templates);
    return retried(async () => {
      const state = await loadState(context, incident);
      requireTurn(policy, state, { role, personId: actor.id });
      const passkeys = await loadPasskeys(context, actor.id);
      const { number, changes } = versionToSign(context, incident, state);
      const statement: Statement = {
        kind: 'hindcast sign-off 1',
        origin,
        incident: { id: incident.id, key: `INC-${incident.number}` },
        version: number,
        role,
        person: { id: actor.id, name: actor.name },
        at: now,
        sha256: state.current.sha256,
        method: passkeys.length > 0 ? 'passkey' : 'server',
        signedInBy: actor.via ?? 'email-link',
      };
      const text = statementText(statement);
      const expiresAt = new Date(Date.parse(now) + minutesToSign * 60_000).toISOString();
      const passkey = passkeys.length > 0 ? { passkey: await passkeyOptions(origin, text, passkeys) } : {};
      return save(context, {
        operation: 'signoff.prepare',
        incidentId: incident.id,
        subject: role,
        payload: { statement },
        changes: [keep(context, text, expiresAt), ...changes],
        result: { statement: text, method: statement.method, ...passkey, expiresAt },
      });
    });
  },
};

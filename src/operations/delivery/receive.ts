import { hash } from 'node:crypto';
import type { Answer, CheckMeans, Delivery } from '../../sources/index.ts';
import type { Database } from '../../store/database.ts';
import { keepDelivery } from '../../store/deliveries/keep-delivery.ts';
import { noteRefused } from '../../store/deliveries/note-refused.ts';
import type { EvidenceStore } from '../../store/evidence/index.ts';
import type { Config } from '../config.ts';
import { HindcastError } from '../errors.ts';
import { fromStore } from '../evidence/store-problem.ts';
import type { KnownHook } from '../hook/known.ts';
import { describedSources, sourceNamed } from '../hook/source-of.ts';
import { keptMasking } from '../settings/kept-masking.ts';
import { keptHeaders } from './kept-headers.ts';
import { prepareDelivery, type Prepared } from './prepare.ts';
import { largeBytes, prepareApart } from './prepare-apart.ts';

/** What a delivery is received with. */
export type Intake = {
  database: Database;
  evidence: EvidenceStore;
  means: CheckMeans;
  /** Where the team describes sources of its own. */
  config: Pick<Config, 'sources'>;
  /** Asked before a refusal is written down. @throws HindcastError `rate.limited` */
  takeRefusal: () => void;
};

const kept: Answer = { status: 200, type: 'application/json', body: '{"kept":true}' };

/** Greetings are short; nobody looks for one in a long body. */
const mostGreeting = 100_000;

/** The bytes by the megabyte, so that others have their turn between two. */
async function* inParts(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 1_000_000) yield bytes.subarray(from, from + 1_000_000);
}

async function prepared(intake: Intake, { source }: KnownHook, delivery: Delivery): Promise<Prepared> {
  const settings = await keptMasking.of(intake.database);
  const prepare = delivery.body.length > largeBytes ? prepareApart : prepareDelivery;
  try {
    const result = await prepare(source, delivery, settings);
    const described = describedSources(intake.config).find(({ name }) => name === source);
    const name = described?.webhook?.identity?.(delivery);
    return name === undefined ? result : { ...result, name: `name ${name}` };
  } catch (error) {
    const reason = error instanceof TypeError ? 'it is no UTF-8 text' : 'it could not be looked through for secrets';
    throw new HindcastError('hook.broken', { reason });
  }
}

/** The identity of a delivery as the database knows it: one name is one delivery of its hook, and of no other. */
export const identityOf = (hookId: string, name: string): string =>
  hash('sha256', `${hookId}\n${name}`, 'hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

async function refuse(intake: Intake, hook: KnownHook, delivery: Delivery, reason: string): Promise<never> {
  intake.takeRefusal();
  await noteRefused(intake.database, {
    hookId: hook.id,
    receivedAt: new Date(delivery.receivedMs).toISOString(),
    headers: JSON.stringify(keptHeaders(delivery.headers)),
    bytes: delivery.body.length,
    reason,
  });
  throw new HindcastError('hook.refused', { reason });
}

/**
 * Takes a delivery: proves its sender, answers a greeting, masks, and stores it durably before it is answered. One that came before
 * is answered as it was then.
 * @throws HindcastError `hook.refused`, which is written down; `hook.broken`; StoreError when it could not be stored
 */
export async function receiveDelivery(intake: Intake, hook: KnownHook, delivery: Delivery): Promise<Answer> {
  const webhook = sourceNamed(hook.source, intake.config)?.webhook;
  const reason = await webhook?.refusal?.(delivery, hook.secret ?? undefined, intake.means);
  if (reason !== undefined) return refuse(intake, hook, delivery, reason);
  if (delivery.body.length <= mostGreeting) {
    const answer = await webhook?.greeting?.(delivery, intake.means);
    if (answer !== undefined) return answer;
  }
  const { body, sha256, masked, name } = await prepared(intake, hook, delivery);
  const isLarge = body.length > largeBytes;
  if (isLarge) await fromStore(intake.evidence.put(inParts(body), { maxBytes: body.length }));
  await keepDelivery(intake.database, {
    hookId: hook.id,
    receivedAt: new Date(delivery.receivedMs).toISOString(),
    identity: identityOf(hook.id, name),
    headers: JSON.stringify(keptHeaders(delivery.headers)),
    bytes: delivery.body.length,
    body: isLarge ? null : body,
    sha256,
    masked: Object.keys(masked).length === 0 ? null : JSON.stringify(masked),
  });
  return kept;
}

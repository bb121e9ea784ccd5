import { hash } from 'node:crypto';
import type { SourceEvent, SourceReading } from '../../sources/index.ts';
import { conditionOf } from './condition-of.ts';
import { factNear } from './fact-near.ts';

/** A signal as one delivery tells it: a row of `signal`, but for what is counted. */
export type ToldSignal = {
  id: string;
  key: string;
  source: string;
  service: string | null;
  severity: string | null;
  epoch_ms: number;
  text: string;
  actor: string | null;
  condition_key: string | null;
  condition_name: string | null;
  condition_state: 'open' | 'closed' | null;
  fold: string | null;
  event: Omit<SourceEvent, 'evidence' | 'key'>;
  pointer: string;
  rank: string;
};

/** The name a body has while it is read; pointers begin with it. */
export const bodyName = 'body';

/** Numbers in a form whose order as text is their own. */
const inOrder = (value: number): string =>
  String(Math.max(0, Math.min(Math.trunc(value), Number.MAX_SAFE_INTEGER))).padStart(16, '0');

const uuidOf = (text: string): string =>
  hash('sha256', text, 'hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** The place in the body: what stands behind `body#`. */
const pointerOf = (evidence: string): string =>
  evidence.startsWith(`${bodyName}#`) ? evidence.slice(bodyName.length + 1) : '';

/** A text that a database keeps, cut where it is longer: the whole stands in the original. */
const cut = (text: string, most: number): string => text.slice(0, most).replaceAll('\0', '').toWellFormed();
const cutOr = (text: string | undefined, most: number): string | null => (text === undefined ? null : cut(text, most));

/**
 * The signals that a reading tells. Of several deliveries that tell one, that of the highest rank is kept: the one that counted more,
 * then the later one, then any, but always the same. Pure.
 * @param service of the hook, which is then that of all its signals
 * @param sha256 of the stored body, in hex
 */
export function toldSignals(reading: SourceReading, service: string | null, sha256: string): ToldSignal[] {
  const { source, events, conditions, facts } = reading;
  const serviceAt = factNear(facts.services);
  const severityAt = factNear(facts.severities);
  const turnOf = conditionOf(conditions);
  const told = new Map<string, ToldSignal>();
  for (const { key, evidence, ...event } of events) {
    if (!Number.isFinite(event.epochMs)) continue;
    const turn = turnOf({ key });
    const content = hash('sha256', JSON.stringify(event), 'hex').slice(0, 16);
    const signal: ToldSignal = {
      id: uuidOf(`${source}\n${key}`),
      key: cut(key, 2000),
      source,
      service: service ?? cutOr(serviceAt(evidence)?.value, 200),
      severity: cutOr(severityAt(evidence)?.value, 100),
      epoch_ms: event.epochMs,
      text: cut(event.text, 1000),
      actor: cutOr(event.actor, 200),
      condition_key: cutOr(turn?.key, 2000),
      condition_name: cutOr(turn?.name, 300),
      condition_state: turn?.state ?? null,
      fold: cutOr(event.fold, 2000),
      event,
      pointer: cut(pointerOf(evidence), 1000),
      rank: `${inOrder(event.count ?? 0)} ${inOrder(event.lastMs ?? 0)} ${content} ${sha256.slice(0, 16)}`,
    };
    const known = told.get(signal.id);
    if (known === undefined || known.rank < signal.rank) told.set(signal.id, signal);
  }
  return [...told.values()];
}

import type { ChainFound } from '../evidence/verify-chain.ts';
import type { DatedVerdict } from '../ledger/recent-verdict.ts';
import type { CountedEvents } from './counted-events.ts';

/** What is known when the audit section is filled. */
export type AuditFacts = DatedVerdict & {
  /** The name of the log, as its checkpoints and keys have it. */
  log: { name: string };
  chains: ChainFound[];
  events: CountedEvents;
  evidence: { attached: number; stored: number };
  /** Epoch milliseconds. */
  startMs: number | undefined;
  anchor: { size: number; kind: string; place: string; at: string } | undefined;
};

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;

const minute = (at: string): string => `${at.slice(0, 16)}Z`;

function chainIntact({ verdict, at, log, chains }: AuditFacts): string {
  const when = at === undefined ? '' : ` at ${minute(at)}`;
  const own = verdict.intact
    ? `${count(verdict.entries, 'entry', 'entries')} of the ledger ${log.name} verified${when}`
    : verdict.problems.slice(0, 3).join('; ');
  const known = chains.filter(({ state }) => state !== 'unrecognised');
  const others = known.map(({ name, state, entries, broken }) =>
    state === 'intact'
      ? `${name}: ${count(entries, 'entry', 'entries')} intact`
      : `${name}: line ${broken?.line}, ${broken?.reason}`,
  );
  const intact = verdict.intact && known.every(({ state }) => state === 'intact');
  return `${intact ? 'Yes' : 'No'} (${[own, ...others].join('; ')})`;
}

function eventsCaptured({ events: { record, ledger } }: AuditFacts): string {
  if (ledger === undefined)
    return `Unknown (${count(record, 'timeline event')}; entries of the ledger about them were erased)`;
  if (ledger === record) return `Yes (${count(record, 'timeline event')}, each with its entry in the ledger)`;
  return `No (${count(record, 'timeline event')}, and ${ledger.toLocaleString('en-US')} by the ledger)`;
}

function evidenceStored({ evidence: { attached, stored } }: AuditFacts): string {
  if (attached === 0) return 'No (no evidence is attached)';
  if (stored === attached) return `Yes (${count(attached, 'original')}, each named by its SHA-256)`;
  return `No (${stored} of ${count(attached, 'original')} are there)`;
}

function lastAnchor({ startMs, anchor }: AuditFacts): string {
  if (startMs === undefined) return 'Unknown (when the incident began is not known)';
  const start = minute(new Date(startMs).toISOString());
  if (anchor === undefined) return `None before the incident began (${start})`;
  const where = anchor.kind === 'evidence' ? `evidence ${anchor.place.slice(0, 12)}` : anchor.place;
  return `${minute(anchor.at)}: checkpoint of ${count(anchor.size, 'entry', 'entries')} (${where})`;
}

/** The four lines of the audit section, in words and with what they rest on. */
export const auditLines = (
  facts: AuditFacts,
): Record<'chainIntact' | 'eventsCaptured' | 'evidenceStored' | 'anchor', string> => ({
  chainIntact: chainIntact(facts),
  eventsCaptured: eventsCaptured(facts),
  evidenceStored: evidenceStored(facts),
  anchor: lastAnchor(facts),
});

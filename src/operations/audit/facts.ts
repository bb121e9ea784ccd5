import { fromStore } from '../evidence/store-problem.ts';
import { type Item, loadItems } from '../evidence/item.ts';
import { type ChainFound, verifyChainOf } from '../evidence/verify-chain.ts';
import { loadCheckpoint } from '../ledger/load-checkpoint.ts';
import { recentVerdict } from '../ledger/recent-verdict.ts';
import { assemble } from '../part/assemble.ts';
import { loadParts } from '../part/load.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { AuditFacts } from './audit-lines.ts';
import { countedEvents } from './counted-events.ts';
import { incidentStart } from './incident-start.ts';

/** Names of files that may be a log of JSON lines; others are not looked into. */
const logName = /\.(?:jsonl|ndjson|log)$/i;
/** The most bytes of one log that is read each time the section is filled; larger ones are verified when asked for. */
const mostLogBytes = 64_000_000;

async function chainsOf(context: StoredContext, items: Item[]): Promise<ChainFound[]> {
  const logs = items.filter(({ name, bytes }) => logName.test(name) && bytes <= mostLogBytes);
  const found: ChainFound[] = [];
  for (const log of logs) found.push(await verifyChainOf(context, log));
  return found;
}

/** The last anchor that was made before an instant. */
async function anchorBefore({ database }: StoredContext, startMs: number | undefined): Promise<AuditFacts['anchor']> {
  if (startMs === undefined) return undefined;
  const { rows } = await database.query<{ size: string; kind: string; place: string; at: Date }>({
    text: 'select size, kind, place, at from anchor where at < $1 order by at desc limit 1',
    values: [new Date(startMs).toISOString()],
  });
  const [row] = rows;
  return row && { ...row, size: Number(row.size), at: row.at.toISOString() };
}

/** Looks up what the audit section says: in the ledger, the evidence store and the anchors. */
export async function auditFacts(context: StoredContext, incidentId: string): Promise<AuditFacts> {
  const { note } = await loadCheckpoint(context);
  const items = (await loadItems(context, incidentId)).filter(({ detachedAt }) => detachedAt === null);
  const present: Item[] = [];
  for (const item of items)
    if (item.removedAt === null && (await fromStore(context.evidence.has(item.sha256)))) present.push(item);
  const startMs = incidentStart(assemble(await loadParts(context, incidentId)).record);
  return {
    ...(await recentVerdict(context)),
    log: { name: note.slice(0, note.indexOf('\n')) },
    chains: await chainsOf(context, present),
    events: await countedEvents(context, incidentId),
    evidence: { attached: items.length, stored: present.length },
    startMs,
    anchor: await anchorBefore(context, startMs),
  };
}

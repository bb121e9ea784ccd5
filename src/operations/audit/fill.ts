import { z } from 'zod';
import { loadIncident } from '../incident/load.ts';
import { changePart } from '../part/change.ts';
import { loadPart } from '../part/load.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { auditLines } from './audit-lines.ts';
import { auditFacts } from './facts.ts';

const Input = z.strictObject({ incident: z.string() });
const Filled = z.object({
  version: z.number().int(),
  chainIntact: z.string(),
  eventsCaptured: z.string(),
  evidenceStored: z.string(),
  anchor: z.string(),
});

export const fillAudit: StoredOperation<z.infer<typeof Input>, z.infer<typeof Filled>> = {
  name: 'audit.fill',
  sentence:
    'Fill the audit section from the ledger: chain intact, events captured, evidence stored, last anchor before.',
  permission: 'incident.edit',
  effect: 'write',
  settled: true,
  input: Input,
  output: Filled,
  route: { method: 'POST', path: '/incidents/{incident}/audit' },
  run: async (context, { incident: reference }) => {
    const incident = await loadIncident(context, reference, 'incident.edit');
    const kept = await loadPart(context, incident.id, 'audit', '');
    const lines = auditLines(await auditFacts(context, incident.id));
    const place = { incident: incident.id, key: 'audit', id: '' };
    const { version } = await changePart(context, 'audit.fill', place, { set: lines, seen: kept?.version ?? 0 });
    return { version, ...lines };
  },
};

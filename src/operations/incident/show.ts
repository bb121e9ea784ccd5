import { z } from 'zod';
import type { Figures } from '../../record/figure.ts';
import type { Finding } from '../../record/finding.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import { materialOf } from '../document/write.ts';
import { loadState } from '../lifecycle/state.ts';
import type { PartVersions } from '../part/assemble.ts';
import { Signoff } from '../signoffs/signoff.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { templateToWrite } from '../template/find.ts';
import { type IncidentRow, loadIncident } from './load.ts';

const Input = z.strictObject({ incident: z.string() });

/** Everything about one incident. */
export type Shown = IncidentRow & {
  key: string;
  record: PostmortemRecord;
  /** The version of each part, to be named when changing it; of entries with their ids, in the order of the record. */
  versions: PartVersions;
  figures: Figures;
  findings: Finding[];
  /** SHA-256 of the canonical content as it is now: what a signature binds. */
  sha256: string;
  /** Signatures, each with whether it holds, and what ended it. */
  signoffs: Signoff[];
};

const Output = z.looseObject({
  id: z.string(),
  key: z.string(),
  number: z.number().int(),
  template: z.string(),
  status: z.string(),
  visibility: z.string(),
  version: z.number().int(),
  record: z.looseObject({}),
  versions: z.record(z.string(), z.unknown()),
  figures: z.record(z.string(), z.unknown()),
  findings: z.array(z.looseObject({ code: z.string(), severity: z.string(), message: z.string() })),
  sha256: z.string(),
  signoffs: z.array(Signoff),
}) as unknown as z.ZodType<Shown>;

export const showIncident: StoredOperation<z.infer<typeof Input>, Shown> = {
  name: 'incident.show',
  sentence: 'Show an incident: its record, the versions of its parts, its figures, findings and signatures.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}' },
  run: async (context, input) => {
    const incident = await loadIncident(context, input.incident, 'incident.see');
    const { current, status, signoffs } = await loadState(context, incident);
    const { record, versions, sha256 } = current;
    const template = templateToWrite(incident.template, undefined, context.templates);
    const { figures, findings } = materialOf(record, template, context.now);
    return {
      ...incident,
      status,
      key: `INC-${incident.number}`,
      record,
      versions,
      figures,
      findings,
      sha256,
      signoffs,
    };
  },
};

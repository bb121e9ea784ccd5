import { z } from 'zod';
import type { Standing } from '../../clocks/index.ts';
import type { Figures } from '../../record/figure.ts';
import type { Finding } from '../../record/finding.ts';
import type { Policy } from '../../record/policy.ts';
import type { PostmortemRecord } from '../../record/record.ts';
import type { Template } from '../../templates/index.ts';
import { FollowUp, followUpOf, withFollowUp } from '../action/follow-up.ts';
import { clocksOf, commonGround } from '../clock/ground.ts';
import { marksAlone, marksOfMany } from '../clock/marks.ts';
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
  /** How its actions stand today, as far as they took a step; figures and findings count with it. */
  followUp: FollowUp[];
};

type Counted = {
  policy: Policy;
  name: string;
  minute: string;
  clocks: string;
  material: Pick<Shown, 'figures' | 'findings'>;
};
const counted = new WeakMap<PostmortemRecord, Counted>();

/** Figures and findings as of this minute, counted once for a record that nobody changed: days that pass are all they take of the clock. */
function materialNow(
  record: PostmortemRecord,
  template: Template,
  now: string,
  standing: readonly Standing[],
): Counted['material'] {
  const minute = now.slice(0, 16);
  const before = counted.get(record);
  const { policy, name } = template;
  const clocks = JSON.stringify(
    standing.filter(({ state }) => state !== 'notConcerned').map(({ rule, state, until }) => [rule.id, state, until]),
  );
  if (before?.policy === policy && before.name === name && before.minute === minute && before.clocks === clocks)
    return before.material;
  const material = materialOf(record, template, now, standing);
  counted.set(record, { policy, name, minute, clocks, material });
  return material;
}

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
  followUp: z.array(FollowUp),
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
    const [{ current, status, signoffs }, followUp, common, marks] = await Promise.all([
      loadState(context, incident),
      followUpOf(context, incident),
      commonGround(context),
      marksOfMany(context.database, [incident.id]),
    ]);
    const { record, versions, sha256 } = current;
    const clocks = await clocksOf(record, common, marksAlone(marks.get(incident.id)), context.now);
    const template = templateToWrite(incident.template, undefined, context.templates);
    const followed = withFollowUp(record, versions, followUp);
    const { figures, findings } = materialNow(followed, template, context.now, clocks);
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
      followUp,
    };
  },
};

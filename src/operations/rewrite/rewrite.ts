import { z } from 'zod';
import { citableEvents, citedSentences, question, rewritable, sectionsIn } from '../../drafting/index.ts';
import type { TimelineEvent } from '../../record/timeline.ts';
import { valueAt } from '../../record/value-at.ts';
import { HindcastError } from '../errors.ts';
import { loadIncident } from '../incident/load.ts';
import { assemble } from '../part/assemble.ts';
import { loadParts } from '../part/load.ts';
import { insertProposal } from '../proposal/insert.ts';
import { requireFewer } from '../proposal/require-fewer.ts';
import { save } from '../save.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';

const Section = z.enum(Object.keys(rewritable) as [string, ...string[]]);
const Input = z.strictObject({
  incident: z.string(),
  /** Which texts, by their paths; all that a model may write without. */
  sections: z.array(Section).min(1).optional(),
});
type Input = z.infer<typeof Input>;

const Output = z.object({
  /** The model that was asked. */
  model: z.string(),
  /** Proposals that were made: they stand in the document until a person decides. */
  proposals: z.array(z.object({ id: z.string(), section: z.string() })),
  /** Sentences of the model that were not taken, and why. */
  dropped: z.array(
    z.object({ section: z.string(), sentence: z.string(), why: z.enum(['no event', 'unknown event', 'number']) }),
  ),
});
type Output = z.infer<typeof Output>;

/** Dropped sentences that an answer tells. */
const mostDropped = 50;

type Written = { section: string; text: string; dropped: Output['dropped'] };

/** What the model says of the events, cut to what rests on them. Nothing is locked meanwhile: it may take a minute. */
async function ask(
  context: StoredContext,
  timeline: readonly TimelineEvent[],
  sections: readonly string[],
): Promise<Written[]> {
  const { model } = context;
  if (model === undefined) throw new HindcastError('model.none');
  const events = citableEvents(timeline);
  if (events.length === 0) throw new HindcastError('evidence.no-events', { reasons: 'the timeline is empty' });
  let answer: string;
  try {
    answer = await model.complete(question(events, sections));
  } catch (error) {
    throw new HindcastError('model.failed', { model: model.name, reason: (error as Error).message }, { cause: error });
  }
  const given = sectionsIn(answer);
  return sections.flatMap((section) => {
    const text = given[section];
    if (text === undefined) return [];
    const cited = citedSentences(text, events);
    return [{ section, text: cited.text, dropped: cited.dropped.map((each) => ({ section, ...each })) }];
  });
}

const why = (name: string, { dropped }: Written): string =>
  `Written by the model ${name} from the events of the timeline${dropped.length === 0 ? '' : `; ${dropped.length} ${dropped.length === 1 ? 'sentence' : 'sentences'} without support in them ${dropped.length === 1 ? 'was' : 'were'} dropped`}.`;

async function rewrite(
  context: StoredContext,
  { incident: reference, sections = Object.keys(rewritable) }: Input,
): Promise<Output> {
  const incident = await loadIncident(context, reference, 'incident.edit');
  const { record, versions } = assemble(await loadParts(context, incident.id));
  const written = await ask(context, record.timeline ?? [], sections);
  const name = context.model?.name ?? '';
  const changed = written.filter(({ section, text }) => text !== '' && valueAt(record, section) !== text);
  const proposals = changed.map((one) => {
    const [part = '', ...path] = one.section.split('.');
    const input = { part, set: { [path.join('.')]: one.text }, seen: versions[part] ?? 0 };
    return { id: context.newId(), section: one.section, input, why: why(name, one) };
  });
  const output: Output = {
    model: name,
    proposals: proposals.map(({ id, section }) => ({ id, section })),
    dropped: written.flatMap(({ dropped }) => dropped).slice(0, mostDropped),
  };
  if (proposals.length === 0) return output;
  const letters = proposals.reduce((sum, { input }) => sum + JSON.stringify(input).length, 0);
  await requireFewer(context, incident.id, { count: proposals.length, letters });
  return save(context, {
    operation: 'incident.rewrite',
    incidentId: incident.id,
    subject: 'document',
    payload: {
      model: name,
      proposals: proposals.map(({ id, input, why: reason }) => ({ id, input, why: reason })),
      dropped: output.dropped.length,
    },
    changes: proposals.map(({ id, input, why: reason }) =>
      insertProposal({
        id,
        incidentId: incident.id,
        operation: 'record.set',
        input: JSON.stringify(input),
        why: reason,
        author: `model:${name}`,
        at: context.now,
      }),
    ),
    result: output,
  });
}

export const rewriteIncidentTexts: StoredOperation<Input, Output> = {
  name: 'incident.rewrite',
  sentence:
    'Have the configured language model write texts from the timeline: each sentence cites its events or is dropped, and each text waits for a person.',
  permission: 'incident.edit',
  effect: 'write',
  settled: true,
  input: Input,
  output: Output,
  route: { method: 'POST', path: '/incidents/{incident}/rewrite' },
  run: rewrite,
};

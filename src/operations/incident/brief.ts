import { z } from 'zod';
import { figureRows } from '../../documents/figure-rows.ts';
import { actionState } from '../../figures/action-state.ts';
import { materialOf } from '../document/write.ts';
import { loadState } from '../lifecycle/state.ts';
import { classOf } from '../publication/field-classes.ts';
import type { StoredOperation } from '../stored-operation.ts';
import { templateToWrite } from '../template/find.ts';
import { valueAt } from '../../record/value-at.ts';
import { loadIncident } from './load.ts';

const Input = z.strictObject({ incident: z.string() });
const Section = z.object({ title: z.string(), text: z.string() });
const Output = z.object({
  key: z.string(),
  status: z.string(),
  title: z.string().nullable(),
  severity: z.string().nullable(),
  facts: z.array(z.object({ name: z.string(), value: z.string() })),
  sections: z.array(Section),
  events: z.array(z.object({ at: z.string(), text: z.string(), milestone: z.string().nullable() })),
  openActions: z.array(z.object({ text: z.string(), owner: z.string(), due: z.string() })),
});
export type Brief = z.infer<typeof Output>;

/** Sections of the brief, each with the fields it may come from: the first that is there. A new one is a line here. */
const sections: readonly (readonly [title: string, paths: readonly string[]])[] = [
  ['What happened', ['summary.text', 'summary.what', 'rootCause.whatHappened']],
  ['Impact', ['summary.impact', 'impact.customers.text', 'impact.text']],
  ['Cause', ['rootCause.primary', 'summary.rootCause']],
  ['Resolution', ['summary.resolution', 'resolution.text']],
];
const toldFigures = /^(?:Duration|Time to |Downtime)/;
const mostEvents = 12;

export const incidentBrief: StoredOperation<z.infer<typeof Input>, Brief> = {
  name: 'incident.brief',
  sentence: 'Tell an incident on one page: what happened, how long it took, why, and what is still to be done.',
  permission: 'incident.see',
  effect: 'read',
  settled: true,
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/incidents/{incident}/brief' },
  run: async (context, input) => {
    const incident = await loadIncident(context, input.incident, 'incident.see');
    const { record } = (await loadState(context, incident)).current;
    const template = templateToWrite(incident.template, undefined, context.templates);
    const { figures } = materialOf(record, template, context.now);
    const marked = record.timeline?.filter(({ milestone }) => milestone !== undefined) ?? [];
    const events = marked.length > 2 ? marked : (record.timeline ?? []);
    const open = record.actions?.filter((action) => ['open', undefined].includes(actionState(action, template.policy)));
    const told = ([title, paths]: (typeof sections)[number]) => {
      const text = paths
        .filter((path) => classOf(path).class !== 'secret')
        .map((path) => valueAt(record, path))
        .find((value) => typeof value === 'string');
      return typeof text === 'string' ? [{ title, text }] : [];
    };
    return {
      key: `INC-${incident.number}`,
      status: incident.status,
      title: record.incident?.title ?? null,
      severity: record.incident?.severity ?? null,
      facts: [
        ...(record.incident?.services === undefined ? [] : [{ name: 'Services', value: record.incident.services }]),
        ...figureRows({ figures, record })
          .filter(({ name, status }) => toldFigures.test(name) && status !== 'unknown')
          .map(({ name, value, status }) => ({ name, value: status === 'inferred' ? `${value} (inferred)` : value })),
      ],
      sections: sections.flatMap(told),
      events: events.slice(0, mostEvents).map(({ written, at, text = '', milestone = null }) => ({
        at: written ?? at ?? '',
        text,
        milestone,
      })),
      openActions: (open ?? []).map(({ text = '', owner = '', due = '' }) => ({ text, owner, due })),
    };
  },
};

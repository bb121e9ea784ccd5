import { issueText } from '../issue.ts';
import { textOf } from '../lenient.ts';
import type { Context } from '../reading.ts';
import { isUrl } from '../url.ts';
import { addHappening, type Happening } from './happening.ts';
import { incidentFacts, personFact } from './incident-facts.ts';
import { incidentName, nameOf } from './party.ts';
import { Detail } from './schema.ts';

type Common = Pick<Happening, 'verb' | 'epochMs' | 'place' | 'agent'>;

/** Reads an event of webhook v3 whose data is no incident: a note, a responder, a task and so on. */
export function readDetail(common: Common, type: string, data: unknown, context: Context): void {
  const { place, epochMs, verb } = common;
  const parsed = Detail.safeParse(data);
  if (!parsed.success || !parsed.data.incident) {
    const why = parsed.success ? 'it names no incident' : issueText(parsed.error);
    return context.ignored.add('an event', why, `${place}/data`);
  }
  const { data: detail } = parsed;
  const { incident } = parsed.data;
  const told = tell(verb, type, detail, incidentName(incident));
  addHappening({ ...common, incident, ...told }, context);
  incidentFacts({ ...incident, service: detail.service }, `${place}/data/incident`, epochMs, context);
  const { facts } = context.reading;
  if (detail.trimmed)
    context.ignored.add('the end of a text', 'PagerDuty cut it off (trimmed)', `${place}/data/trimmed`);
  if (verb === 'bridge' && isUrl(detail.conference_url)) {
    const value = context.keep(detail.conference_url);
    facts.links.push({
      value,
      kind: 'conference',
      of: incidentName(incident),
      evidence: `${place}/data/conference_url`,
    });
  }
  if (verb === 'reply' && detail.state === 'accepted') personFact(detail.user, `${place}/data/user`, epochMs, context);
  const [role, holder] = [nameOf(detail.role), nameOf(detail.user ?? detail.assignee)];
  if (verb === 'role' && role && holder)
    facts.roles.push({ role: context.keep(role), value: context.keep(holder), evidence: `${place}/data`, epochMs });
}

function tell(
  verb: Happening['verb'],
  type: string,
  detail: Detail,
  name: string,
): { text: string; words?: string; notes?: string; which?: string } {
  const who = nameOf(detail.user ?? detail.assignee) ?? nameOf(detail.escalation_policy);
  const what = nameOf(detail.incident_workflow) ?? nameOf(detail.action) ?? detail.summary ?? '';
  const which = detail.id ?? what;
  const end = type.slice(type.lastIndexOf('.') + 1);
  switch (verb) {
    case 'annotate':
      return { text: `Note on ${name}`, words: detail.content ?? '' };
    case 'status':
      return { text: `Status update of ${name}`, words: detail.message ?? '' };
    case 'responder':
      return { text: `${who ?? 'Somebody'} asked to help with ${name}`, notes: detail.message ?? '', which: who ?? '' };
    case 'reply':
      return {
        text: `${who ?? 'Somebody'} ${answer(detail.state)} the request to help with ${name}`,
        which: who ?? '',
      };
    case 'role':
      return { text: `${name}: role ${nameOf(detail.role) ?? 'unknown'} ${who ? `given to ${who}` : 'taken away'}` };
    case 'bridge':
      return { text: `Conference bridge of ${name} set` };
    case 'fields':
      return { text: `${name}: ${fields(detail) || 'fields changed'}` };
    case 'workflow':
      return { text: `Workflow ${what} ${end} for ${name}`, which: `${which}:${end}` };
    case 'task':
      return { text: `Task ${end} for ${name}: ${what}`, which: `${which}:${end}` };
    case 'action':
      return { text: `Action ${what} for ${name}: ${detail.state ?? end}`, which: `${which}:${end}` };
    default:
      return { text: `${name}: ${end.replaceAll('_', ' ')}` };
  }
}

const answer = (state: string | null | undefined) =>
  state === 'accepted' || state === 'declined' ? state : `answered "${state ?? 'nothing'}" to`;

const fields = ({ changed_custom_fields: changed }: Detail) =>
  (changed ?? [])
    .flatMap((field) => {
      const name = textOf(field, 'name');
      return name === undefined ? [] : [`${name} = ${textOf(field, 'value') ?? 'something else'}`];
    })
    .join(', ');

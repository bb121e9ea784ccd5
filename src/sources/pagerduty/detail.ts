import { issueText } from '../issue.ts';
import { memberOf, textOf } from '../lenient.ts';
import type { Context } from '../reading.ts';
import { isUrl } from '../url.ts';
import { addHappening, type Happening } from './happening.ts';
import { incidentFacts, personFact } from './incident-facts.ts';
import { incidentName, nameOf } from './party.ts';
import { Detail } from './schema.ts';

type Common = Pick<Happening, 'verb' | 'epochMs' | 'place' | 'agent'>;

/** Reads an event of webhook v3 whose data, at `at`, is no incident: a note, a responder, a task, one of several roles and so on. */
export function readDetail(
  common: Common,
  type: string,
  data: unknown,
  context: Context,
  at = `${common.place}/data`,
): void {
  const { epochMs, verb } = common;
  const parsed = Detail.safeParse(data);
  if (!parsed.success || !parsed.data.incident) {
    const why = parsed.success ? 'it names no incident' : issueText(parsed.error);
    return context.ignored.add('an event', why, at);
  }
  const { data: detail } = parsed;
  const { incident } = parsed.data;
  const told = tell(verb, type, detail, incidentName(incident));
  addHappening({ ...common, incident, ...told }, context);
  incidentFacts({ ...incident, service: detail.service ?? incident.service }, `${at}/incident`, epochMs, context);
  const { facts } = context.reading;
  if (detail.trimmed) context.ignored.add('the end of a text', 'PagerDuty cut it off (trimmed)', `${at}/trimmed`);
  if (verb === 'bridge' && isUrl(detail.conference_url)) {
    const value = context.keep(detail.conference_url);
    facts.links.push({
      value,
      kind: 'conference',
      of: incidentName(incident),
      evidence: `${at}/conference_url`,
    });
  }
  if (verb === 'reply' && detail.state === 'accepted') personFact(detail.user, `${at}/user`, epochMs, context);
  const [role, holder] = [nameOf(detail.role), nameOf(detail.user ?? detail.assignee)];
  if (verb === 'role' && role && holder)
    facts.roles.push({ role: context.keep(role), value: context.keep(holder), evidence: at, epochMs });
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
      return { text: `${name}: role ${roleTold(detail, who)}`, which: detail.role?.id ?? nameOf(detail.role) ?? '' };
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

function roleTold({ role, old_assignee: old }: Detail, who: string | undefined): string {
  const before = nameOf(old);
  const given = who ? `given to ${who}${before && before !== who ? ` instead of ${before}` : ''}` : undefined;
  return `${nameOf(role) ?? 'unknown'} ${given ?? `taken away${before ? ` from ${before}` : ''}`}`;
}

const answer = (state: string | null | undefined) =>
  state === 'accepted' || state === 'declined' ? state : `answered "${state ?? 'nothing'}" to`;

/** The value of a custom field; one with several values has a list. */
function valueOf(field: unknown): string {
  const value = memberOf(field, 'value');
  if (value === null || (Array.isArray(value) && value.length === 0)) return 'nothing';
  const texts = Array.isArray(value) ? value.filter((one) => ['string', 'number'].includes(typeof one)) : [];
  return textOf(field, 'value') ?? (texts.join(', ') || 'something else');
}

const fields = ({ changed_custom_fields: changed }: Detail) =>
  (changed ?? [])
    .flatMap((field) => {
      const name = textOf(field, 'name');
      return name === undefined ? [] : [`${name} = ${valueOf(field)}`];
    })
    .join(', ');

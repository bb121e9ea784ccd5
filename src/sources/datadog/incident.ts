import type { Milestone } from '../../record/milestone.ts';
import { splitText } from '../keep.ts';
import type { Context } from '../reading.ts';
import { isUrl } from '../url.ts';
import { momentOf } from './moment.ts';
import type { Values } from './variables.ts';

/** Datadog's states of an incident; a team can name others. */
const milestones: ReadonlyMap<string, Milestone> = new Map([
  ['active', 'declared'],
  ['stable', 'mitigated'],
  ['resolved', 'resolved'],
  ['completed', 'closed'],
]);

/** Reads a notification of an incident of Datadog: what its state is now. */
export function readIncident(values: Values, at: string, context: Context): void {
  const { ignored, reading, keep } = context;
  const { incidentId, incidentTitle, incidentStatus, incidentSeverity, incidentUrl, incidentCommander } = values;
  const moment = momentOf(values, context);
  if (moment === undefined)
    return ignored.add('a notification', 'it has no time: put "date": "$DATE" into the payload', at);
  const { epochMs } = moment;
  const id = keep(incidentId?.text ?? '');
  const status = keep(incidentStatus?.text ?? '').toLowerCase();
  const name = `Datadog incident ${id}`;
  const milestone = milestones.get(status);
  if (milestone === undefined)
    ignored.add(
      `state of an incident "${status.slice(0, 40)}"`,
      'it is no milestone that is known',
      `${at}${incidentStatus?.at}`,
    );
  const title = keep(incidentTitle?.text ?? '');
  const { text, notes } = splitText(title === '' ? `${name} is ${status}` : `${name} is ${status}: ${title}`);
  const more = [notes, keep(values.incidentMessage?.text ?? ''), moment.note].filter(Boolean).join('\n\n');
  const fold = `datadog:incident:${id}:${status.replace(/\s+/g, '-').slice(0, 40)}`;
  reading.events.push({
    key: `${fold}:${Math.floor(epochMs)}`,
    epochMs,
    text,
    ...(more === '' ? {} : { notes: more }),
    actor: values.user ? keep(values.user.text) : 'Datadog',
    ...(milestone === undefined ? {} : { milestone }),
    evidence: at,
    fold,
  });
  const { facts } = reading;
  if (title !== '') facts.titles.push({ value: title, from: 'alert', evidence: `${at}${incidentTitle?.at}`, epochMs });
  if (incidentSeverity && incidentSeverity.text !== 'UNKNOWN')
    facts.severities.push({
      value: keep(incidentSeverity.text),
      of: 'incident',
      evidence: `${at}${incidentSeverity.at}`,
      epochMs,
    });
  if (incidentUrl && isUrl(incidentUrl.text))
    facts.links.push({ value: keep(incidentUrl.text), kind: 'incident', of: name, evidence: `${at}${incidentUrl.at}` });
  if (incidentCommander) {
    const [value, evidence] = [keep(incidentCommander.text), `${at}${incidentCommander.at}`];
    facts.roles.push({ role: 'Incident Commander', value, evidence, epochMs });
  }
}

import { splitText } from '../keep.ts';
import type { Milestone } from '../../record/milestone.ts';
import type { Context } from '../reading.ts';
import type { SourceEvent } from '../source.ts';
import type { Verb } from './kinds.ts';
import { actorOf, incidentName, isPerson } from './party.ts';
import type { Incident, Party } from './schema.ts';

/** One thing that happened to an incident, whichever form PagerDuty told it in. */
export type Happening = {
  verb: Verb;
  epochMs: number;
  place: string;
  incident: Incident | undefined;
  agent: Party;
  /** What happened, our words. */
  text: string;
  /** A note or message in the agent's own words: it takes the place of `text`. */
  words?: string;
  /** More of it. */
  notes?: string;
  /** What tells two apart that happen in one second: who was asked, which task. */
  which?: string;
  /** Nobody told who acted: webhook v1 does not say who assigned. */
  isUnattributed?: boolean;
};

/**
 * Writes one event. Its identity is the incident, the verb and the second, as the log has no finer time: a webhook and the
 * log entry of the same moment are one event.
 */
export function addHappening(happening: Happening, { reading, keep }: Context): string {
  const { verb, epochMs, place, incident, agent, which, words } = happening;
  const said = keep(words ?? '');
  const { text, notes } = splitText(said === '' ? keep(happening.text) : said);
  const more = [notes, keep(happening.notes ?? ''), said === '' ? '' : `About ${incidentName(incident)}.`];
  const parts = ['pagerduty', incident?.id ?? '', verb, String(Math.floor(epochMs / 1000)), which ?? said.slice(0, 60)];
  const key = parts.map(keep).filter(Boolean).join(':');
  const all = more.filter(Boolean).join('\n\n');
  reading.events.push({
    key,
    epochMs,
    text,
    ...(all === '' ? {} : { notes: all }),
    ...(happening.isUnattributed ? {} : { actor: keep(actorOf(agent)) }),
    ...(said !== '' && isPerson(agent) ? { quoted: true } : {}),
    ...(verb === 'trigger' ? { phase: 'detection' } : {}),
    ...milestoneOf(happening),
    evidence: place,
    ...(verb === 'notify' || verb === 'trigger' ? { fold: `pagerduty:${keep(incident?.id ?? '')}:${verb}` } : {}),
    ...(verb === 'action' ? { step: {} } : {}),
  });
  if (verb === 'status' && said !== '') {
    const told = { value: said, audience: 'stakeholders', channel: 'PagerDuty', evidence: place, epochMs };
    reading.facts.communications.push(told);
  }
  return key;
}

/** Resolved counts when a person says so; that a monitor withdrew its alert, or a timeout came, only closes the condition. */
function milestoneOf({ verb, agent, incident }: Happening): Pick<SourceEvent, 'milestone'> {
  const stated: Partial<Record<Verb, Milestone>> = { trigger: 'detected', acknowledge: 'acknowledged' };
  const milestone = verb === 'resolve' && isPerson(agent) && !isMerged(incident) ? 'resolved' : stated[verb];
  return milestone === undefined ? {} : { milestone };
}

/** Whether it was resolved only because it went on in another one: "merged" in v2, an object with a type in v3. */
export function isMerged(incident: Incident | undefined): boolean {
  const reason = incident?.resolve_reason;
  const type = typeof reason === 'object' && reason !== null && 'type' in reason ? reason.type : reason;
  return typeof type === 'string' && type.startsWith('merge');
}

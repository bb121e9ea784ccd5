import type { Milestone } from '../record/milestone.ts';
import type { PostmortemRecord } from '../record/record.ts';
import { clockTime } from '../sources/instant.ts';
import type { SourceReading } from '../sources/source.ts';
import { cite } from './cite.ts';
import { type DraftEvent, statedEvent } from './draft-event.ts';
import { factsOf } from './facts.ts';
import type { Settled } from './settle-conditions.ts';
import { severityOf } from './severity.ts';
import { tell } from './tell.ts';

/** What a question is asked from; `standing` is what the document says already. */
export type Known = { readings: SourceReading[]; events: DraftEvent[]; settled: Settled; standing: PostmortemRecord };

/** One thing that the evidence may leave open: the question, or undefined when it is answered. */
type Question = (known: Known) => string | string[] | undefined;

const at = (events: DraftEvent[], milestone: Milestone) => events.find((event) => event.milestone === milestone);

/** Whether an event has the milestone, or the document states it at a time that is no sure instant. */
const has = ({ events, standing }: Known, milestone: Milestone): boolean =>
  at(events, milestone) !== undefined || (standing.timeline ?? []).some((entry) => entry.milestone === milestone);

/** Every question, in the order of a post-mortem. */
const questions: Question[] = [
  ({ events, standing: { timeline = [] } }) => {
    if (statedEvent(events, 'impactStarted')) return undefined;
    if (timeline.some(({ milestone, inferred }) => milestone === 'impactStarted' && !inferred)) return undefined;
    const alert = statedEvent(events, 'detected');
    const first = alert ?? events[0];
    const known = first
      ? `The first ${alert ? 'alert fired' : 'event was'} at ${clockTime(first.epochMs)}`
      : 'There is no event';
    return `When did impact begin? ${known}; the onset is not in the evidence.`;
  },
  (known) =>
    has(known, 'detected') ? undefined : 'How and when was it noticed? The evidence holds no alert and no report.',
  (given) => {
    if (has(given, 'acknowledged')) return undefined;
    const { events } = given;
    const detectedMs = at(events, 'detected')?.epochMs ?? -Infinity;
    const reaction = events.find(
      (event) => event.quoted && event.milestone !== 'detected' && event.epochMs >= detectedMs,
    );
    const known = reaction
      ? `The first message about it is “${reaction.text}” ${cite(reaction)}.`
      : 'No message is in the evidence.';
    return `When did somebody take it on? ${known}`;
  },
  ({ events }) =>
    events
      .filter((event) => event.milestone && event.inferredFrom)
      .map(
        (event) =>
          `Is ${spaced(event.milestone as Milestone)} right? It is suggested by “${event.text}” ${cite(event)}: confirm or correct it.`,
      ),
  ({ events }) => {
    const doubtful = [
      ...Map.groupBy(
        events.filter(({ assumed }) => assumed?.length),
        ({ source }) => source,
      ),
    ];
    return doubtful.map(([source, of]) => {
      const parts = [...new Set(of.flatMap(({ assumed = [] }) => assumed))].join(' and ');
      const many = of.length === 1 ? 'One time' : `${of.length} times`;
      return `Are the times from ${source} right? ${many} came without ${parts}; the first is “${of[0]?.text}” ${cite(of[0] as DraftEvent)}.`;
    });
  },
  ({ settled }) =>
    settled.open.map(({ name }) => `When did this end: ${name}? The evidence does not say that it was resolved.`),
  ({ settled }) =>
    settled.closed
      .filter(({ closedBy }) => closedBy === undefined)
      .map(({ name }) => `When did this end: ${name}? It is resolved, but its end has no usable time.`),
  (given) => {
    if (has(given, 'resolved')) return undefined;
    const mitigated = statedEvent(given.events, 'mitigated');
    const known = mitigated ? tell(mitigated) : 'That an alert stopped is not a proof of it.';
    return `When was service restored for users? ${known}`;
  },
  ({ readings, standing }) => {
    const { severity, stated: words } = severityOf(readings);
    if (severity === undefined && standing.incident?.severity) return undefined;
    if (severity === undefined) return 'How severe was it? No severity is in the evidence.';
    if (words.length < 2) return undefined;
    return `Is the severity ${severity} right? Stated were ${words.map(({ value, source }) => `${value} (${source})`).join(', ')}.`;
  },
  (known) =>
    has(known, 'rootCauseIdentified') || known.standing.rootCause?.primary
      ? undefined
      : 'What was the root cause? No message names one.',
  ({ readings, standing }) =>
    factsOf(readings, 'roles').length > 0 || standing.roles?.some(({ name }) => name)
      ? undefined
      : 'Who led the response? No role is stated in the evidence.',
  ({ standing: { impact } }) =>
    impact?.customers?.users || impact?.customers?.text || impact?.business?.text
      ? undefined
      : 'Who was affected, and how much? Evidence of systems does not count users, orders or money.',
];

/** `rootCauseIdentified` as `root cause identified`. */
const spaced = (milestone: Milestone) => milestone.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** The open questions as a section of its own. */
export function openQuestions(known: Known): { heading: string; level: number; text: string } {
  const asked = questions.flatMap((question) => question(known) ?? []);
  return { heading: 'Open questions', level: 2, text: asked.map((question) => `- ${question}`).join('\n') };
}

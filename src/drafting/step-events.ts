import type { PostmortemRecord } from '../record/record.ts';
import { formatInstant } from '../sources/instant.ts';
import { compareEvents, type DraftEvent } from './draft-event.ts';
import { exactMs } from './exact-ms.ts';
import { callKind } from './call-kind.ts';

type Step = NonNullable<PostmortemRecord['steps']>[number];

/** Calls that join a timeline: an agent may make thousands, and all of them stand under the steps. */
const mostCalls = 100;

/** `ok after 781 ms`, as the recorder writes it, without what was answered. */
const outcomeOf = (result: string): string =>
  (/^(?:ok|tool error|protocol error|cancelled|no answer)\b[^:(]{0,40}/.exec(result)?.[0] ?? '').trim();

function eventOf({ text = '', tool = '', command, result = '', by = '' }: Step, epochMs: number): DraftEvent {
  const outcome = outcomeOf(result);
  const isDone = outcome === '' || outcome.startsWith('ok');
  const who = by.trim() || 'somebody';
  const told = `${who.charAt(0).toUpperCase()}${who.slice(1)} called ${text}`;
  return {
    key: `step ${epochMs} ${text}`,
    epochMs,
    text,
    ...(by === '' ? {} : { actor: by }),
    ...(result === '' ? {} : { notes: result }),
    ...(isDone && callKind(tool) === 'mends' ? { milestone: 'mitigationStarted', inferredFrom: 'wording' } : {}),
    told: outcome === '' ? told : `${told}, ${outcome}`,
    step: command ? { command } : {},
    source: 'steps',
    evidence: `steps#${formatInstant(epochMs)}`,
    isInSteps: true,
  };
}

/**
 * The tool calls among the steps of a record as events: what a recorder saw an agent do, and when. One that only looks is none. The first
 * that mends is suggested as the begin of mitigation.
 */
export function stepEvents(steps: readonly Step[]): DraftEvent[] {
  const calls = steps.flatMap((step) => {
    const epochMs = step.at && step.tool && step.text ? exactMs(step.at) : undefined;
    return epochMs === undefined || callKind(step.tool ?? '') === 'looks' ? [] : [eventOf(step, epochMs)];
  });
  // The same call twice in one moment is one event of a timeline.
  const once = new Map(calls.map((event) => [event.key, event]));
  return [...once.values()].sort(compareEvents).slice(0, mostCalls);
}

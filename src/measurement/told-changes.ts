import type { TimelineEvent } from '../record/timeline.ts';
import { toEpochMs } from '../values/instant.ts';
import type { BreakerChange } from './transitions.ts';

/** A circuit breaker's change of state as a log or a webhook told it. */
export type ToldChange = BreakerChange & { name: string; source: string; evidence?: string };

const state = '(?:forced[-_ ]?|half[-_ ]?)?open(?:ed)?|closed?|half';
const arrow = '\\s*(?:->|=>|→|\\bto\\b)\\s*';
const named = `circuit[-_ ]?breaker\\s*(?:[:=]|for\\b|of\\b)?\\s*["'“‘\`]?([\\w][\\w./-]{0,80})?["'”’\`]?`;
/** `CircuitBreaker 'stock' changed state from CLOSED to OPEN`, `circuit breaker payments: closed -> open`. */
const changed = new RegExp(`${named}[^.;\\n]{0,60}?\\b(${state})\\b${arrow}\\b(${state})\\b`, 'i');
/** Words between the name and the verb that are no name. */
const noName = new Set([
  'state',
  'is',
  'has',
  'was',
  'changed',
  'transition',
  'for',
  'of',
  'from',
  'opened',
  'closed',
  'tripped',
  'status',
]);

/** One spelling of a state: `CLOSED`, `close`, `half_open` are `closed`, `half-open`. */
function stateOf(text: string): string {
  const word = text.toLowerCase().replaceAll(/[_ ]/g, '-');
  if (word.startsWith('half')) return 'half-open';
  if (word.startsWith('forced')) return 'forced-open';
  return word.startsWith('open') ? 'open' : 'closed';
}

/**
 * Changes of circuit breakers that events of a timeline tell: both states have to be named, so that nobody's guess becomes one. What
 * was measured before does not count.
 */
export function toldChanges(timeline: readonly TimelineEvent[]): ToldChange[] {
  return timeline.flatMap(({ text = '', notes = '', at, zone, precision, source = '', evidence }): ToldChange[] => {
    if (at === undefined || precision !== 'instant' || source.startsWith('prometheus/')) return [];
    const [, name = '', from = '', to = ''] = changed.exec(`${text}\n${notes}`.slice(0, 2000)) ?? [];
    const ms = toEpochMs(at, zone);
    if (to === '' || Number.isNaN(ms) || stateOf(from) === stateOf(to)) return [];
    const known = noName.has(name.toLowerCase()) ? '' : name;
    return [
      {
        ms,
        from: stateOf(from),
        to: stateOf(to),
        name: known,
        source,
        ...(evidence === undefined ? {} : { evidence }),
      },
    ];
  });
}

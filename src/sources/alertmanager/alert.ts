import { readInstant } from '../instant.ts';
import { splitText } from '../keep.ts';
import type { SourceEvent } from '../source.ts';
import { label, labelKey, targetOf } from './labels.ts';
import type { Context } from './context.ts';
import type { Alert } from './schema.ts';

/** `HighErrorRate (checkout)`, the alert's name with what it speaks of. */
export function alertName(alert: Alert): string {
  const target = targetOf(alert.labels);
  const name = label(alert.labels, 'alertname') ?? 'without a name';
  return target === undefined ? name : `${name} (${target})`;
}

/**
 * Writes the events of one alert: fired, and resolved when it says so with a time. Returns false when it has no start.
 * One alert is its fingerprint and start: a repeated delivery has the same keys and changes nothing.
 */
export function readAlert(alert: Alert, place: string, { reading, ignored, keep }: Context): boolean {
  const firedMs = readInstant(alert.startsAt);
  if (firedMs === undefined) {
    ignored.add('an alert', `startsAt is no time: ${keep(alert.startsAt).slice(0, 40)}`, `${place}/startsAt`);
    return false;
  }
  const name = `Alert ${keep(alertName(alert))}`;
  const identity = `${alert.fingerprint || labelKey(alert.labels)}@${firedMs}`;
  reading.events.push(fired(alert, name, identity, firedMs, place, keep));
  if (alert.status !== 'firing' && alert.status !== 'resolved') {
    ignored.add(
      `alert status "${keep(alert.status).slice(0, 40)}"`,
      'only firing and resolved are known',
      `${place}/status`,
    );
  }
  const key = `alertmanager:${identity}`;
  if (alert.status !== 'resolved') {
    reading.conditions.push({ key, name, state: 'open' });
    return true;
  }
  const endedMs = readInstant(alert.endsAt);
  if (endedMs === undefined || endedMs < firedMs) {
    const why = endedMs === undefined ? 'it is resolved, but endsAt is no time' : 'it ended before it started';
    ignored.add(`the end of ${name}`, why, `${place}/endsAt`);
    reading.conditions.push({ key, name, state: 'closed' });
    return true;
  }
  const closedBy = `alertmanager:resolved:${identity}`;
  reading.conditions.push({ key, name, state: 'closed', closedBy });
  reading.events.push({
    key: closedBy,
    epochMs: endedMs,
    text: `${name} resolved`,
    actor: 'Alertmanager',
    evidence: `${place}/endsAt`,
  });
  return true;
}

function fired(
  alert: Alert,
  name: string,
  identity: string,
  epochMs: number,
  place: string,
  keep: (text: string) => string,
): SourceEvent {
  const annotations = alert.annotations ?? {};
  const summary = keep(label(annotations, 'summary') ?? label(annotations, 'message') ?? '');
  const description = keep(label(annotations, 'description') ?? '');
  const { text, notes } = splitText(summary === '' ? `${name} fired` : `${name} fired: ${summary}`);
  const more = [notes, description === summary ? '' : description].filter(Boolean).join('\n\n');
  return {
    key: `alertmanager:fired:${identity}`,
    epochMs,
    text,
    ...(more === '' ? {} : { notes: more }),
    actor: 'Alertmanager',
    phase: 'detection',
    milestone: 'detected',
    evidence: place,
  };
}

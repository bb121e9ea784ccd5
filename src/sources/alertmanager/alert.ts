import { readInstant } from '../instant.ts';
import { splitText } from '../keep.ts';
import { label, labelKey, targetOf } from './labels.ts';
import type { AlertContext } from './context.ts';
import type { Alert } from './schema.ts';

/** Alerts of common rule sets that fire as long as all is well; where one of them stops, something is wrong. */
const heartbeat = /^(?:watchdog|dead-?mans?-?(?:switch|snitch)|infoinhibitor)$/i;

/** `HighErrorRate (checkout)`, the alert's name with what it speaks of. */
export function alertName(alert: Alert): string {
  const target = targetOf(alert.labels);
  const name = label(alert.labels, 'alertname') ?? 'without a name';
  return target === undefined ? name : `${name} (${target})`;
}

/**
 * Writes the events of one alert: fired, and resolved when it says so with a time, in other words where `ended` has some.
 * Returns false when nothing of it is told. One alert is its fingerprint and start: a repeated delivery has the same keys and
 * changes nothing.
 */
export function readAlert(
  alert: Alert,
  place: string,
  { reading, ignored, keep, system }: AlertContext,
  { title = alertName(alert), isDetection = true, ended = 'resolved' } = {},
): boolean {
  const firedMs = readInstant(alert.startsAt);
  if (firedMs === undefined) {
    ignored.add('an alert', `startsAt is no time: ${keep(alert.startsAt).slice(0, 40)}`, `${place}/startsAt`);
    return false;
  }
  const name = `Alert ${keep(title)}`;
  const isHeartbeat = heartbeat.test(label(alert.labels, 'alertname') ?? '');
  if (isHeartbeat && alert.status === 'firing') {
    ignored.add(name, 'it fires all the time by design, and tells of no fault', place);
    return false;
  }
  const identity = `${alert.fingerprint || labelKey(alert.labels)}@${firedMs}`;
  reading.events.push({
    key: `${reading.source}:fired:${identity}`,
    epochMs: firedMs,
    ...firedText(alert, name, keep),
    actor: system,
    phase: 'detection',
    ...(isDetection && !isHeartbeat ? { milestone: 'detected' } : {}),
    evidence: place,
  });
  if (alert.status !== 'firing' && alert.status !== 'resolved') {
    ignored.add(
      `alert status "${keep(alert.status).slice(0, 40)}"`,
      'only firing and resolved are known',
      `${place}/status`,
    );
  }
  const key = `${reading.source}:${identity}`;
  const openedBy = `${reading.source}:fired:${identity}`;
  if (alert.status !== 'resolved') {
    reading.conditions.push({ key, name, state: 'open', openedBy });
    return true;
  }
  const endedMs = readInstant(alert.endsAt);
  if (endedMs === undefined || endedMs < firedMs) {
    const why = endedMs === undefined ? 'it is resolved, but endsAt is no time' : 'it ended before it started';
    ignored.add(`the end of ${name}`, why, `${place}/endsAt`);
    reading.conditions.push({ key, name, state: 'closed', openedBy });
    return true;
  }
  const closedBy = `${reading.source}:resolved:${identity}`;
  reading.conditions.push({ key, name, state: 'closed', openedBy, closedBy });
  reading.events.push({
    key: closedBy,
    epochMs: endedMs,
    text: `${name} ${ended}`,
    actor: system,
    evidence: `${place}/endsAt`,
  });
  return true;
}

function firedText(alert: Alert, name: string, keep: (text: string) => string): { text: string; notes?: string } {
  const annotations = alert.annotations ?? {};
  const summary = keep(label(annotations, 'summary') ?? label(annotations, 'message') ?? '');
  const description = keep(label(annotations, 'description') ?? '');
  const { text, notes } = splitText(summary === '' ? `${name} fired` : `${name} fired: ${summary}`);
  const more = [notes, description === summary ? '' : description].filter(Boolean).join('\n\n');
  return { text, ...(more === '' ? {} : { notes: more }) };
}

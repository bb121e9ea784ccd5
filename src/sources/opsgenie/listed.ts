import { readInstant } from '../instant.ts';
import { issueText } from '../issue.ts';
import { splitText } from '../keep.ts';
import type { Context } from '../reading.ts';
import { alertFacts } from './action.ts';
import { particulars } from './particulars.ts';
import { Listed } from './schema.ts';
import { alertName, tellCreated } from './telling.ts';

/** Reads an alert of the REST API: when it was created, how often it was seen, and whether it is open. */
export function readListed(value: unknown, place: string, context: Context): void {
  const { ignored, reading, keep } = context;
  const parsed = Listed.safeParse(value);
  if (!parsed.success) return ignored.add('an alert', issueText(parsed.error), place);
  const { data: alert } = parsed;
  const epochMs = readInstant(alert.createdAt);
  if (epochMs === undefined) return ignored.add('an alert', 'createdAt is no time', `${place}/createdAt`);
  const name = keep(alertName({ ...alert, alertId: alert.id }));
  const lastMs = readInstant(alert.lastOccurredAt);
  const notes = keep(particulars(alert));
  const key = `opsgenie:${keep(alert.id)}`;
  reading.events.push({
    key: `${key}:create`,
    epochMs,
    text: splitText(keep(tellCreated(name, alert.message))).text,
    ...(notes === '' ? {} : { notes }),
    actor: keep(alert.source || 'Opsgenie'),
    phase: 'detection',
    milestone: 'detected',
    evidence: place,
    ...(alert.count && alert.count > 1 ? { count: alert.count } : {}),
    ...(lastMs === undefined || lastMs <= epochMs ? {} : { lastMs }),
  });
  alertFacts(alert, place, epochMs, context);
  if (alert.report !== undefined)
    ignored.add(
      'report of an alert',
      'when it was acknowledged and closed is not told as a time; the webhook tells it',
      `${place}/report`,
    );
  reading.conditions.push({
    key,
    name,
    state: alert.status === 'closed' ? 'closed' : 'open',
    openedBy: `${key}:create`,
  });
}

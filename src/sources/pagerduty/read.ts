import { bodies } from '../bodies.ts';
import { startReading } from '../reading.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { type Body, formOf, isBody } from './body.ts';
import { readEvent } from './event.ts';
import { readLogEntry } from './log-entry.ts';
import { readMessage } from './message.ts';

/** Reads webhook bodies of all three versions, and log entries. Throws SourceError `pagerduty.nothing` when there is none. */
export function read(file: EvidenceFile): SourceReading {
  const all = bodies(file);
  if (!all.bodies.some(({ value }) => isBody(value))) {
    throw new SourceError(
      'pagerduty.nothing',
      'There is no PagerDuty webhook body and no log entry here.',
      file.name,
      'Save the body that PagerDuty posts to a webhook, or the answer of `GET /incidents/ID/log_entries`.',
    );
  }
  const { context, done } = startReading('pagerduty', file);
  for (const { value, at } of all.bodies) {
    const list = (name: string) => ((value as Body)[name] as unknown[]).entries();
    switch (formOf(value)) {
      case 'event':
        readEvent((value as Body)['event'], `${at}/event`, context);
        break;
      case 'messages':
        for (const [index, item] of list('messages')) readMessage(item, `${at}/messages/${index}`, context);
        break;
      case 'log':
        for (const [index, item] of list('log_entries')) readLogEntry(item, `${at}/log_entries/${index}`, context);
        if ((value as Body)['more'] === true)
          context.ignored.add('more log entries', 'they are on the next page of the answer', `${at}/more`);
        break;
      case 'entry': {
        const entry = (value as Body)['log_entry'];
        readLogEntry(entry ?? value, entry === undefined ? at : `${at}/log_entry`, context);
        break;
      }
      default:
        context.ignored.add('a value that is no body of PagerDuty', 'it has another shape', at);
    }
  }
  return done(all.ignored);
}

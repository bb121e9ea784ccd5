import { type Context, startReading } from '../reading.ts';
import { bodies } from '../bodies.ts';
import { issueText } from '../issue.ts';
import { memberOf } from '../lenient.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { readTransition } from './alarm.ts';
import { readBusEvent } from './bus.ts';
import { readControl, readMessage } from './message.ts';
import { AlarmMessage, BusEvent } from './schema.ts';
import { fromMessage } from './transition.ts';
import { unwrap, type Unwrapped } from './unwrap.ts';

/** Reads alarms and events of AWS. Throws SourceError `cloudwatch.log-data` or `cloudwatch.no-event` when there is none. */
export function read(file: EvidenceFile): SourceReading {
  const { bodies: items, ignored } = bodies(file);
  const found = items.flatMap((item) => unwrap(item));
  if (found.every(({ kind }) => kind === 'unknown')) refuse(file, found);
  const { context, done } = startReading('cloudwatch', file);
  for (const part of found) readPart(part, context);
  return done(ignored);
}

function readPart({ kind, value, at, envelope }: Unwrapped, context: Context): void {
  if (kind === 'control') readControl(value, at, context);
  else if (kind === 'text') readMessage(value, envelope, at, context);
  else if (kind === 'alarm') readTransition(fromMessage(AlarmMessage.parse(value), at), context);
  else if (kind === 'bus') {
    const event = BusEvent.safeParse(value);
    if (event.success) readBusEvent(event.data, at, context);
    else context.ignored.add('an event', issueText(event.error), at);
  } else context.ignored.add('a value', 'it is no alarm, event or message of a topic', at);
}

function refuse(file: EvidenceFile, found: Unwrapped[]): never {
  if (found.some(({ value }) => memberOf(value, 'awslogs') !== undefined)) {
    throw new SourceError(
      'cloudwatch.log-data',
      'This is log data of a CloudWatch Logs subscription, compressed and in Base64.',
      file.name,
      'Unpack it: jq -r .awslogs.data FILE | base64 -d | gunzip. Alarms and events are read without that.',
    );
  }
  throw new SourceError(
    'cloudwatch.no-event',
    'There is no alarm of CloudWatch, event of EventBridge or message of SNS here.',
    file.name,
    'Give what the topic or the rule delivered, with its envelope.',
  );
}

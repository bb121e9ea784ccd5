import { readInstant } from '../instant.ts';
import { issueText } from '../issue.ts';
import { splitText } from '../keep.ts';
import { memberOf, membersOf, Text } from '../lenient.ts';
import { memberLines } from '../member-lines.ts';
import { type Context, startReading } from '../reading.ts';
import type { EvidenceFile, SourceReading } from '../source.ts';
import { SourceError } from '../source-error.ts';
import { cdEvent } from './cdevents.ts';
import { dataOf, sentenceOf } from './data.ts';
import { CloudEvent, ownMembers } from './schema.ts';
import { cloudEvents, isCloudEvent } from './values.ts';

/** Reads CloudEvents in any content mode. Throws SourceError `cloudevents.no-event` when there is none. */
export function read(file: EvidenceFile): SourceReading {
  const { items, ignored } = cloudEvents(file);
  if (!items.some(({ value }) => isCloudEvent(value))) {
    throw new SourceError(
      'cloudevents.no-event',
      'There is no CloudEvent here: no object with `specversion` and `type`.',
      file.name,
      'Deliver in structured or batched mode; in binary mode the headers ce-… belong to it.',
    );
  }
  const { context, done } = startReading('cloudevents', file);
  for (const { value, at } of items) {
    const event = CloudEvent.safeParse(value);
    if (event.success) readEvent(event.data, value, at, context);
    else
      context.ignored.add(
        isCloudEvent(value) ? 'a CloudEvent' : 'a value that is no CloudEvent',
        issueText(event.error),
        at,
      );
  }
  return done(ignored);
}

function readEvent(
  event: CloudEvent,
  value: unknown,
  at: string,
  { reading, ignored, keep, receivedMs }: Context,
): void {
  if (!/^(?:1\.0|0\.[123])/.test(event.specversion)) {
    ignored.add(`CloudEvents ${keep(event.specversion).slice(0, 20)}`, 'it was read as 1.0', `${at}/specversion`);
  }
  const epochMs = readInstant(event.time) ?? (event.time === undefined ? receivedMs : undefined);
  if (epochMs === undefined) {
    ignored.add('a CloudEvent', event.time === undefined ? 'it has no time' : 'its time is no time', `${at}/time`);
    return;
  }
  const data = dataOf(value);
  const stated = cdEvent(event.type, data.value);
  const type = keep(event.type);
  const sentence = stated?.sentence ?? sentenceOf(data);
  const head = stated?.words ?? (event.subject === undefined ? type : `${type} of ${keep(event.subject)}`);
  const { text, notes } = splitText(sentence === undefined ? head : `${head}: ${keep(sentence)}`);
  const isObject = typeof data.value === 'object' && data.value !== null;
  const more = [notes, keep(isObject ? memberLines(data.value) : ''), keep(extensions(value).join('\n'))].filter(
    Boolean,
  );
  reading.events.push({
    key: `cloudevents:${keep(event.source)}:${keep(event.id)}`,
    epochMs,
    text,
    ...(more.length === 0 ? {} : { notes: more.join('\n\n') }),
    actor: keep(event.source),
    ...(stated?.milestone === undefined ? {} : { milestone: stated.milestone }),
    ...(stated?.change === undefined ? {} : { change: stated.change }),
    evidence: at,
  });
  if (stated?.service !== undefined)
    reading.facts.services.push({ value: keep(stated.service), evidence: `${at}/data`, epochMs });
  if (stated?.milestone === 'detected' && sentence !== undefined) {
    reading.facts.titles.push({
      value: splitText(keep(sentence)).text,
      from: 'alert',
      evidence: `${at}/data`,
      epochMs,
    });
  }
}

/** `name: value` of the extension attributes. */
function extensions(value: unknown): string[] {
  return Object.keys(membersOf(value)).flatMap((name) => {
    const text = ownMembers.has(name) ? undefined : Text.parse(memberOf(value, name));
    return text === undefined ? [] : [`${name}: ${text}`];
  });
}

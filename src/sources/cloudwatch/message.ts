import type { Context } from '../reading.ts';
import { readInstant } from '../instant.ts';
import { memberLines } from '../member-lines.ts';
import { splitText } from '../keep.ts';
import { textOf } from '../lenient.ts';
import { SnsEnvelope } from './schema.ts';

/** Writes a message of a topic that is neither alarm nor event: somebody chose to send it here, so its words are kept. */
export function readMessage(
  message: unknown,
  envelope: unknown,
  at: string,
  { reading, ignored, keep }: Context,
): void {
  const parsed = SnsEnvelope.safeParse(envelope);
  const sns = parsed.success ? parsed.data : undefined;
  const epochMs = ownTime(message) ?? readInstant(sns?.Timestamp);
  if (!sns || epochMs === undefined) {
    ignored.add('a message of a topic', 'it has no time', at);
    return;
  }
  const topic = keep(sns.TopicArn?.split(':').at(-1) ?? '');
  const isPlain = typeof message === 'string';
  const subject = keep(sns.Subject ?? '');
  const words = keep(isPlain ? message : (sentenceOf(message) ?? ''));
  const { text, notes: rest } = splitText([subject, words].filter(Boolean).join(': '));
  const notes = isPlain ? rest : [rest, keep(memberLines(message))].filter(Boolean).join('\n\n');
  if (!isPlain) ignored.add('a message that is JSON of another system', 'only its text was taken over', at);
  reading.events.push({
    key: `cloudwatch:message:${keep(sns.MessageId ?? `${sns.TopicArn}:${sns.Timestamp}:${text}`)}`,
    epochMs,
    text: text === '' ? `A message of the topic ${topic}` : text,
    ...(notes === undefined ? {} : { notes }),
    ...(topic === '' ? {} : { actor: `SNS topic ${topic}` }),
    evidence: at,
  });
}

/** Members in which older notices of AWS say it: of RDS, Auto Scaling, CodeDeploy and others. */
const sentences = [
  'Event Message',
  'Description',
  'StatusMessage',
  'message',
  'description',
  'title',
  'summary',
  'status',
];
function sentenceOf(message: unknown): string | undefined {
  const said = sentences.map((name) => textOf(message, name)).find((found) => found !== undefined);
  const database = textOf(message, 'Event Message') === undefined ? undefined : textOf(message, 'Source ID');
  return database === undefined ? said : `${database}: ${said}`;
}

/** When it happened, as older notices of AWS say it: of RDS in UTC without saying so, of Auto Scaling as an instant. */
function ownTime(message: unknown): number | undefined {
  const [, date, clock] =
    /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,9})?)$/.exec(textOf(message, 'Event Time') ?? '') ?? [];
  if (date !== undefined) return readInstant(`${date}T${clock}Z`);
  return textOf(message, 'AutoScalingGroupARN') === undefined ? undefined : readInstant(textOf(message, 'Time'));
}

/** Says what a message about the subscription itself means. */
export function readControl(value: unknown, at: string, { ignored, keep }: Context): void {
  const parsed = SnsEnvelope.safeParse(value);
  const topic = keep((parsed.success ? parsed.data.TopicArn : undefined) ?? 'a topic').slice(0, 200);
  const hasEnded = parsed.success && parsed.data.Type === 'UnsubscribeConfirmation';
  if (hasEnded)
    ignored.add(`the end of the subscription to ${topic}`, 'it delivers no more until it is subscribed again', at);
  else ignored.add(`the request to confirm the subscription to ${topic}`, 'it is no event of an incident', at);
}

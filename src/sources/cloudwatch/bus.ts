import { memberLines } from '../member-lines.ts';
import type { Context } from '../reading.ts';
import { readInstant } from '../instant.ts';
import { splitText } from '../keep.ts';
import { textOf } from '../lenient.ts';
import { readTransition } from './alarm.ts';
import { busKey } from './bus-key.ts';
import { busWords } from './bus-words.ts';
import { readCall } from './call.ts';
import { affectedBy, readHealth } from './health.ts';
import { AlarmDetail, type BusEvent } from './schema.ts';
import { fromEvent } from './transition.ts';

/** Deeper in a detail stand overrides and environments of tasks and builds, which may hold secrets without a known shape. */
const notedDepth = 2;
/** What partners of AWS send, as Datadog, keeps the name of its monitor there. */
const partnerDepth = 3;
/** A whole alarm, or one of the time series that it watches. */
const isAlarmChange = /^CloudWatch Alarm (?:Contributor )?State Change$/;

/** Writes what an event of EventBridge says: a change of an alarm by its own time, any other by its type, subject and state. */
export function readBusEvent(event: BusEvent, at: string, context: Context): void {
  const { reading, ignored, keep } = context;
  const type = event['detail-type'];
  if (isAlarmChange.test(type)) {
    readTransition(fromEvent(event, AlarmDetail.parse(event.detail), at), context);
    return;
  }
  const epochMs = readInstant(event.time);
  if (epochMs === undefined) {
    ignored.add('an event', `its time is no time: ${keep(event.time ?? 'none').slice(0, 40)}`, `${at}/time`);
    return;
  }
  if (type === 'Scheduled Event') {
    ignored.add('a Scheduled Event', 'it is the tick of a schedule', at);
    return;
  }
  if (type.endsWith(' via CloudTrail')) {
    readCall(event, epochMs, at, context);
    return;
  }
  if (event.source === 'aws.health') readHealth(event, at, context);
  const hit = affectedBy(event.detail);
  const words = keep(busWords(event.detail, event.resources));
  const { text, notes } = splitText(words === '' ? keep(type) : `${keep(type)}: ${words}`);
  const details = [
    notes,
    hit === '' ? '' : `Affected: ${keep(hit)}`,
    keep(memberLines(event.detail, event.source.startsWith('aws.partner/') ? partnerDepth : notedDepth)),
  ]
    .filter(Boolean)
    .join('\n\n');
  reading.events.push({
    key: busKey(event),
    epochMs,
    text,
    ...(details === '' ? {} : { notes: details }),
    actor: keep(event.source),
    ...(isChange(event) ? { change: true as const } : {}),
    evidence: at,
  });
  const service = serviceOf(event.detail);
  if (service !== undefined) reading.facts.services.push({ value: keep(service), evidence: `${at}/detail`, epochMs });
}

/** Events of deployments, pipelines, stacks and settings; of those of whole alarms, that one was set anew. */
const isChange = ({ source, 'detail-type': type }: BusEvent) =>
  /^aws\.(?:codedeploy|codepipeline|cloudformation|appconfig|ssm|elasticbeanstalk)$/.test(source) ||
  /deployment|configuration change/i.test(type);

/** The application of CodeDeploy, the service of ECS, the function of Lambda. */
function serviceOf(detail: Record<string, unknown>): string | undefined {
  const group = /^service:(.{1,255})$/.exec(textOf(detail, 'group') ?? '')?.[1];
  return group ?? textOf(detail, 'application') ?? textOf(detail, 'functionName');
}

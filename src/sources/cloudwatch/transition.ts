import { textOf } from '../lenient.ts';
import type { Transition } from './alarm.ts';
import { contributorOf } from './contributor.ts';
import { readMetrics } from './metrics.ts';
import type { AlarmDetail, AlarmMessage, BusEvent } from './schema.ts';

/** The change of state in a message to SNS. */
export function fromMessage(alarm: AlarmMessage, at: string): Transition {
  const name = alarm.AlarmName ?? 'without a name';
  const series = contributorOf(alarm.AlarmContributorId, alarm.AlarmContributorAttributes);
  const children = alarm.TriggeringChildren.map((child) => textOf(child, 'Arn')?.split(':alarm:')[1]).filter(Boolean);
  return {
    identity: `${alarm.AlarmArn ?? [alarm.AWSAccountId, alarm.Region, name].filter(Boolean).join(':')}${series.identity}`,
    name: `${name}${series.name}`,
    description: alarm.AlarmDescription,
    value: alarm.NewStateValue,
    previous: alarm.OldStateValue,
    reason: alarm.NewStateReason,
    time: alarm.StateChangeTime,
    metrics: readMetrics(alarm.Trigger, []),
    attributes: series.attributes,
    rule: alarm.AlarmRule && children.length > 0 ? `${alarm.AlarmRule} (by ${children.join(', ')})` : alarm.AlarmRule,
    suppressedBy: undefined,
    mutedBy: undefined,
    timeAt: `${at}/StateChangeTime`,
    at,
  };
}

/** The change of state in an event of EventBridge. Its own time has whole seconds; the state's is finer. */
export function fromEvent(event: BusEvent, detail: AlarmDetail, at: string): Transition {
  const name = detail.alarmName ?? 'without a name';
  const arn = event.resources.find((resource) => typeof resource === 'string' && resource.includes(':alarm:'));
  const series = contributorOf(detail.alarmContributor.id, detail.alarmContributor.attributes);
  const whole = typeof arn === 'string' ? arn : [event.account, event.region, name].filter(Boolean).join(':');
  const hasOwnTime = detail.state.timestamp !== undefined;
  return {
    identity: `${whole}${series.identity}`,
    name: `${name}${series.name}`,
    description: detail.configuration.description,
    value: detail.state.value,
    previous: detail.previousState.value,
    reason: detail.state.reason,
    time: detail.state.timestamp ?? event.time,
    metrics: readMetrics(undefined, detail.configuration.metrics),
    attributes: series.attributes,
    rule: detail.configuration.alarmRule,
    suppressedBy: detail.state.actionsSuppressedBy,
    mutedBy: detail.muteDetail.mutedByArn?.split(':').at(-1),
    timeAt: hasOwnTime ? `${at}/detail/state/timestamp` : `${at}/time`,
    at,
  };
}

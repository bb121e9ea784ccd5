import type { Context } from '../reading.ts';
import { readInstant } from '../instant.ts';
import { memberOf, textOf } from '../lenient.ts';
import { busKey } from './bus-key.ts';
import type { BusEvent } from './schema.ts';

/** Writes who called which operation of AWS, as CloudTrail tells it. Calls that only read are noise. */
export function readCall(event: BusEvent, epochMs: number, at: string, { reading, ignored, keep }: Context): void {
  const { detail } = event;
  const operation = textOf(detail, 'eventName') ?? 'an operation';
  const isRead = memberOf(detail, 'readOnly') === true || /^(?:Get|List|Describe|Head|Lookup)[A-Z]/.test(operation);
  if (isRead) {
    ignored.add('a call that reads', 'it changes nothing', at);
    return;
  }
  const who = userName(memberOf(detail, 'userIdentity'));
  const service = (textOf(detail, 'eventSource') ?? event.source).replace(/\.amazonaws\.com$/, '');
  const failure = textOf(detail, 'errorCode');
  const isChange = failure === undefined && textOf(detail, 'eventType') !== 'AwsConsoleSignIn';
  const notes = keep(textOf(detail, 'errorMessage') ?? '');
  reading.events.push({
    key: busKey(event),
    epochMs: readInstant(textOf(detail, 'eventTime')) ?? epochMs,
    text: `${keep(operation)} of ${keep(service)}${failure === undefined ? '' : ` refused: ${keep(failure)}`}`,
    ...(notes === '' ? {} : { notes }),
    ...(who === undefined ? {} : { actor: keep(who) }),
    evidence: at,
    ...(isChange ? { change: true as const, step: {} } : {}),
  });
}

/** The user, else the role's session, which names the person behind it, else the service that called. */
function userName(identity: unknown): string | undefined {
  const arn = textOf(identity, 'arn');
  if (arn?.endsWith(':root')) return 'the root user';
  return (
    textOf(identity, 'userName') ?? arn?.split('/').at(-1) ?? textOf(identity, 'invokedBy') ?? textOf(identity, 'type')
  );
}

import type { Milestone } from '../../record/milestone.ts';
import { memberOf, textOf } from '../lenient.ts';

/** What an event of the CDEvents vocabulary states: of an incident, or that something was changed. */
export type Stated = { words: string; milestone?: Milestone; change?: true; service?: string; sentence?: string };

const milestones: Record<string, Milestone> = {
  'incident.detected': 'detected',
  'incident.reported': 'declared',
  'incident.resolved': 'resolved',
};
const changes = /^(?:service\.(?:deployed|upgraded|rolledback|removed)|environment\.(?:modified|deleted))$/;

/** Reads `dev.cdevents.SUBJECT.PREDICATE.VERSION`; undefined for any other type. Format: cdevents.dev, "Continuous Operations". */
export function cdEvent(type: string, data: unknown): Stated | undefined {
  const what = /^dev\.cdevents\.([a-z]{1,40}\.[a-z]{1,40})\./.exec(type)?.[1];
  if (what === undefined) return undefined;
  const content = memberOf(memberOf(data, 'subject'), 'content');
  const service = textOf(memberOf(content, 'service'), 'id');
  const subject = textOf(memberOf(data, 'subject'), 'id');
  const artifact = textOf(content, 'artifactId');
  const outcome = [textOf(content, 'outcome'), textOf(content, 'errors')].filter(Boolean).join(', ');
  const named = [subject, artifact].filter(Boolean).join(' ');
  const sentence =
    textOf(content, 'description') ?? textOf(content, 'summary') ?? [named, outcome].filter(Boolean).join(': ');
  const milestone = Object.hasOwn(milestones, what) ? milestones[what] : undefined;
  const words = what.replace('.', ' ');
  return {
    words: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    ...(milestone === undefined ? {} : { milestone }),
    ...(changes.test(what) ? { change: true } : {}),
    ...(service === undefined ? {} : { service }),
    ...(sentence === '' ? {} : { sentence }),
  };
}

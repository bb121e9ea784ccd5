import { explicitMilestone } from './milestone-explicit.ts';
import type { Label } from './labels.ts';
import type { KindSection } from './section-kind.ts';

const plan =
  /\b(?:planned|scheduled|routine)\b.{0,40}\b(?:maintenance|upgrade|downtime|migration)\b|\bmaintenance(?: window)?\b/i;
const aftermath =
  /\b(?:outage|incident|fail|post-?mortem|broke|during|error|after|caused|overr[ua]n|exceeded|prolonged|longer than|what happened|lessons)/i;

/** The title of a document: its front matter's, else its first top heading. Undefined when it has neither. */
export function titleOf(sections: KindSection[], front: Label[]): string | undefined {
  const stated = front.find(({ key }) => key === 'title')?.value;
  const heading = sections.find(({ level }) => level > 0);
  const own =
    heading?.level === 1 && (heading.kind === 'other' || explicitMilestone(heading.title) === undefined)
      ? heading.title
      : undefined;
  const title = own !== undefined && own !== '' ? own : stated;
  return title?.trim() === '' ? undefined : title?.trim();
}

/** True for an announcement of planned work: its times are a plan. A post-mortem of maintenance that failed is none. */
export function isPlannedWork(title: string | undefined, front: Label[]): boolean {
  const words = [
    title ?? '',
    ...front.filter(({ key }) => key === 'type' || key === 'category' || key === 'section').map(({ value }) => value),
  ].join(' ');
  return plan.test(words) && !aftermath.test(words);
}

import type { PostmortemRecord } from '../record/record.ts';
import type { SourceReading } from '../sources/source.ts';
import { compareText, type DraftEvent } from './draft-event.ts';
import { factsOf, firstOfEach } from './facts.ts';
import { momentOf } from './header.ts';

/** Systems that were hit, links (the evidence files too), and steps taken. */
export function materialsOf(
  readings: SourceReading[],
  events: DraftEvent[],
): Pick<PostmortemRecord, 'systems' | 'links' | 'steps'> {
  const named = [...factsOf(readings, 'services'), ...factsOf(readings, 'systems')];
  const systems = firstOfEach(named, ({ value }) => value).map(({ value }) => ({ name: value }));
  const links = [...linksOf(readings), ...evidenceFiles(events)];
  const steps = events.flatMap((event) =>
    event.step && !event.isInSteps
      ? [{ text: event.text, ...(event.step.command ? { command: event.step.command } : {}), at: momentOf(event) }]
      : [],
  );
  return {
    ...(systems.length > 0 ? { systems } : {}),
    ...(links.length > 0 ? { links } : {}),
    ...(steps.length > 0 ? { steps } : {}),
  };
}

function linksOf(readings: SourceReading[]): { kind: string; text: string }[] {
  const all = firstOfEach(factsOf(readings, 'links'), ({ kind, value }) => `${kind}\n${value}`);
  return all
    .toSorted((a, b) => compareText(a.kind, b.kind) || compareText(a.value, b.value))
    .map(({ kind, value, of }) => ({ kind, text: of === undefined ? value : `${of}: ${value}` }));
}

/** The files that events rest on, by name. A file that added nothing is not listed, so that a repeat changes nothing. */
function evidenceFiles(events: DraftEvent[]): { kind: string; text: string }[] {
  const placed = events.filter(({ evidence, isInSteps }) => evidence.includes('#') && !isInSteps);
  const names = new Set(placed.map(({ evidence }) => evidence.slice(0, evidence.lastIndexOf('#'))));
  return [...names].sort(compareText).map((text) => ({ kind: 'evidence', text }));
}

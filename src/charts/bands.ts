import { type Milestone, type Phase, phases } from '../record/milestone.ts';
import type { Ink } from './palette.ts';
import type { Mark } from './marks.ts';

/** One stretch of the incident in one phase. */
export type Band = { word: string; ink: Ink; fromMs: number; toMs: number };

/** Words that teams use for a phase; the first that fits decides. */
const words: [RegExp, Phase][] = [
  [/detect|alert|onset|trigger/i, 'detection'],
  [/investigat|diagnos|triag|analy|identif/i, 'investigation'],
  [/mitigat|contain|respon|fix|repair/i, 'mitigation'],
  [/recover|resol|restor|monitor|verif|clos/i, 'recovery'],
];

/** Where each phase starts when no event names its phase: at the first of these milestones. */
const starts: [Phase, Milestone[]][] = [
  ['detection', ['impactStarted', 'detected']],
  ['investigation', ['acknowledged', 'declared', 'triaged', 'investigationStarted']],
  ['mitigation', ['mitigationStarted', 'rootCauseIdentified']],
  ['recovery', ['mitigated']],
];
const ends: Milestone[] = ['resolved', 'monitoringConfirmed', 'closed'];

/** What the band of an incident says whose phases are not known. */
export const wholeIncident = 'Incident';
const whole = { word: wholeIncident, ink: 'phase-other' } as const;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function phaseOf(written: string): { word: string; ink: Ink } {
  const phase = phases.find((each) => each === written) ?? words.find(([pattern]) => pattern.test(written))?.[1];
  return { word: capital(written), ink: phase === undefined ? 'phase-other' : `phase-${phase}` };
}

function bandsByEvent(marks: Mark[]): Band[] {
  const bands: Band[] = [];
  for (const mark of marks) {
    const written = mark.event.phase;
    const last = bands.at(-1);
    if (written === undefined || last?.word === capital(written)) continue;
    if (last !== undefined) last.toMs = mark.fromMs;
    bands.push({ ...phaseOf(written), fromMs: mark.fromMs, toMs: mark.fromMs });
  }
  const last = bands.at(-1);
  if (last !== undefined) last.toMs = marks.findLast((mark) => mark.event.phase !== undefined)?.toMs ?? last.toMs;
  return bands;
}

function bandsByMilestone(marks: Mark[]): Band[] {
  const at = (names: Milestone[]) =>
    marks.find((mark) => mark.event.milestone !== undefined && names.includes(mark.event.milestone))?.fromMs;
  const found = starts.flatMap(([phase, names]) => {
    const fromMs = at(names);
    return fromMs === undefined ? [] : [{ ...phaseOf(phase), fromMs, toMs: fromMs }];
  });
  const ordered = found.filter((band, index) => index === 0 || band.fromMs >= (found[index - 1]?.fromMs ?? 0));
  const last = ordered.at(-1);
  const endMs = at(last?.word === 'Recovery' ? ends : ['mitigated', ...ends]);
  const divided = ordered.some((band) => band.word === 'Investigation' || band.word === 'Mitigation');
  return ordered.map((band, index) => {
    // From impact to mitigation without a step between them is the incident as a whole, not its detection.
    const name = band.word === 'Detection' && !divided ? whole : {};
    // A phase whose end is unknown has no length.
    return { ...band, ...name, toMs: ordered[index + 1]?.fromMs ?? endMs ?? band.fromMs };
  });
}

/** The phases of the incident: from the events that name theirs, else between milestones. More than 40 changes are no phases. */
export function readBands(marks: Mark[]): Band[] {
  const named = bandsByEvent(marks);
  const bands = named.length > 0 && named.length <= 40 ? named : bandsByMilestone(marks);
  return bands.filter((band) => band.toMs > band.fromMs);
}

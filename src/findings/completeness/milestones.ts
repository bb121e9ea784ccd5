import type { Milestone } from '../../record/milestone.ts';
import { listed, type Said, say } from '../../record/said.ts';
import type { Check, Code } from '../check.ts';
import { term } from '../words.ts';

const code: Code = {
  code: 'missing.milestone',
  severity: 'note',
  sentence: 'The timeline does not say when the impact started, when it was detected, or when it ended.',
  remedy:
    'Name the moment in the timeline ("Impact started", "Detected", "Resolved"), so that the figures can be computed.',
};

const needed: readonly { name: Said; any: readonly Milestone[]; costs: string }[] = [
  { name: say`the start of the impact`, any: ['impactStarted'], costs: 'timeToDetect' },
  { name: say`the detection`, any: ['detected', 'acknowledged', 'declared'], costs: 'timeToDetect' },
  { name: say`the end`, any: ['resolved', 'mitigated', 'closed'], costs: 'duration' },
];

/** Named moments without which the main figures stay unknown. Start and end of the header count. */
export const missingMilestones: Check = {
  codes: [code],
  run(context) {
    const { timeline = [], incident } = context.record;
    if (timeline.length < 2) return [];
    const named = new Set<string | undefined>(timeline.map(({ milestone }) => milestone));
    if (incident?.start !== undefined) named.add('impactStarted');
    if (incident?.end !== undefined) named.add('resolved');
    const absent = needed.filter(({ any }) => !any.some((milestone) => named.has(milestone)));
    if (absent.length === 0) return [];
    const costs = [...new Set(absent.map((part) => part.costs))].map(term);
    return [
      context.report(code, {
        message: say`No entry of the timeline names ${listed(absent.map(({ name }) => name))}: ${listed(costs, (one, other) => say`${one} and ${other}`)} cannot be computed.`,
        path: 'timeline',
        line: context.lineOf('timeline') ?? timeline[0]?.line,
      }),
    ];
  },
};

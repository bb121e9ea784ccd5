import type { PostmortemRecord } from '../record/record.ts';
import { type Text, say } from '../record/said.ts';
import type { Figure } from '../record/figure.ts';
import type { FigureFamily } from './family.ts';
import { measured } from './measured.ts';
import { unknownFigure } from './unknown.ts';

type Step = NonNullable<PostmortemRecord['steps']>[number];

const byHand = /\b(?:manual(?:ly)?|by hand|human|none|n\/a)\b/i;

/** How a step was done; undefined when it states neither a tool nor a tool call. */
function kindOf({ tool, command }: Step): 'automated' | 'manual' | undefined {
  // A tool may be called anything, `manual-failover` too.
  if (tool !== undefined && /\(MCP\b/.test(tool)) return 'automated';
  if (tool !== undefined) return byHand.test(tool) ? 'manual' : 'automated';
  return command?.includes('tools/call') === true ? 'automated' : undefined;
}

const unknownWhen = 'no step states its tool';
const nobodyNamed = 'no step states who took it';

const byAgent = ({ by }: Step): boolean => by !== undefined && /\b(?:agent|AI|LLM)\b/i.test(by);
/** A person let it not happen, or a word that says nobody stepped in. */
const refused = ({ override }: Step): boolean =>
  override !== undefined && /\b(?:declined|dismissed|refused|rejected)\b/i.test(override);
const overridden = ({ override }: Step): boolean =>
  override !== undefined && !/^(?:no|none|n\/a|-|–)\b/i.test(override);

/** How much of the resolution was done by tools. Steps that do not say how count on neither side. */
export const automation: FigureFamily = {
  describes: [
    {
      name: 'automatedSteps',
      formula: 'steps with a tool that is not manual, or with a tool call',
      unit: 'count',
      unknownWhen,
    },
    { name: 'manualSteps', formula: 'steps whose tool is manual', unit: 'count', unknownWhen },
    {
      name: 'automationShare',
      formula: 'automatedSteps / (automatedSteps + manualSteps) x 100',
      unit: 'percent',
      unknownWhen,
    },
    {
      name: 'aiSuggestions',
      formula: 'steps by an agent that no person declined',
      unit: 'count',
      unknownWhen: nobodyNamed,
    },
    {
      name: 'humanOverrides',
      formula: 'steps in which a person confirmed, declined or did otherwise',
      unit: 'count',
      unknownWhen: nobodyNamed,
    },
  ],
  *compute({ record }) {
    const stated = (record.steps ?? []).flatMap((step, index) => {
      const kind = kindOf(step);
      return kind === undefined ? [] : [{ kind, path: `steps[${index}]` }];
    });
    const automated = stated.filter(({ kind }) => kind === 'automated').length;
    const reason = 'no step states its tool: add the tool, or “manual”, to each resolution step';
    const figure = (unit: string, value: number, formula: Text) =>
      stated.length === 0
        ? unknownFigure(unit, formula, reason)
        : measured(
            'known',
            unit,
            value,
            formula,
            stated.map(({ path }) => path),
          );
    yield ['automatedSteps', figure('count', automated, say`of ${stated.length} steps that state a tool`)];
    yield ['manualSteps', figure('count', stated.length - automated, say`of ${stated.length} steps that state a tool`)];
    yield [
      'automationShare',
      figure('percent', (automated / stated.length) * 100, 'automatedSteps / steps with a tool'),
    ];
    yield* agents(record.steps ?? []);
  },
};

/** What agents did, and where people stepped in: of steps that say who took them. */
function* agents(steps: readonly Step[]): Iterable<readonly [string, Figure]> {
  const named = steps.flatMap((step, index) => (step.by === undefined ? [] : [{ step, path: `steps[${index}]` }]));
  const figure = (formula: Text, counts: (step: Step) => boolean): Figure => {
    const reason = 'no step states who took it: add the name, or “agent” and its name, to each resolution step';
    if (named.length === 0) return unknownFigure('count', formula, reason);
    const cites = named.map(({ path }) => path);
    return measured('known', 'count', named.filter(({ step }) => counts(step)).length, formula, cites);
  };
  const of = say`of ${named.length} steps that state who took them`;
  yield ['aiSuggestions', figure(of, (step) => byAgent(step) && !refused(step))];
  yield ['humanOverrides', figure(of, overridden)];
}

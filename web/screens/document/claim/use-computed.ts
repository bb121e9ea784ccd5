import type { Figure } from '../../../../src/record/figure.ts';
import { formatDuration } from '../../../../src/values/duration.ts';
import { setFields } from '../../../editors/saving/set-fields.ts';
import { remember } from '../../../editors/undo.ts';
import { say, sayProblem } from '../../../parts/notices.tsx';
import { words } from '../../../words/index.ts';
import { figureName, valueText } from '../figure-text.ts';
import { useSheet } from '../shown.ts';
import type { FoundClaim } from './claims-of.ts';

/** What gives a claim other values, and says so; the notice and Ctrl+Z take it back. */
export function useChangeOfClaim() {
  const { incident } = useSheet();
  return async ({ id, version }: FoundClaim, set: Record<string, unknown>, told: string): Promise<void> => {
    const work = setFields({ incident, key: 'claims', id }, set, version);
    const back = remember(told, work);
    await work;
    say(told, back);
  };
}

/** What states the computed value in place of what was claimed. */
export function useComputed(): (found: FoundClaim, name: string, figure: Figure) => void {
  const change = useChangeOfClaim();
  return (found, name, figure) => {
    const value = figure.seconds ?? figure.value;
    if (value === undefined) return;
    const text = figure.unit === 'seconds' ? formatDuration(value) : valueText(value, figure.unit);
    const set = { text, value, unit: figure.unit, upTo: null, qualifier: null, approximate: null };
    change(found, set, words.document.usedComputed(figureName(name), text)).catch(sayProblem);
  };
}

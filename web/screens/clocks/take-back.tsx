import type { ShownClock } from '../../../src/operations/clock/shown.ts';
import { refresh, useChange } from '../../api/queries.ts';
import { Button } from '../../parts/button.tsx';
import { say, sayProblem } from '../../parts/notices.tsx';
import { words } from '../../words/with-clocks.ts';

/** What was said of a clock last can be taken back: that it was done, else whether it applies. */
export function TakeBack({ clock: { clock, rule, mark, version }, incident }: { clock: ShownClock; incident: string }) {
  const { clocks } = words;
  const { run, busy } = useChange('clock.reopen');
  const what = mark.done !== undefined ? 'done' : mark.applies !== undefined ? 'applies' : undefined;
  if (what === undefined) return null;
  const take = async () => {
    try {
      await run({ incident, clock, what, seen: version });
      say(clocks.takenBack);
    } catch (error) {
      sayProblem(error);
    }
    await refresh('clock.list');
  };
  return (
    <Button
      look="quiet"
      busy={busy}
      aria-label={clocks.about(clocks.actions.takeBack, rule.what)}
      onClick={() => void take()}
    >
      {clocks.actions.takeBack}
    </Button>
  );
}

import { say, sayProblem } from '../parts/notices.tsx';
import { words } from '../words/index.ts';
import type { Saved } from './saving/set-fields.ts';

/** One thing that a person did, and what takes it back. */
type Step = { address: string; what: string; back: () => Promise<unknown> };

/** So many steps are kept. */
const most = 100;
let steps: Step[] = [];

async function takeBack(step: Step): Promise<void> {
  if (!steps.includes(step)) return;
  steps = steps.filter((other) => other !== step);
  try {
    await step.back();
    say(words.editors.undone(step.what));
  } catch (error) {
    sayProblem(error);
  }
}

/**
 * Keeps what a person did for Ctrl+Z, from the moment they did it: to take it back waits until it is saved. What is refused is no
 * step. Gives what takes back this one, for the notice that tells of it.
 */
export function remember(what: string, work: Promise<Saved>): () => void {
  const step: Step = { address: location.pathname, what, back: async () => (await work).back() };
  steps = [...steps.slice(1 - most), step];
  work.catch(() => {
    steps = steps.filter((other) => other !== step);
  });
  return () => void takeBack(step);
}

/** Takes back the last step of this person on the document that is shown. */
export function undoLast(): boolean {
  const step = steps.findLast(({ address }) => address === location.pathname);
  if (step === undefined) return false;
  void takeBack(step);
  return true;
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox]),textarea,select'));

// Within inputs Ctrl+Z is the browser's, for what was typed there.
document.addEventListener('keydown', (event) => {
  const isUndo =
    (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z';
  if (isUndo && !event.defaultPrevented && !isWriting(event.target) && undoLast()) event.preventDefault();
});

import { call, type Input } from '../../api/call.ts';
import { refresh } from '../../api/queries.ts';
import { say, sayProblem } from '../../parts/notices.tsx';

/** Does something, says that it is done, and reads again what it changed. What fails is said. Answers whether it was done. */
export async function act(name: string, input: Input, told: string, ...read: string[]): Promise<boolean> {
  try {
    await call(name, input);
    say(told);
    return true;
  } catch (problem) {
    sayProblem(problem);
    return false;
  } finally {
    await refresh(...read);
  }
}

/** After a row is gone the focus goes to the next one's button, else to the part's first control. */
export function focusNear(row: HTMLElement | null | undefined): () => void {
  const rows = [...(row?.parentElement?.children ?? [])];
  const at = row ? rows.indexOf(row) : -1;
  const body = row?.parentElement;
  return () =>
    requestAnimationFrame(() => {
      const next = body?.children[Math.min(at, body.children.length - 1)];
      const target = next?.querySelector<HTMLElement>('button') ?? document.getElementById('content');
      target?.focus();
    });
}

import { Worker } from 'node:worker_threads';
import type { Taxonomy } from '../../search/index.ts';
import type { Questions } from './questions.ts';
import type { Kept, Reply, Told } from './search-thread.ts';
import type { SearchRow } from './searched-incident.ts';

/** The thread that holds the index, as the server speaks with it. */
export type SearchThread = {
  /** Has rows put into the index, and waits until they are. Questions asked later see those that are newer. */
  put: (what: 'newer' | 'older', rows: readonly SearchRow[]) => Promise<void>;
  ask: <Name extends keyof Questions>(
    name: Name,
    asked: Questions[Name]['asked'],
  ) => Promise<Questions[Name]['answer']>;
  /** What it holds, as far as it was heard of. */
  kept: () => Kept;
  /** Whether it has ended, by itself or not: nothing can be asked of it any more. */
  isOver: () => boolean;
  end: () => Promise<unknown>;
};

/** Texts come and go in it, so its garbage is young; the index itself lies outside of what is limited here. */
const resourceLimits = { maxYoungGenerationSizeMb: 48 };

/**
 * Starts a thread with an empty index. It keeps no process alive but while an answer is waited for. When it ends, all that wait hear of
 * it, and so does everybody later; `closed` ends it.
 */
export function startSearchThread(taxonomy: Taxonomy, closed: AbortSignal): SearchThread {
  const worker = new Worker(new URL('search-thread.ts', import.meta.url), { workerData: { taxonomy }, resourceLimits });
  const waiting = new Map<number, { resolve: (said: unknown) => void; reject: (error: Error) => void }>();
  let kept: Kept = { count: 0, dead: 0 };
  let over: Error | undefined;
  let next = 0;

  const end = (): Promise<unknown> => worker.terminate();
  const giveUp = (cause: unknown): void => {
    over ??= new Error('the search has ended and begins anew when it is asked again', { cause });
    closed.removeEventListener('abort', end);
    for (const { reject } of waiting.values()) reject(over);
    waiting.clear();
  };
  const tell = (told: Omit<Extract<Told, { what: 'question' }>, 'id'> | Omit<Extract<Told, { rows: unknown }>, 'id'>) =>
    new Promise<unknown>((resolve, reject) => {
      if (over !== undefined) throw over;
      next += 1;
      waiting.set(next, { resolve, reject });
      worker.ref();
      worker.postMessage({ id: next, ...told });
    });

  worker.unref();
  worker.on('message', (reply: Reply) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (waiting.size === 0) worker.unref();
    if ('said' in reply) asked?.resolve(reply.said);
    else asked?.reject(new Error(reply.failed));
  });
  worker.on('error', giveUp);
  worker.once('exit', (code) => giveUp(new Error(`the thread ended with ${code}`)));
  if (closed.aborted) void end();
  else closed.addEventListener('abort', end, { once: true });

  return {
    put: async (what, rows) => {
      kept = (await tell({ what, rows })) as Kept;
    },
    ask: async (name, asked) =>
      (await tell({ what: 'question', question: { name, asked: asked as never } })) as Questions[typeof name]['answer'],
    kept: () => kept,
    isOver: () => over !== undefined,
    end,
  };
}

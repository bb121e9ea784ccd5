import type { ServerContext } from '@modelcontextprotocol/server';

/** How often a long call says that it goes on: well below the minute after which clients give up. */
const everyMs = 5000;

/** Runs work, and tells a client that asked for it when it begins and how long it takes so far. No operation knows its end beforehand. */
export async function withProgress<Result>(
  { mcpReq }: ServerContext,
  name: string,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { signal, _meta: meta } = mcpReq;
  signal.throwIfAborted();
  const token = meta?.progressToken;
  if (token === undefined) return work(signal);
  const begunMs = performance.now();
  const tell = (message: string) => {
    const progress = Math.round(performance.now() - begunMs) / 1000;
    const params = { progressToken: token, progress, message };
    // Who is gone needs no news.
    mcpReq.notify({ method: 'notifications/progress', params }).catch(() => {});
  };
  tell(`${name} began`);
  const timer = setInterval(() => tell(`${name} goes on`), everyMs);
  try {
    return await work(signal);
  } finally {
    clearInterval(timer);
  }
}

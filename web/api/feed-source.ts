/** What is heard of the feed. */
type Heard = {
  change: (text: string) => void;
  /** Something may have been missed. */
  gap: () => void;
};

const firstDelayMs = 1000;
const mostDelayMs = 30_000;

/**
 * Listens to the feed of changes behind the one of number `after` until the function given back is called. A browser comes back by itself when a line is lost, but
 * not after an error of a proxy or of a server that is starting: then it is asked anew, by lot between half a delay and a whole one.
 */
export function openFeed(after: number, { change, gap }: Heard): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let tries = 0;
  let isFirst = true;
  const open = () => {
    clearTimeout(timer);
    // Later on everything is read again, so that the feed of now is enough.
    source = new EventSource(isFirst ? `/api/v1/feed?after=${after}` : '/api/v1/feed');
    source.addEventListener('open', () => {
      tries = 0;
      if (!isFirst) gap();
      isFirst = false;
    });
    source.addEventListener('change', ({ data }: MessageEvent<string>) => change(data));
    source.addEventListener('reset', gap);
    source.addEventListener('error', () => {
      isFirst = false;
      if (source.readyState !== EventSource.CLOSED) return;
      const delayMs = Math.min(mostDelayMs, firstDelayMs * 2 ** tries);
      tries += 1;
      timer = setTimeout(open, delayMs * (0.5 + Math.random() / 2));
    });
  };
  const now = () => {
    if (source.readyState === EventSource.CLOSED) open();
  };
  open();
  addEventListener('online', now);
  return () => {
    clearTimeout(timer);
    removeEventListener('online', now);
    source.close();
  };
}

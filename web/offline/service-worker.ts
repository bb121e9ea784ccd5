/**
 * Lets the app start without a network: its files, the pages that were open, and a few answers are kept as they were seen last.
 * Nothing is ever answered from here while the server answers. Signing out empties it (`Clear-Site-Data`).
 */
export type OwnWorker = {
  addEventListener: (type: string, listener: (event: WorkerEvent) => void) => void;
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
};
type WorkerEvent = {
  request: Request;
  respondWith: (response: Promise<Response>) => void;
  waitUntil: (work: Promise<unknown>) => void;
};

const worker = self as unknown as OwnWorker;
const filesCache = 'hindcast-files';
const pagesCache = 'hindcast-pages';
/** Pages and answers kept; the oldest go first. */
const mostPages = 60;

/** Answers that a document needs beside its page. */
const keptAnswers = /^\/api\/v1\/(?:templates|people|me|incidents\/[^/]+)(?:\/[^/]+\/layout|\/layout)?$/;

async function keep(request: Request, response: Response): Promise<void> {
  const cache = await caches.open(pagesCache);
  // Put last, so that the first ones are the oldest.
  await cache.delete(request);
  await cache.put(request, response);
  const all = await cache.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - mostPages)).map((old) => cache.delete(old)));
}

async function fromServer(event: WorkerEvent): Promise<Response> {
  const { request } = event;
  try {
    const response = await fetch(request);
    // Where somebody was sent on to sign in, or refused, there is nothing to keep.
    if (response.ok && !response.redirected) event.waitUntil(keep(request, response.clone()));
    return response;
  } catch (error) {
    const known = await caches.match(request, { cacheName: pagesCache, ignoreVary: true });
    if (known !== undefined) return known;
    throw error;
  }
}

/** Names of files change with their content, so what is kept is right. */
async function fromFiles({ request }: WorkerEvent): Promise<Response> {
  const cache = await caches.open(filesCache);
  const known = await cache.match(request, { ignoreVary: true });
  if (known !== undefined) return known;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/** All files of this build, and no longer those of the one before. */
async function takeFiles(): Promise<void> {
  const names = (await (await fetch('/app/files.json', { cache: 'no-store' })).json()) as string[];
  const cache = await caches.open(filesCache);
  const wanted = new Set(names.map((name) => new URL(`/app/${name}`, location.origin).href));
  for (const old of await cache.keys()) if (!wanted.has(old.url)) await cache.delete(old);
  const known = new Set((await cache.keys()).map(({ url }) => url));
  await cache.addAll([...wanted].filter((url) => !known.has(url)));
}

worker.addEventListener('install', (event) => event.waitUntil(takeFiles().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (pathname.startsWith('/app/')) event.respondWith(fromFiles(event));
  else if (request.mode === 'navigate' && !/^\/(?:api|sign-in|account)/.test(pathname))
    event.respondWith(fromServer(event));
  else if (keptAnswers.test(pathname)) event.respondWith(fromServer(event));
});

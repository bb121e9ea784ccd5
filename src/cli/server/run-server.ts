import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import { createApp } from '../../http/app.ts';
import { openFeed } from '../../http/feed/feed.ts';
import type { Surroundings } from '../../http/surroundings.ts';
import { openEvidenceStore } from '../../store/evidence/index.ts';
import { builtinTemplates } from '../../templates/index.ts';
import { serverConfig } from './server-config.ts';
import { makeExample } from './example-incident.ts';
import { localContext } from './local-context.ts';
import { type Listener, openListener } from './listener.ts';
import { migrateStore, type OpenStore, openStore } from './open-store.ts';
import { readinessOf } from './readiness.ts';
import { readingsOf } from './readings.ts';
import type { Settings } from './settings.ts';

/** A server that answers. */
export type RunningServer = {
  origin: string;
  /** What is to be undone when it stops, in this order: requests, then what works beside them, then the database. */
  stop: () => Promise<void>;
  /** Ends the patience of a `stop` under way. */
  hurry: () => void;
};

/** Longer than any request of ours should take, shorter than what service managers wait before they kill (90 s, 30 s). */
const patienceMs = 25_000;

async function fill(settings: Settings, log: Logger, listener: Listener, store: OpenStore): Promise<Surroundings> {
  const applied = await migrateStore(store);
  if (applied.length > 0) log.info({ migrations: applied.join(', ') }, 'schema brought up to date');
  const { config, templates } = serverConfig();
  const around: Surroundings = {
    database: store.database,
    evidence: openEvidenceStore(settings.evidence, settings.dataFolder),
    config,
    templates: async () => [...templates, ...builtinTemplates()],
    origin: settings.origin ?? `http://localhost:${listener.port}`,
    feed: openFeed(store.database, log),
    log,
    now: () => new Date().toISOString(),
  };
  await makeExample(localContext(around, await around.templates()));
  return around;
}

/** Starts everything, in the order in which one stands on the other. What was started is stopped again when a later part fails. */
export async function runServer(settings: Settings, log: Logger): Promise<RunningServer> {
  const listener = await openListener(settings.port, settings.host);
  let store: OpenStore | undefined;
  try {
    store = await openStore(settings, (line) => log.info(line));
    const around = await fill(settings, log, listener, store);
    const readiness = readinessOf(store, settings.dataFolder, {});
    const app = createApp(around, { readiness, readings: readingsOf(store) });
    listener.answerWith(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
    const opened = store;
    return {
      origin: around.origin,
      hurry: listener.hurry,
      stop: async () => {
        // Streams never end by themselves: draining would wait for them.
        await around.feed.close();
        const cutOff = await listener.drain(patienceMs);
        if (cutOff > 0) log.warn({ requests: cutOff }, 'requests were cut off');
        await opened.close();
      },
    };
  } catch (error) {
    await listener.drain(0);
    await store?.close();
    throw error;
  }
}

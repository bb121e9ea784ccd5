import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import { accessSettingsOf } from '../../http/access-settings.ts';
import { createApp } from '../../http/app.ts';
import { openFeed } from '../../http/feed/feed.ts';
import type { Surroundings } from '../../http/surroundings.ts';
import { openEvidenceStore } from '../../store/evidence/index.ts';
import { freeBytes } from '../../store/postgres/index.ts';
import { startSequencer } from '../../store/ledger/sequencer.ts';
import { makeOwnerLink } from '../../operations/sessions/owner-link.ts';
import { builtinTemplates } from '../../templates/index.ts';
import { serverConfig } from './server-config.ts';
import { makeExample } from './example-incident.ts';
import { localContext } from './local-context.ts';
import { type Listener, openListener } from './listener.ts';
import { migrateStore, type OpenStore, openStore } from './open-store.ts';
import { ledgerCheck, readinessOf } from './readiness.ts';
import { readingsOf } from './readings.ts';
import type { Settings } from './settings.ts';

/** A server that answers. */
export type RunningServer = {
  origin: string;
  /** The one-time link of the first owner, until an owner has signed in. */
  ownerLink: string | undefined;
  /** Finishes requests, then ends what works beside them, then the database. */
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
  const origin = settings.origin ?? `http://localhost:${listener.port}`;
  const around: Surroundings = {
    database: store.database,
    evidence: openEvidenceStore(settings.evidence, settings.dataFolder),
    config,
    templates: async () => [...templates, ...builtinTemplates()],
    origin,
    ...(settings.timestampAuthority === undefined ? {} : { timestampAuthority: settings.timestampAuthority }),
    freeBytes: () => freeBytes(settings.dataFolder),
    feed: openFeed(store.database, log),
    access: accessSettingsOf(process.env, origin),
    log,
    now: () => new Date().toISOString(),
  };
  await makeExample(localContext(around, await around.templates()));
  return around;
}

/** Starts everything, in the order in which one stands on the other. What was started is stopped again when a later part fails. */
export async function runServer(settings: Settings, log: Logger): Promise<RunningServer> {
  const listener = await openListener(settings.port, settings.host);
  // What was started, to be stopped in the opposite order.
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const each of stops.splice(0).toReversed())
      await each().catch((error: unknown) => log.error({ err: error }, 'something did not stop as it should'));
  };
  stops.push(() => listener.drain(0));
  try {
    const store = await openStore(settings, (line) => log.info(line));
    stops.push(store.close);
    const around = await fill(settings, log, listener, store);
    const sequencer = startSequencer(store.database, { log });
    stops.push(sequencer.stop);
    const readiness = readinessOf(store, settings.dataFolder, { ledger: ledgerCheck(store.database) });
    const app = createApp(around, { readiness, readings: readingsOf(store, sequencer) });
    listener.answerWith(getRequestListener(app.fetch));
    stops.push(async () => {
      // Streams have no end of their own; those who read them come back elsewhere.
      await around.feed.close();
      const cutOff = await listener.drain(patienceMs);
      if (cutOff > 0) log.warn({ requests: cutOff }, 'requests were cut off');
    });
    const ownerLink = await makeOwnerLink(store.database, around.origin, around.now());
    return { origin: around.origin, ownerLink, hurry: listener.hurry, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import { accessSettingsOf } from '../../http/access-settings.ts';
import { createApp } from '../../http/app.ts';
import { sourceActor, systemActor } from '../../operations/access/actor.ts';
import { openFeed } from '../../http/feed/feed.ts';
import { openLive } from '../../http/live/open-live.ts';
import type { Surroundings } from '../../http/surroundings.ts';
import { openModel } from '../../outbound/model/complete.ts';
import { openEvidenceStore } from '../../store/evidence/index.ts';
import { freeBytes } from '../../store/postgres/index.ts';
import { repeatsCounted } from '../../store/deliveries/note-repeat.ts';
import { startSequencer } from '../../store/ledger/sequencer.ts';
import { endOutdatedApprovals } from '../../operations/template/end-outdated.ts';
import { serverTemplates } from '../../operations/template/shelf.ts';
import { makeOwnerLink } from '../../operations/sessions/owner-link.ts';
import { storedContext } from '../../http/stored-context.ts';
import { startCorrelating } from '../../jobs/correlating/start-correlating.ts';
import { startPlanningReviews } from '../../jobs/start-planning-reviews.ts';
import { workingDays } from '../../operations/review/working-day.ts';
import { startNotifying } from '../../jobs/notifying/start-notifying.ts';
import { startRemovingOld } from '../../jobs/start-removing-old.ts';
import { startTakingInsights } from '../../jobs/start-taking-insights.ts';
import { startTicking } from '../../jobs/start-ticking.ts';
import { startTracking } from '../../jobs/start-tracking.ts';
import { startReading } from '../../jobs/reading/start-reading.ts';
import { builtinTemplates } from '../../templates/index.ts';
import { startAnchoring } from './anchoring.ts';
import { serverConfig } from './server-config.ts';
import { startIndexing } from './indexing.ts';
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
  const { config, templates: own } = serverConfig();
  const origin = settings.origin ?? `http://localhost:${listener.port}`;
  const around: Surroundings = {
    database: store.database,
    evidence: openEvidenceStore(settings.evidence, settings.dataFolder),
    config,
    templates: async () => [...own, ...builtinTemplates()],
    origin,
    ...(settings.timestampAuthority === undefined ? {} : { timestampAuthority: settings.timestampAuthority }),
    ...(settings.model === undefined ? {} : { model: openModel(settings.model) }),
    freeBytes: () => freeBytes(settings.dataFolder),
    feed: openFeed(store.database, log),
    access: accessSettingsOf(process.env, origin),
    log,
    now: () => new Date().toISOString(),
  };
  const templates = await serverTemplates(store.database, await around.templates());
  await makeExample(localContext(around, templates));
  await endOutdatedApprovals(localContext(around, templates)());
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
    stops.push(startIndexing(store.database, { leading: sequencer.leading, log, taxonomy: around.config.taxonomy }));
    stops.push(
      startPlanningReviews(store.database, {
        leading: sequencer.leading,
        log,
        planning: async () => ({ templates: await around.templates(), ...(await workingDays(around)) }),
      }),
    );
    stops.push(
      startTakingInsights(store.database, {
        leading: sequencer.leading,
        log,
        taking: async () => ({ templates: await around.templates(), now: around.now() }),
      }),
    );
    stops.push(() => repeatsCounted(store.database));
    const { evidence, dataFolder, databaseUrl } = settings;
    const where = databaseUrl ?? store.where;
    stops.push(startRemovingOld(store.database, around.evidence, { leading: sequencer.leading, log }));
    stops.push(startReading(store.database, { where, evidence, dataFolder, mappings: around.config.sources }, log));
    stops.push(
      startCorrelating({
        leading: sequencer.leading,
        log,
        context: () => storedContext(around, sourceActor, around.now()),
      }),
    );
    stops.push(
      startTicking({
        leading: sequencer.leading,
        log,
        context: () => storedContext(around, systemActor, around.now()),
      }),
    );
    stops.push(
      startNotifying({
        leading: sequencer.leading,
        log,
        context: () => storedContext(around, systemActor, around.now()),
      }),
    );
    stops.push(
      startTracking({
        leading: sequencer.leading,
        log,
        context: () => storedContext(around, systemActor, around.now()),
      }),
    );
    if (settings.anchorHours > 0) {
      const context = localContext(around, await around.templates());
      stops.push(startAnchoring(context, { hours: settings.anchorHours, leading: sequencer.leading, log }));
    }
    const readiness = readinessOf(store, settings.dataFolder, { ledger: ledgerCheck(store.database) });
    const live = openLive(around);
    const app = createApp({ ...around, settle: live.settle }, { readiness, readings: readingsOf(store, sequencer) });
    listener.answerWith(getRequestListener(app.fetch));
    listener.upgradeWith(live.upgrade);
    void live.settleAll();
    stops.push(async () => {
      await live.close();
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

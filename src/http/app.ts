import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { HindcastError } from '../operations/errors.ts';
import { storedOperations } from '../operations/stored.ts';
import { addErrorPage } from './docs/add-error-page.ts';
import { addFeed } from './feed/add-feed.ts';
import { defaultAccess } from './access-settings.ts';
import { addHealth, type Readiness } from './health.ts';
import { addPublicCheckpoint } from './ledger/add-public-checkpoint.ts';
import { addHome } from './home/index.ts';
import { addViews } from './home/add-views.ts';
import { addHooks } from './hooks/add-hooks.ts';
import { isUpload } from './evidence/is-upload.ts';
import { mostBodyBytes } from './input-of.ts';
import { addMcp } from './mcp/add-mcp.ts';
import { matchedRoute } from './matched-route.ts';
import { countRequests, type Reading } from './metrics.ts';
import { metricsAccess } from './metrics-access.ts';
import { addOperations } from './operation-routes.ts';
import { addPolls } from './polls/add-polls.ts';
import { problemResponse } from './problem.ts';
import { addStyle } from './page/page.ts';
import { addReference } from './reference.ts';
import { limitAddresses, requestLimit } from './request-limit.ts';
import { addRequestLog } from './request-log.ts';
import { addSignIn } from './sign-in/index.ts';
import { addCalendar } from './notices/calendar.ts';
import { addUnsubscribe } from './notices/unsubscribe.ts';
import { addPublicPages } from './public/pages.ts';
import { addStatus } from './status/add-status.ts';
import type { Surroundings } from './surroundings.ts';
import { addWeb } from './web/add-web.ts';

/** Nothing but what this server itself sends may run, load or frame. */
const policy = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  imgSrc: ["'self'", 'data:'],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  workerSrc: ["'self'"],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
};

/** What a running server shows of itself to those who watch it. */
export type Watched = { readiness: Readiness; readings: Reading[] };

/**
 * The HTTP face: routes from the operation list, one error form, headers that let nothing foreign in. With `watched`, it has
 * `/healthz`, `/readyz` and `/metrics` too.
 */
export function createApp(around: Surroundings, watched?: Watched): Hono {
  const app = new Hono();
  // In a storm, a line and a measurement for each delivery would cost as much as the delivery: its hook counts it.
  addHooks(app, around);
  addRequestLog(app, around.log);
  const metrics = watched && countRequests(app, watched.readings);
  if (watched !== undefined) addHealth(app, watched.readiness);
  const { access = defaultAccess } = around;
  const take = requestLimit(access.requestsPerMinute);
  limitAddresses(app, take, access);
  addPublicPages(app, around);
  addStatus(app, around);
  app.use(secureHeaders({ contentSecurityPolicy: policy, referrerPolicy: 'same-origin', overwrite: false }));
  if (metrics !== undefined) app.get('/metrics', metricsAccess(around), metrics);
  const limited = bodyLimit({
    maxSize: mostBodyBytes,
    onError: () => {
      throw new HindcastError('body.too-large', { limit: String(mostBodyBytes / 1e6) });
    },
  });
  // Uploads have a limit of their own, and are never held in memory.
  app.use('/api/*', (context, next) => (isUpload(context.req) ? next() : limited(context, next)));
  app.onError((error, context) => {
    if (!(error instanceof HindcastError) || error.cause !== undefined)
      around.log.error(
        { err: error, request: context.res.headers.get('x-request-id'), route: matchedRoute(context) },
        'request failed',
      );
    return problemResponse(context, error);
  });
  app.notFound((context) =>
    problemResponse(
      context,
      new HindcastError('route.unknown', { method: context.req.method, path: context.req.path }),
    ),
  );
  addStyle(app);
  addHome(app, around);
  addViews(app, around);
  addWeb(app, around);
  addReference(app, storedOperations, around.origin, '1');
  addErrorPage(app);
  addFeed(app, around);
  addPublicCheckpoint(app, around);
  addPolls(app, around);
  addSignIn(app, around);
  addCalendar(app, around);
  addUnsubscribe(app, around);
  addMcp(app, around, take);
  addOperations(app, storedOperations, around, take);
  return app;
}

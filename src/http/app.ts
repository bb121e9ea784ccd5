import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { HindcastError } from '../operations/errors.ts';
import { storedOperations } from '../operations/stored.ts';
import { mostBodyBytes } from './input-of.ts';
import { addOperations } from './operation-routes.ts';
import { problemResponse } from './problem.ts';
import type { Surroundings } from './surroundings.ts';

/** Nothing but what this server itself sends may run, load or frame. */
const policy = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  imgSrc: ["'self'", 'data:'],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
};

/** The HTTP face: routes from the operation list, one error form, headers that let nothing foreign in. */
export function createApp(around: Surroundings): Hono {
  const app = new Hono();
  app.use(secureHeaders({ contentSecurityPolicy: policy, referrerPolicy: 'same-origin' }));
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: mostBodyBytes,
      onError: () => {
        throw new HindcastError('body.too-large', { limit: String(mostBodyBytes / 1e6) });
      },
    }),
  );
  app.onError((error, context) => {
    if (!(error instanceof HindcastError)) around.log.error({ err: error, path: context.req.path }, 'request failed');
    return problemResponse(context, error);
  });
  app.notFound((context) =>
    problemResponse(
      context,
      new HindcastError('route.unknown', { method: context.req.method, path: context.req.path }),
    ),
  );
  addOperations(app, storedOperations, around);
  return app;
}

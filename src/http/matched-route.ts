import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';

/** The pattern of the route that answered (`/api/v1/incidents/:incident`), or `none`. Addresses themselves may hold secrets. */
export function matchedRoute(context: Context): string {
  return matchedRoutes(context).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'none';
}

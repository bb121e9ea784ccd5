import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type ErrorCode, HindcastError } from '../operations/errors.ts';
import { storeFailure } from '../operations/store-failure.ts';
import { StoreError } from '../store/store-error.ts';
import { errorPage, wantsPage } from './page/error-page.ts';

/** The HTTP status of each error that is not simply a bad request (400). */
const statuses: Partial<Record<ErrorCode, ContentfulStatusCode>> = {
  'access.unknown': 401,
  'access.denied': 403,
  'incident.not-found': 404,
  'record.entry-not-found': 404,
  'record.list-full': 409,
  'template.unknown': 404,
  'template.taken': 409,
  'template.builtin': 409,
  'template.archived': 409,
  'setting.unknown': 404,
  'clock.not-found': 404,
  'clock.nothing': 409,
  'service.not-found': 404,
  'service.taken': 409,
  'tracker.not-found': 404,
  'tracker.taken': 409,
  'tracker.unreachable': 502,
  'tracker.limited': 503,
  'tracker.refused': 502,
  'tracker.missing': 502,
  'tracker.invalid': 502,
  'tracker.other': 502,
  'link.not-found': 404,
  'link.taken': 409,
  'link.agreed': 409,
  'measure.nothing': 502,
  'evidence.not-found': 404,
  'evidence.too-large': 413,
  'evidence.too-many': 409,
  'evidence.bad-range': 416,
  'evidence.retained': 409,
  'evidence.held': 409,
  'evidence.lost': 500,
  'evidence.corrupt': 500,
  'evidence.no-space': 507,
  'evidence.unavailable': 503,
  'route.unknown': 404,
  'record.conflict': 409,
  'record.conflicts': 409,
  'comment.not-found': 404,
  'comment.settled': 409,
  'proposal.not-found': 404,
  'proposal.settled': 409,
  'proposal.too-many': 409,
  'comment.text-changed': 409,
  'action.elsewhere': 409,
  'action.incomplete': 409,
  'lifecycle.elsewhere': 409,
  'lifecycle.blocked': 409,
  'signoff.not-in-review': 409,
  'signoff.given': 409,
  'signoff.order': 409,
  'signoff.same-person': 409,
  'signoff.stale': 409,
  'version.not-found': 404,
  'version.content-changed': 409,
  'publication.changed': 409,
  'publication.undecided': 409,
  'publication.slug': 409,
  'publication.none': 404,
  'announcement.leak': 409,
  'announcement.list': 404,
  'status.off': 409,
  'status.none': 404,
  'subscription.taken': 409,
  'subscription.none': 404,
  'key.reused': 409,
  'store.busy': 409,
  'body.too-large': 413,
  'rate.limited': 429,
  'people.not-found': 404,
  'own.not-found': 404,
  'people.email-taken': 409,
  'people.last-owner': 409,
  'token.beyond-role': 403,
  'sign-in.link': 403,
  'sign-in.refused': 403,
  'sign-in.passkey': 403,
  'sign-in.throttled': 429,
  'sign-in.unavailable': 503,
  'ledger.no-entry': 404,
  'ledger.no-checkpoint': 404,
  'ledger.damaged': 500,
  'hook.not-found': 404,
  'hook.refused': 401,
  'hook.type': 415,
  'hook.busy': 503,
  'delivery.not-found': 404,
  'delivery.refused': 409,
  'signal.not-found': 404,
  'signal.elsewhere': 409,
  'signal.settled': 409,
  'anchor.unavailable': 503,
  'model.none': 409,
  'model.failed': 502,
  'ledger.behind': 503,
  'store.unavailable': 503,
  'store.full': 503,
  'store.not-durable': 503,
  internal: 500,
};

export const statusOf = (code: ErrorCode): ContentfulStatusCode => statuses[code] ?? 400;

/** What a client is told of an error, as RFC 9457 says: no stack, nothing of the machine. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ErrorCode;
  data?: unknown;
} & Pick<HindcastError, 'says'>;

/** An error as one of the closed list. */
function knownError(error: unknown): HindcastError {
  if (error instanceof StoreError) return storeFailure(error);
  return error instanceof HindcastError
    ? error
    : new HindcastError('internal', { reason: 'the request was not finished' });
}

/** The part of `/docs/errors` about a code, named as the same page is where Markdown is shown. */
export const errorAnchor = (code: string): string => code.replaceAll('.', '');

/** An error as a problem. What was not thrown on purpose is a mistake of ours, and says no more than that. */
export function problemOf(error: unknown): Problem {
  const known = knownError(error);
  const { code, message, remedy, data, says } = known;
  const problem: Problem = {
    type: `/docs/errors#${errorAnchor(code)}`,
    title: message,
    status: statusOf(code),
    detail: remedy,
    code,
    says,
  };
  return data === undefined ? problem : { ...problem, data };
}

/** How long to wait before another try, where the error says so. */
export function retryAfter(error: unknown): string | undefined {
  const { data } = knownError(error);
  const seconds = (data as { retryAfterSeconds?: unknown } | undefined)?.retryAfterSeconds;
  return typeof seconds === 'number' ? String(seconds) : undefined;
}

/** Answers with a problem: a page for somebody who looks, JSON for programs. */
export function problemResponse(context: Context, error: unknown): Response | Promise<Response> {
  const problem = problemOf(error);
  const wait = retryAfter(error);
  if (wait !== undefined) context.header('Retry-After', wait);
  context.header('Vary', 'Accept', { append: true });
  if (wantsPage(context)) return context.html(errorPage(problem), problem.status as ContentfulStatusCode);
  return context.json(problem, problem.status as ContentfulStatusCode, { 'Content-Type': 'application/problem+json' });
}

/** Where nothing says how long, as GitHub's page on rate limits wants: at least a minute. */
const unsaidMs = 60_000;
const mostMs = 3_600_000;

const within = (ms: number): number => Math.min(Math.max(ms, 1000), mostMs);

/** Until a moment that a header gives in seconds or milliseconds of the epoch. */
function untilMs(text: string | null, nowMs: number): number | undefined {
  const value = Number(text ?? Number.NaN);
  if (!Number.isFinite(value) || value <= 0) return undefined;
  return (value > 1e12 ? value : value * 1000) - nowMs;
}

function afterMs(text: string | null, nowMs: number): number | undefined {
  if (text === null) return undefined;
  if (/^\d+$/.test(text.trim())) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : date - nowMs;
}

/** Linear says it with status 400 and a code in its GraphQL errors. */
const isLinearLimit = (json: unknown): boolean => {
  const { errors } = (json ?? {}) as { errors?: { extensions?: { code?: unknown } }[] };
  return Array.isArray(errors) && errors.some((error) => error?.extensions?.code === 'RATELIMITED');
};

/**
 * How long a tracker wants to be left alone, in milliseconds; undefined for an answer that is no limit. GitHub sends 403 for its
 * limits, too: the secondary one with `Retry-After`, or only with its words.
 */
export function limitMs(status: number, headers: Headers, json: unknown, nowMs = Date.now()): number | undefined {
  const { message } = (json ?? {}) as { message?: unknown };
  const isGithubLimit =
    status === 403 &&
    (headers.get('x-ratelimit-remaining') === '0' ||
      headers.has('retry-after') ||
      (typeof message === 'string' && /rate limit|abuse detection/i.test(message)));
  if (status !== 429 && !isGithubLimit && !isLinearLimit(json)) return undefined;
  const told =
    afterMs(headers.get('retry-after'), nowMs) ??
    (headers.get('x-ratelimit-remaining') === '0' ? untilMs(headers.get('x-ratelimit-reset'), nowMs) : undefined) ??
    untilMs(headers.get('ratelimit-reset'), nowMs) ??
    (headers.get('x-ratelimit-requests-remaining') === '0'
      ? untilMs(headers.get('x-ratelimit-requests-reset'), nowMs)
      : undefined) ??
    (headers.get('x-ratelimit-complexity-remaining') === '0'
      ? untilMs(headers.get('x-ratelimit-complexity-reset'), nowMs)
      : undefined);
  return within(told ?? unsaidMs);
}

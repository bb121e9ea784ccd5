import { z } from 'zod';
import { limitedText } from './limited-text.ts';
import { MonitoringError } from './monitoring-error.ts';

/** Where a Prometheus is, and the headers it wants: a bearer token, a tenant. */
export type Prometheus = { url: string; headers: { [name: string]: string } };

/** How long one answer may take, and how large it may be. */
const patienceMs = 20_000;
const mostBytes = 32_000_000;

const Answer = z.object({
  status: z.enum(['success', 'error']),
  data: z.object({ resultType: z.string(), result: z.unknown() }).optional(),
  errorType: z.string().optional(),
  error: z.string().optional(),
});
export type PrometheusData = NonNullable<z.infer<typeof Answer>['data']>;

const reasonOf = (error: unknown): string => {
  const { cause, message, name } = error as Error & { cause?: { code?: string; message?: string } };
  if (name === 'TimeoutError') return `no answer within ${patienceMs / 1000} s`;
  return cause?.code ?? cause?.message ?? message;
};

async function send(method: 'POST' | 'GET', address: string, form: URLSearchParams, headers: Prometheus['headers']) {
  try {
    return await fetch(method === 'GET' ? `${address}?${form}` : address, {
      method,
      headers: { accept: 'application/json', ...headers },
      // An address that a person named is asked; one that it points to might be anything.
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
      ...(method === 'POST' ? { body: form } : {}),
    });
  } catch (error) {
    throw new MonitoringError('monitoring.unreachable', address, reasonOf(error), { cause: error });
  }
}

function parsed(text: string): z.infer<typeof Answer> | undefined {
  try {
    return Answer.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function textOf(response: Response, address: string): Promise<string> {
  try {
    return await limitedText(response, address, mostBytes);
  } catch (error) {
    if (error instanceof MonitoringError) throw error;
    throw new MonitoringError('monitoring.unreachable', address, reasonOf(error), { cause: error });
  }
}

/**
 * Asks the HTTP API of a Prometheus (or what speaks as one) and gives its data.
 * @throws MonitoringError in the words of the server where it gave some
 */
export async function askPrometheus(
  { url, headers }: Prometheus,
  path: 'query' | 'query_range',
  fields: Record<string, string>,
): Promise<PrometheusData> {
  const address = `${url.replace(/\/+$/, '')}/api/v1/${path}`;
  const form = new URLSearchParams(fields);
  let response = await send('POST', address, form, headers);
  // As Prometheus' own client does: some proxies let only GET through.
  if (response.status === 405 || response.status === 501) {
    await response.body?.cancel();
    response = await send('GET', address, form, headers);
  }
  const { status, statusText } = response;
  if (status >= 300 && status < 400) {
    await response.body?.cancel();
    throw new MonitoringError('monitoring.redirected', address, response.headers.get('location') ?? `status ${status}`);
  }
  const text = await textOf(response, address);
  const answer = parsed(text);
  if (status === 401 || status === 403)
    throw new MonitoringError('monitoring.refused', address, `status ${status} ${statusText}`.trim());
  if (answer?.status === 'error')
    throw new MonitoringError('monitoring.query', address, `${answer.errorType ?? 'error'}: ${answer.error ?? ''}`);
  if (answer?.data === undefined)
    throw new MonitoringError('monitoring.other', address, `status ${status}, and not the JSON of Prometheus`);
  return answer.data;
}

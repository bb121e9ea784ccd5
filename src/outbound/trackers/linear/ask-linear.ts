import { z } from 'zod';
import { answeredAt, ask, readAs } from '../ask.ts';
import { TrackerError } from '../tracker-error.ts';
import type { TrackerPlace } from '../tracker.ts';

const Errors = z.object({
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z.object({ code: z.string().optional(), type: z.string().optional() }).optional(),
      }),
    )
    .optional(),
  data: z.unknown(),
});

function failure({ message, extensions }: NonNullable<z.infer<typeof Errors>['errors']>[number]): TrackerError {
  const code = `${extensions?.code ?? ''} ${extensions?.type ?? ''}`;
  if (/authentication|forbidden/i.test(code)) return new TrackerError('refused', `Linear answers: ${message}`);
  if (/not found/i.test(message)) return new TrackerError('missing', `Linear answers: ${message}`);
  if (/internal/i.test(code))
    return new TrackerError('unreachable', `Linear answers: ${message}`, { isUncertain: true });
  return new TrackerError('invalid', `Linear answers: ${message}`);
}

/** Asks the GraphQL API, which says its errors with status 200, too, and when it answered. @throws TrackerError */
export async function askLinearAt<Value>(
  { address, token }: TrackerPlace,
  query: string,
  variables: Record<string, unknown>,
  schema: z.ZodType<Value>,
): Promise<{ value: Value; atMs?: number }> {
  const answer = await ask({
    method: 'POST',
    url: `${address}/graphql`,
    headers: { authorization: token },
    body: { query, variables },
  });
  const { errors, data } = readAs(Errors, answer.json, 'answer of GraphQL');
  const [first] = errors ?? [];
  if (first !== undefined) throw failure(first);
  return { value: readAs(schema, data, 'answer to this query'), ...answeredAt(answer) };
}

/** The same, for those who only want to know what. @throws TrackerError */
export const askLinear = async <Value>(
  place: TrackerPlace,
  query: string,
  variables: Record<string, unknown>,
  schema: z.ZodType<Value>,
): Promise<Value> => (await askLinearAt(place, query, variables, schema)).value;

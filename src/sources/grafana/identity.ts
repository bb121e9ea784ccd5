import type { Delivery } from '../delivery.ts';
import { Legacy } from './schema.ts';
import { formOf } from './body.ts';

/** Old bodies are small; a larger one is not looked into. */
const mostBytes = 100_000;

/**
 * What the bytes of a delivery do not tell: an old body has no time, so the same bytes may speak of another day. Then the
 * second in which it came is part of its identity.
 */
export function identity({ body, receivedMs }: Delivery): string | undefined {
  if (body.length > mostBytes) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
  if (formOf(value) !== 'legacy') return undefined;
  const rule = Legacy.safeParse(value).data;
  if (!rule) return undefined;
  return JSON.stringify([rule.orgId, rule.ruleId ?? rule.ruleUrl, rule.state, Math.floor(receivedMs / 1000)]);
}

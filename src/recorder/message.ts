/** A message of JSON-RPC as far as it is looked at. Nothing in it is trusted: every field may be anything. */
export type Message = { id?: unknown; method?: unknown; params?: unknown; result?: unknown; error?: unknown };

/** A field of something that may be no object. */
export const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

/** As `fieldOf`, where it is a text. */
export function textOf(value: unknown, name: string): string | undefined {
  const field = fieldOf(value, name);
  return typeof field === 'string' ? field : undefined;
}

/** An id with its JSON type: `1` and `"1"` are different calls. */
export const idKey = (id: unknown): string | undefined =>
  typeof id === 'string' || typeof id === 'number' ? `${typeof id}:${id}` : undefined;

/** The messages in a text: one, or a batch of protocol 2025-03-26; none when it is no JSON. */
export function messagesIn(text: string): Message[] {
  try {
    const parsed = JSON.parse(text) as unknown;
    const list = Array.isArray(parsed) ? parsed : [parsed];
    return list.filter((item): item is Message => typeof item === 'object' && item !== null);
  } catch {
    return [];
  }
}

/** The id of an answer that was too long to parse: writers put it first or last. */
export function idOfEnds(head: string, tail: string): unknown {
  const value = String.raw`"id"\s*:\s*(-?\d+|"(?:[^"\\]|\\.){0,200}")`;
  const member = String.raw`\s*"jsonrpc"\s*:\s*"2\.0"\s*`;
  const found =
    new RegExp(String.raw`^\s*\{(?:${member},)?\s*${value}\s*,`).exec(head) ??
    new RegExp(String.raw`,\s*${value}\s*(?:,${member})?\}\s*$`).exec(tail);
  return found?.[1] === undefined ? undefined : (JSON.parse(found[1]) as unknown);
}

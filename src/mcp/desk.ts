import type { Permission } from '../operations/access/permissions.ts';
import type { AnyStored } from '../operations/stored-operation.ts';

/** Who calls, and what they may do as far as it does not depend on an incident. */
export type Self = { name: string; may: readonly Permission[] };

/** What an operation answered: data, or a document in a format. */
export type Answer = { value: unknown } | { content: string | Uint8Array; format: string };

/** One caller's way to the operations: in the process of the server, or over REST from another machine. */
export type Desk = {
  self: () => Promise<Self>;
  /** Runs an operation. Throws what the operation throws; once aborted, a call that was not sent is not sent. */
  call: (operation: AnyStored, input: Record<string, unknown>, signal?: AbortSignal) => Promise<Answer>;
};

/** An answer's data, for the operations that give nothing else. */
export async function dataOf<Data>(
  desk: Desk,
  operation: AnyStored,
  input: Record<string, unknown>,
  signal?: AbortSignal,
): Promise<Data> {
  const answer = await desk.call(operation, input, signal);
  if (!('value' in answer)) throw new Error(`${operation.name} gave a document`);
  return answer.value as Data;
}

import {
  type CallToolRequest,
  type CallToolResult,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { storedOperations } from '../../operations/stored.ts';
import { isInQuery } from '../../operations/is-in-query.ts';
import type { AnyStored } from '../../operations/stored-operation.ts';
import type { Desk } from '../desk.ts';
import { incidentUri } from '../resources/uri.ts';
import { withProgress } from '../progress.ts';
import { failedResult } from './failure.ts';
import { resultOf } from './result.ts';
import { type Offer, offerOf } from './tool.ts';

type Arguments = Record<string, unknown>;

const proposal = storedOperations.find(({ name }) => name === 'proposal.make') as AnyStored;

/** What stands in an address is text there; an agent says `true` and means the same. */
const asQuery = (given: Arguments): Arguments =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'boolean' ? String(value) : value]),
  );

/** The call that an offer stands for: the operation itself, or a proposal of it. */
function callOf({ operation, way }: Offer, given: Arguments): [AnyStored, Arguments] {
  if (way === 'direct') return [operation, isInQuery(operation) ? asQuery(given) : given];
  const { incident, why, ...input } = given;
  return [proposal, { incident, operation: operation.name, input, why }];
}

/** Runs a tool. What the model can mend is its result; see failure.ts. */
export async function callTool(
  desk: Desk,
  { params }: CallToolRequest,
  context: ServerContext,
): Promise<CallToolResult> {
  const { name, arguments: given = {} } = params;
  try {
    const offer = offerOf(name, await desk.self());
    if (offer === undefined)
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        `there is no tool ${name} here, or this token may not use it`,
      );
    const [operation, input] = callOf(offer, given);
    const answer = await withProgress(context, operation.name, (signal) => desk.call(operation, input, signal));
    return resultOf(answer, incidentUri(String(given['incident'] ?? '')));
  } catch (error) {
    return failedResult(error);
  }
}

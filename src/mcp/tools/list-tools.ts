import { type ListToolsResult, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import type { Desk } from '../desk.ts';
import { offersTo, toolOf } from './tool.ts';

/** Tools on one page: the usual set fits, and a client that asks for all of them gets several. */
const onPage = 50;

/** One page of the tools of a caller. @throws ProtocolError for a cursor that this list did not give */
export async function listTools(
  desk: Desk,
  sets: readonly string[],
  cursor: string | undefined,
): Promise<ListToolsResult> {
  const from = cursor === undefined ? 0 : Number(cursor);
  if (!Number.isInteger(from) || from < 0)
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, `the cursor ${cursor} is not one that this list gave`);
  const offers = offersTo(await desk.self(), sets);
  const tools = offers.slice(from, from + onPage).map(toolOf);
  const next = from + onPage;
  return next < offers.length ? { tools, nextCursor: String(next) } : { tools };
}

import { type CallToolResult, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { stringify } from 'yaml';
import type { ErrorCode } from '../../operations/errors.ts';
import { StoreError } from '../../store/store-error.ts';
import { storeFailure } from '../../operations/store-failure.ts';

/** A refusal as operations throw it and as a server sends it. */
export type Refusal = { code: string; message: string; remedy: string; data?: unknown };

/** What no other input would mend: the machine, the credentials, the ledger. All other codes are for the model to read. */
const beyondModel = new Set<string>([
  'access.unknown',
  'internal',
  'store.unavailable',
  'store.full',
  'store.not-durable',
  'ledger.damaged',
  'evidence.lost',
  'evidence.corrupt',
  'evidence.unavailable',
  'evidence.no-space',
  'client.unset',
  'client.unreachable',
] satisfies ErrorCode[]);

/** Whether a model can go on after it: with other input, after a look, or by asking a person. */
export const isForModel = (code: string): boolean => !beyondModel.has(code);

const isRefusal = (error: unknown): error is Error & Refusal =>
  error instanceof Error && 'remedy' in error && 'code' in error && typeof error.code === 'string';

/** What was thrown as a refusal; undefined for a mistake of ours. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof StoreError) return storeFailure(error);
  return isRefusal(error) ? error : undefined;
}

/** Letters of the details of an error. */
const mostLetters = 8000;

function detailsOf(data: unknown): string {
  if (data === undefined || data === null) return '';
  const text = stringify(data, { lineWidth: 0 });
  return `\n\n${text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text}`;
}

/** What was thrown as an error of the protocol; a mistake of ours says no more than that it is one. */
export function protocolError(error: unknown): ProtocolError {
  if (error instanceof ProtocolError) return error;
  const refusal = refusalOf(error);
  if (refusal === undefined) return new ProtocolError(ProtocolErrorCode.InternalError, 'the request was not finished');
  const { code, message, remedy } = refusal;
  const kind = isForModel(code) ? ProtocolErrorCode.InvalidParams : ProtocolErrorCode.InternalError;
  return new ProtocolError(kind, `${code}: ${message}. ${remedy}`, { code });
}

/** A refusal that the model can mend, as the result of the tool. @throws ProtocolError for everything else */
export function failedResult(error: unknown): CallToolResult {
  const refusal = refusalOf(error);
  if (refusal === undefined || !isForModel(refusal.code)) throw protocolError(error);
  const { code, message, remedy, data } = refusal;
  return { isError: true, content: [{ type: 'text', text: `${code}: ${message}. ${remedy}${detailsOf(data)}` }] };
}

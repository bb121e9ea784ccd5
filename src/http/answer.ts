import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { Download } from '../operations/evidence/download.ts';
import type { AnyStored } from '../operations/stored-operation.ts';
import { sendDownload } from './evidence/send-download.ts';
import { isDocument } from './is-document.ts';

const types: Record<string, string> = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  bundle: 'application/vnd.hindcast.bundle',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** What an operation gave, as a response: JSON, the document itself, or the bytes of an original. */
export async function answer(context: Context, operation: AnyStored, output: unknown, log: Logger): Promise<Response> {
  if (operation.gives === 'bytes') return sendDownload(context, output as Download, log);
  if (!isDocument(output)) return context.json(output as object, operation.name.endsWith('.create') ? 201 : 200);
  const name = `attachment; filename="${context.req.param('incident') ?? 'document'}.${output.format}"`;
  const headers = { 'Content-Type': types[output.format] ?? 'application/octet-stream', 'Content-Disposition': name };
  return context.body(output.content, 200, headers);
}

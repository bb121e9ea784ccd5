import type { StoredContext } from '../stored-operation.ts';

/** The note that an anchor in the evidence store holds, its hash checked. @throws EvidenceError */
export async function anchoredNote({ evidence }: Pick<StoredContext, 'evidence'>, sha256: string): Promise<string> {
  const { body } = await evidence.get(sha256);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

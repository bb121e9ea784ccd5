/** A document, as against data about one. */
export type DocumentAnswer = { content: string | Uint8Array<ArrayBuffer>; format: string };

/** Whether an operation gave a document. */
export const isDocument = (value: unknown): value is DocumentAnswer =>
  typeof value === 'object' && value !== null && 'content' in value && 'format' in value;

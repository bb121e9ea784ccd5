import type { DocumentInput } from './input.ts';
import { pdfInputs } from './pdf-data.ts';
import { typesetPdf } from './pdf-process.ts';

/**
 * The document as PDF, marked as PDF/UA-1 and checked by its writer: tagged, on A4 or Letter, page numbers, repeated table headers.
 * Equal input gives equal bytes. Throws Error when it cannot be set or takes longer than 30 s.
 */
export async function renderPdf(input: DocumentInput): Promise<Uint8Array> {
  return typesetPdf(pdfInputs(input));
}

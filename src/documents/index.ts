export { renderDocx } from './docx.ts';
export { renderHtml } from './html.ts';
export type { DocumentInput } from './input.ts';
export { renderPdf } from './pdf.ts';

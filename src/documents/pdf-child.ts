import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PdfAnswer, PdfRequest } from './pdf-process.ts';

// Typst can read its workspace and follow links out of it, so the workspace is an empty folder of its own.
const workspace = process.argv[2] ?? '';
const compiler = NodeCompiler.create({
  workspace,
  fontArgs: [{ fontPaths: [fileURLToPath(new URL('./fonts/', import.meta.url))] }],
});
const source = readFileSync(new URL('./document.typ', import.meta.url), 'utf8');

function typeset(request: PdfRequest): PdfAnswer {
  const result = compiler.compile({ mainFileContent: source, inputs: { data: request.data, chart: request.chart } });
  if (result.result === null) {
    const failure = result.takeError() ?? result.takeDiagnostics();
    const found = failure === null ? [] : compiler.fetchDiagnostics(failure);
    return { error: JSON.stringify(found).slice(0, 2000) };
  }
  return { pdf: compiler.pdf(result.result, { pdfStandard: 'ua-1' }) };
}

process.on('disconnect', () => {
  rmSync(workspace, { recursive: true, force: true });
  process.exit();
});
process.on('message', (request: PdfRequest) => {
  let answer: PdfAnswer;
  try {
    answer = typeset(request);
  } catch (error) {
    answer = { error: error instanceof Error ? error.message : String(error) };
  }
  compiler.evictCache(0);
  process.send?.(answer);
});

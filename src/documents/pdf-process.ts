import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the typesetting process is asked: the document as JSON, the chart as SVG. */
export type PdfRequest = { data: string; chart: string };
/** What it answers. */
export type PdfAnswer = { pdf: Uint8Array } | { error: string };

/** Typst keeps some memory of each document, so its process is replaced after this many. */
const documentsPerProcess = 50;
const script = fileURLToPath(new URL(`./pdf-child${extname(fileURLToPath(import.meta.url))}`, import.meta.url));

type Worker = { child: ChildProcess; workspace: string; documents: number };
let worker: Worker | undefined;
let queue: Promise<unknown> = Promise.resolve();

function start(): Worker {
  const workspace = mkdtempSync(join(tmpdir(), 'hindcast-typst-'));
  const child = fork(script, [workspace], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return { child, workspace, documents: 0 };
}

function end(ended: Worker): void {
  if (worker === ended) worker = undefined;
  ended.child.kill('SIGKILL');
  rmSync(ended.workspace, { recursive: true, force: true });
}

function ask(request: PdfRequest, timeoutMs: number): Promise<PdfAnswer> {
  const asked = (worker ??= start());
  const { child } = asked;
  child.ref();
  child.channel?.ref();
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer);
      child.removeAllListeners();
      // An idle process must not keep the program alive.
      child.unref();
      child.channel?.unref();
      act();
    };
    const fail = (message: string) =>
      settle(() => {
        end(asked);
        reject(new Error(message));
      });
    const timer = setTimeout(
      () => fail(`The PDF took longer than ${timeoutMs / 1000} s and was stopped. Split the document, or write HTML.`),
      timeoutMs,
    );
    child.once('error', (error) => fail(`The PDF process could not run: ${error.message}`));
    child.once('exit', () => fail('The PDF process ended unexpectedly. Write HTML instead, and report this document.'));
    child.once('message', (answer: PdfAnswer) =>
      settle(() => {
        if (++asked.documents >= documentsPerProcess) end(asked);
        resolve(answer);
      }),
    );
    child.send(request);
  });
}

/**
 * Typesets one document in a child process, one after the other. A document that runs away is killed after `timeoutMs`,
 * and the next one gets a new process. Throws Error with what happened and what to do.
 */
export async function typesetPdf(request: PdfRequest, timeoutMs = 30_000): Promise<Uint8Array> {
  const turn = queue.then(() => ask(request, timeoutMs));
  queue = turn.catch(() => undefined);
  const answer = await turn;
  if ('error' in answer) throw new Error(`The PDF could not be set: ${answer.error}`);
  return new Uint8Array(answer.pdf);
}

import { inflateRawSync, inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { provoke, watch } from './watch.ts';

const scheme = /(?:javascript|vbscript|data)\s*:/i;

/** A page opened from a file, without the policy that it carries: the escaping alone must hold. */
async function htmlFaults(tab: Page, bytes: Buffer): Promise<string[]> {
  const page = await tab.context().newPage();
  const own = 'http://document.test/';
  const { faults } = await watch(page, own);
  const html = bytes.toString('utf8').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  await page.route('**/*', (route) =>
    route.request().url() === own
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.abort(),
  );
  await page.goto(own);
  // A document holds its styles itself.
  const wrong = (await provoke(page)).filter((each) => !each.startsWith('<style'));
  await page.close();
  const ran = faults.filter((fault) => !fault.startsWith('policy of') && !fault.includes('favicon'));
  return [...ran, ...wrong];
}

/** All objects of a PDF, those packed in streams too. Bytes of fonts and pictures are none, and say "/AA" by chance. */
function pdfText(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const packed: string[] = [];
  let objects = '';
  let from = 0;
  for (const { index, 0: begin } of text.matchAll(/stream\r?\n/g)) {
    if (index < from) continue;
    const end = text.indexOf('endstream', index + begin.length);
    const outside = text.slice(from, index);
    if (/\/ObjStm\b/.test(outside.slice(outside.lastIndexOf(' obj'))))
      packed.push(inflateSync(bytes.subarray(index + begin.length, end)).toString('latin1'));
    objects += outside;
    from = end + 'endstream'.length;
  }
  return [objects, text.slice(from), ...packed].join('\n');
}

function pdfFaults(bytes: Buffer): string[] {
  const text = pdfText(bytes);
  const actions = text.match(/\/(?:JavaScript|JS|Launch|SubmitForm|OpenAction|AA|RichMedia)\b/g) ?? [];
  const links = [...text.matchAll(/\/URI\s*\(((?:\\.|[^\\)])*)\)/g)].map(([, uri = '']) => uri);
  return [...actions, ...links.filter((uri) => scheme.test(uri)).map((uri) => `link to ${uri}`)];
}

/** Files of a zip archive, from its central directory. */
function unzip(bytes: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (
    let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    files.set(name, (method === 8 ? inflateRawSync(content) : content).toString('utf8'));
  }
  return files;
}

function docxFaults(bytes: Buffer): string[] {
  return [...unzip(bytes)].flatMap(([name, text]) => [
    ...(/vbaProject|activeX|embeddings/.test(name) ? [name] : []),
    // A link is followed when somebody wants it; everything else outside is loaded at once.
    ...(text.match(/<Relationship [^>]*>/g) ?? []).filter(
      (each) =>
        scheme.test(each) || (each.includes('TargetMode="External"') && !/relationships\/hyperlink"/.test(each)),
    ),
    ...(/<w:instrText[^>]*>[^<]*(?:HYPERLINK|INCLUDE|DDE)/.test(text) ? [`a field in ${name}`] : []),
  ]);
}

/** What in an exported document could run, load or lead somewhere it must not. */
export async function exportFaults(tab: Page, format: string, bytes: Buffer): Promise<string[]> {
  if (bytes.length < 1000) return [`no document: ${bytes.toString('utf8')}`];
  if (format === 'html') return htmlFaults(tab, bytes);
  return format === 'pdf' ? pdfFaults(bytes) : docxFaults(bytes);
}

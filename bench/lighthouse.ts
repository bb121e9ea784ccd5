import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Row } from './row.ts';

/** Run by npx with an exact version: a dependency of forty packages would be more than the rest of them together. */
const lighthouse = 'lighthouse@13.5.0';
const categories = ['performance', 'accessibility', 'best-practices'];
const least = 95;

type Audit = { id: string; title: string; score: number | null; displayValue?: string };
type Report = {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, Audit>;
};
type Page = { name: string; url: string };
type Around = { chromium: string; cookie: string; folder: string };

async function reportOf({ name, url }: Page, { chromium, cookie, folder }: Around): Promise<Report> {
  const file = path.join(folder, `lighthouse-${name.replaceAll(' ', '-')}.json`);
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu'];
  await promisify(execFile)(
    'npx',
    [
      '--yes',
      lighthouse,
      url,
      '--preset=desktop',
      '--quiet',
      '--no-enable-error-reporting',
      '--output=json',
      `--output-path=${file}`,
      `--only-categories=${categories.join()}`,
      `--extra-headers=${JSON.stringify({ Cookie: cookie })}`,
      `--chrome-flags=${flags.join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: chromium }, maxBuffer: 100_000_000 },
  );
  return JSON.parse(await readFile(file, 'utf8')) as Report;
}

/** What takes points away, for whoever mends it. */
function lost({ categories: all, audits }: Report): string[] {
  const refs = Object.values(all).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  return refs.flatMap(({ id }) => {
    const { score = null, title = id, displayValue = '' } = audits[id] ?? {};
    return score === null || score >= 0.9 ? [] : [`${title} ${displayValue}`.trim()];
  });
}

/** Lighthouse's points of some pages, as a desktop with a quick line sees them. */
export async function points(pages: readonly Page[], around: Around): Promise<Row[]> {
  const rows: Row[] = [];
  for (const page of pages) {
    const report = await reportOf(page, around);
    const scores = categories.map((name) => Math.round((report.categories[name]?.score ?? 0) * 100));
    const worst = Math.min(...scores);
    rows.push({
      name: `Lighthouse, ${page.name}`,
      figure: scores.join(' / '),
      peer: 'speed / access / practice',
      ratio: worst / least,
      target: `>= ${least}`,
      met: worst >= least,
    });
    for (const why of lost(report)) console.error(`  ${page.name}: ${why}`);
  }
  return rows;
}

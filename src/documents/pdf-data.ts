import { readdirSync, readFileSync } from 'node:fs';
import { timelineChart } from '../charts/timeline.ts';
import { drawable } from './clean-text.ts';
import { figureRows } from './figure-rows.ts';
import { findingPlace, severityWord, sortedFindings } from './finding-rows.ts';
import { type Coverage, fontCoverage } from './font-coverage.ts';
import { levelHeadings } from './heading-levels.ts';
import { documentBlocks, type DocumentInput, documentTitle } from './input.ts';
import { cleanFor, paperBlocks } from './paper-blocks.ts';
import { paperSizes } from './paper-size.ts';

/** Where the fonts lie that every PDF is set in. */
const fontFolder = new URL('./fonts/', import.meta.url);

let coverage: Coverage | undefined;

/** What the fonts can draw in every style; read once per process. */
function covered(): Coverage {
  if (coverage !== undefined) return coverage;
  const files = readdirSync(fontFolder).filter((name) => name.endsWith('.ttf'));
  const families = Map.groupBy(files, (name) => name.split('_')[0]);
  const read = (name: string) => readFileSync(new URL(name, fontFolder));
  return (coverage = fontCoverage([...families.values()].map((names) => names.map(read))));
}

/** Year, month and day of an RFC 3339 date that typst accepts. */
function dayOf(date: string | undefined): number[] | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)/
    .exec(date ?? '')
    ?.slice(1, 4)
    .map(Number);
  const [year = 0, month = 0, day = 0] = found ?? [];
  const real = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day && month >= 1 && month <= 12;
  return found !== undefined && real ? found : undefined;
}

/** The two inputs of the typst document: its JSON, and the chart as SVG (empty when no event has a time). */
export function pdfInputs(input: DocumentInput): { data: string; chart: string } {
  const clean = cleanFor(covered());
  const text = (words: string) => clean(words.replace(/\s+/g, ' '), true);
  const margin = input.margin !== false;
  const own = input.chart?.('paper');
  const svg = own ?? timelineChart(input.record, input.figures, { palette: 'paper', font: 'Noto Sans' });
  const chart =
    own !== undefined || svg.includes('<circle') || svg.includes('events ·') || /\d{3,} events/.test(svg)
      ? drawable(svg, covered())
      : '';
  const described = /<(?:desc|title)[^>]*>([^<]*)/.exec(chart)?.[1] ?? '';
  const title = drawable(documentTitle(input), covered());
  const day = dayOf(input.date);
  const data = {
    title,
    paper: paperSizes[input.paper ?? 'a4'].typst,
    footer: text(documentTitle(input)).slice(0, 110) + (input.date === undefined ? '' : ` · ${text(input.date)}`),
    ...(day === undefined ? {} : { day }),
    chart: chart === '' ? '' : own === undefined ? `Timeline. ${described}` : described,
    blocks: paperBlocks(levelHeadings(documentBlocks(input)), clean),
    figures: (margin ? figureRows(input) : []).map((row) => ({
      name: text(row.name),
      value: text(row.value),
      status: row.status,
      source: text(row.source),
      stated:
        row.stated === undefined
          ? ''
          : text(`stated: ${row.stated.text}${row.stated.agrees === false ? ' (differs)' : ''}`),
      differs: row.stated?.agrees === false,
    })),
    findings: (margin ? sortedFindings(input.findings) : []).map((finding) => ({
      severity: finding.severity,
      word: severityWord(finding),
      place: text(findingPlace(finding)),
      message: text(finding.message),
      remedy: text(finding.remedy),
      suggestion: text(finding.suggestion ?? ''),
      long: finding.message.length + finding.remedy.length + (finding.suggestion?.length ?? 0) > 1200,
    })),
  };
  return { data: JSON.stringify(data), chart };
}

import { z } from 'zod';
import { type SpreadPicture, spreadChart } from '../../charts/spread.ts';
import { papers } from '../../documents/paper-size.ts';
import { formatDuration } from '../../values/duration.ts';
import { requirePermission } from '../access/require.ts';
import { formats } from '../document/render.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { type ReportParts, reportText } from './report-text.ts';
import { type Insights, insightsOf } from './show.ts';

const Input = z.strictObject({
  /** 2026Q4. */
  quarter: z.string().regex(/^\d{4}Q[1-4]$/, 'a quarter such as 2026Q4'),
  format: z.enum(formats).default('md'),
  paper: z.enum(papers).optional(),
});

const Output = z.object({
  content: z.union([z.string(), z.custom<Uint8Array>((value) => value instanceof Uint8Array)]),
  format: z.enum(formats),
});

/** The first and the last day of a quarter, and the name of the one before it. */
function quarterOf(name: string): { from: string; to: string; before: string } {
  const [year = 0, number = 1] = name.split('Q').map(Number);
  const day = (month: number, date: number) => new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
  const before = number === 1 ? `${year - 1}Q4` : `${year}Q${number - 1}`;
  return { from: day((number - 1) * 3, 1), to: day(number * 3, 0), before };
}

function picture(quarter: string, { groups }: Insights): SpreadPicture {
  const title = `Time to mitigate in ${quarter}, by severity`;
  return {
    title,
    said: title,
    lengthText: formatDuration,
    groups: groups.map(({ name, spreads: { mitigate } }) => ({
      label: name === '' ? 'none stated' : name,
      median: mitigate.median,
      p90: mitigate.p90,
      dots: mitigate.dots.map(({ key, seconds }) => ({ seconds, label: `${key}: ${formatDuration(seconds)}` })),
    })),
  };
}

async function partsOf(context: StoredContext, quarter: string): Promise<ReportParts> {
  const { from, to, before } = quarterOf(quarter);
  const earlier = quarterOf(before);
  const [bySeverity, byService, byCause, last] = await Promise.all([
    insightsOf(context, { by: 'severity', from, to }),
    insightsOf(context, { by: 'service', from, to }),
    insightsOf(context, { by: 'cause', from, to }),
    insightsOf(context, { by: 'severity', from: earlier.from, to: earlier.to }),
  ]);
  const { origin } = context;
  return { quarter, before: { quarter: before, all: last.all }, bySeverity, byService, byCause, origin };
}

export const reportQuarter: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'insight.report',
  sentence:
    'Write the report of a quarter as Markdown, HTML, PDF or Word: how it went beside the quarter before, and what took longest.',
  permission: 'incident.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/insights/report' },
  run: async (context, { quarter, format, paper }) => {
    requirePermission(context, 'incident.see');
    const parts = await partsOf(context, quarter);
    const markdown = reportText(parts);
    if (format === 'md') return { content: markdown, format };
    const { renderDocx, renderHtml, renderPdf } = await import('../../documents/index.ts');
    const known = parts.bySeverity.all.spreads.mitigate.known > 0;
    const drawn = picture(quarter, parts.bySeverity);
    const input = {
      markdown,
      title: `Incidents in ${quarter}`,
      record: {},
      figures: {},
      findings: [],
      margin: false,
      date: context.now.slice(0, 10),
      ...(known ? { chart: (palette: 'theme' | 'paper') => spreadChart(drawn, { palette, width: 640 }) } : {}),
      ...(paper === undefined ? {} : { paper }),
    };
    const content =
      format === 'html' ? renderHtml(input) : format === 'pdf' ? await renderPdf(input) : await renderDocx(input);
    return { content, format };
  },
};

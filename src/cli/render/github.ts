import type { FindingSeverity } from '../../record/finding.ts';
import type { Checked } from './checked.ts';
import { linesOf, regionOf } from './region.ts';

const commands: Record<FindingSeverity, string> = { error: 'error', warning: 'warning', note: 'notice' };

// Escapes of workflow commands: actions/toolkit, packages/core/src/command.ts (escapeData, escapeProperty).
const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** One GitHub annotation per finding. Columns only count within one line, so an end line is not given. */
export function renderGithub(checked: Checked): string {
  const lines = linesOf(checked.source);
  return checked.findings
    .map((finding) => {
      const region = regionOf(finding, lines, checked);
      const place =
        region === undefined ? '' : `,line=${region.line},col=${region.column},endColumn=${region.endColumn}`;
      const title = `,title=${property(finding.code)}`;
      const message = data(`${finding.message} ${finding.remedy}`.trim());
      return `::${commands[finding.severity]} file=${property(checked.file)}${place}${title}::${message}\n`;
    })
    .join('');
}

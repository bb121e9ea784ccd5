import type { Finding, FindingSeverity } from '../../record/finding.ts';
import type { Places } from '../../record/place.ts';
import type { PostmortemRecord } from '../../record/record.ts';

/** One document after a check: what every output form is made from. */
export type Checked = {
  /** As the person named it, with `/`. */
  file: string;
  source: string;
  template: { name: string | null; confidence: number };
  encoding: { damaged: boolean; repaired: boolean; kind?: string };
  record: PostmortemRecord;
  findings: Finding[];
  places: Places;
  /** Findings that `hindcast.yaml` silences. */
  silenced: number;
};

/** What is kept of a document when its findings are printed: not its text, so that a folder of any size fits. */
export type Kept = Pick<Checked, 'file' | 'template' | 'encoding' | 'findings' | 'silenced'>;

/** A whole run. `unread` counts documents that could not be read; `stopped` is set after Ctrl-C. */
export type CheckRun = { checked: Kept[]; unread: number; total: number; stopped: boolean };

/** How many findings of each severity. */
export function countBySeverity(checked: Kept[]): Record<FindingSeverity, number> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { findings } of checked) for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

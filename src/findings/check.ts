import type { Standing } from '../clocks/index.ts';
import type { Claim } from '../record/claim.ts';
import type { Figures } from '../record/figure.ts';
import type { Finding, FindingSeverity } from '../record/finding.ts';
import type { Places } from '../record/place.ts';
import type { Policy } from '../record/policy.ts';
import type { PostmortemRecord } from '../record/record.ts';
import type { Said } from '../record/said.ts';
import type { Context } from './context.ts';

/** Everything the checks may look at. No check reads a clock: `now` (RFC 3339) comes in, or nothing is overdue. */
export type CheckInput = {
  record: PostmortemRecord;
  figures: Figures;
  policy: Policy;
  places: Places;
  claims: Claim[];
  encoding: { damaged: boolean; kind?: string };
  /** The document as text: only used to look at the line a claim stands on. */
  source?: string;
  /** Name of the template the document was read with; null when none fits. */
  template?: string | null;
  now?: string;
  fileName?: string;
  /** Clocks of laws and contracts as they stand, where they are kept. */
  clocks?: readonly Standing[];
};

/** One kind of finding. `sentence` says what it is, `remedy` what to do; docs/findings has a page of the same name. */
export type Code = { code: string; severity: FindingSeverity; sentence: string; remedy: string };

/** One check: pure, and the only place where its codes are made. */
export type Check = { codes: Code[]; run(context: Context): Finding[] };

/** What one finding adds to its code. `remedy` and `severity` replace those of the code where the case is special. */
export type Details = {
  message: Said;
  path?: string | undefined;
  line?: number | undefined;
  cites?: string[];
  remedy?: string;
  severity?: FindingSeverity;
  suggestion?: string;
};

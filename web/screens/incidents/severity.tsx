import { Chip } from '../../parts/chip.tsx';
import { words } from '../../words/index.ts';

const high = /^(?:critical|high|major|sev[- ]?[01]|[sp][01])\b/i;

/** How bad it was, in the document's own word. */
export const Severity = ({ severity }: { severity: string | null }) =>
  severity === null || severity === '' ? (
    <>{words.incidents.noSeverity}</>
  ) : (
    <Chip tone={high.test(severity) ? 'error' : 'plain'}>{severity}</Chip>
  );

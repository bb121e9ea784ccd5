import type { EvidenceUse } from '../../operations/document/draft.ts';
import { safe } from '../text/safe.ts';
import type { Style } from '../text/style.ts';

/** What each evidence file gave: how many events, what was masked, what was left out and why. */
export function renderEvidence(evidence: EvidenceUse[], style: Style): string {
  return evidence
    .map(({ source, file, events, masked, ignored }) => {
      const secrets = masked > 0 ? `, ${masked} secrets masked` : '';
      const left = ignored.map(({ what, why }) => `  ${style('note', 'left out')}  ${safe(`${what}: ${why}`)}\n`);
      return `${style('strong', safe(file))}  ${source}: ${events} events${secrets}\n${left.join('')}`;
    })
    .join('');
}

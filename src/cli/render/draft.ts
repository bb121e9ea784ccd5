import type { EvidenceUse } from '../../operations/document/draft.ts';
import { safe } from '../text/safe.ts';
import type { Style } from '../text/style.ts';

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

/** What each evidence file gave: how many events, what was masked, what was left out and why. */
export function renderEvidence(evidence: EvidenceUse[], style: Style): string {
  return evidence
    .map(({ source, file, events, masked, ignored }) => {
      const secrets = masked > 0 ? `, ${counted(masked, 'secret')} masked` : '';
      const left = ignored.map(({ what, why, count }) => {
        const times = count > 1 ? ` (${count} times)` : '';
        return `  ${style('note', 'left out')}  ${safe(`${what}: ${why}${times}`)}\n`;
      });
      return `${style('strong', safe(file))}  ${source}: ${counted(events, 'event')}${secrets}\n${left.join('')}`;
    })
    .join('');
}

import { useEffect, useMemo, useRef } from 'react';
import type { Finding } from '../../../../src/record/finding.ts';
import { useCommands } from '../../../shell/commands.ts';
import { words } from '../../../words/index.ts';
import { useGoTo } from '../go-to.ts';
import { useLit } from '../lit.ts';

/** In the order in which they matter. */
export const severities = ['error', 'warning', 'note'] as const;

/** What a finding is lit up by. */
export const byOf = (index: number): string => `finding:${index}`;

/** The place of the record that a finding speaks of; undefined when it speaks of the whole. */
export const placeOf = ({ path, cites }: Finding): string | undefined =>
  path ?? cites.find((cite) => !cite.startsWith('line '));

/** True for a finding that something is missing: it is mended by writing it. */
export const isMissing = ({ code }: Finding): boolean => code.startsWith('missing.');

/** What lights up a finding's place and leads there; with `begin` it is written in at once. */
export function useLook(): (finding: Finding, index: number, begin?: boolean) => void {
  const { lit, show } = useLit();
  const goTo = useGoTo();
  return (finding, index, begin) => {
    const place = placeOf(finding);
    if (place === undefined) return;
    if (lit?.by !== byOf(index)) show({ by: byOf(index), paths: new Set([...finding.cites, place]) });
    goTo(place, begin);
  };
}

/** The key that leads from finding to finding, and its entry in the palette. */
export function useNextFinding(findings: readonly Finding[]): void {
  const { lit } = useLit();
  const look = useLook();
  const inOrder = severities.flatMap((severity) =>
    findings.flatMap((finding, index) =>
      finding.severity === severity && placeOf(finding) !== undefined ? [{ finding, index }] : [],
    ),
  );
  const next = () => {
    const at = inOrder.findIndex(({ index }) => lit?.by === byOf(index));
    const found = inOrder[(at + 1) % Math.max(1, inOrder.length)];
    if (found !== undefined) look(found.finding, found.index);
  };
  const latest = useRef(next);
  useEffect(() => {
    latest.current = next;
  });
  useCommands(useMemo(() => [{ label: words.document.findings.next, keys: 'n', run: () => latest.current() }], []));
}

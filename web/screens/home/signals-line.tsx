import { Link } from 'wouter';
import type { SignalPage } from '../../../src/operations/signal/list.ts';
import { useOperation } from '../../api/queries.ts';
import { Edged } from '../../parts/edged.tsx';
import { words } from '../../words/index.ts';

/** How many signals wait for somebody to say to which incident they belong; nothing when there are none. */
export function SignalsLine() {
  const { home } = words;
  const { data } = useOperation<Pick<SignalPage, 'total' | 'uncounted'>>('signal.list', { state: 'waiting', limit: 1 });
  if (data === undefined || data.total === 0) return null;
  return (
    <Edged as="p" tone="plain">
      <Link href="/signals">{(data.uncounted ? home.manySignals : home.signals)(data.total)}</Link> {home.signalsAdvice}
    </Edged>
  );
}

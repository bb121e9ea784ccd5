import { canonicalText } from '../../ledger/canonical.ts';
import { evidenceOf } from '../../measurement/evidence-of.ts';
import type { Measurement } from '../../measurement/measurement.ts';
import type { Item } from '../evidence/item.ts';
import { fromStore } from '../evidence/store-problem.ts';
import { withSpace } from '../evidence/with-space.ts';
import type { StoredContext } from '../stored-operation.ts';
import { chartOf } from './chart.ts';

/** An original of a measurement in the store: the samples, or their chart. */
export type Original = Pick<Item, 'sha256' | 'bytes' | 'type' | 'name' | 'note'>;

/** What the names and notes of such originals begin with. */
const [nameStart, samplesNote, chartNote] = ['prometheus-', 'Samples of ', 'Drawn from the samples '];

/** Whether an attached original is one that measuring stored. */
export const isMeasured = ({ name, note }: Pick<Item, 'name' | 'note'>): boolean =>
  name.startsWith(nameStart) && (note.startsWith(samplesNote) || note.startsWith(chartNote));

const fileName = (service: string): string => service.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80);

async function store(context: StoredContext, text: string, name: string, note: string): Promise<Original> {
  async function* body() {
    yield Buffer.from(text, 'utf8');
  }
  const maxBytes = 100_000_000;
  const { sha256, bytes, type } = await fromStore(context.evidence.put(withSpace(context, body()), { maxBytes }));
  return { sha256, bytes, type, name, note };
}

/** Stores the samples as canonical JSON, and the chart of them. Named by their hashes, so that a failure after this leaves nothing wrong. */
export async function storeOriginals(
  context: StoredContext,
  measurement: Measurement,
): Promise<{ samples: Original; chart?: Original }> {
  const { service } = measurement;
  const name = `${nameStart}${fileName(service.name)}`;
  const text = canonicalText(evidenceOf(measurement));
  const samples = await store(
    context,
    text,
    `${name}.json`,
    `${samplesNote}${service.name} and the queries that gave them.`,
  );
  const svg = chartOf(measurement, 'paper');
  if (svg === undefined) return { samples };
  const note = `${chartNote}sha256:${samples.sha256}.`;
  return { samples, chart: await store(context, svg, `${name}.svg`, note) };
}

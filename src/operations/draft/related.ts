import type { PostmortemRecord } from '../../record/record.ts';
import type { IncidentRow } from '../incident/load.ts';
import { type Alike, type ReasonKind, similarTo } from '../search/similar-to.ts';
import type { StoredContext } from '../stored-operation.ts';

/** Incidents that are named as related, of so many that are looked at. */
const [mostRelated, mostLookedAt] = [5, 15];

/** Only words in common are no reason to name an incident in a document. */
const told: Partial<Record<ReasonKind, string>> = {
  alert: 'the same alert',
  check: 'the same invariant',
  breaker: 'the same circuit breaker',
  factor: 'the same factor',
  service: 'the same service',
  cause: 'the same kind of cause',
};

/** A kind of cause alone is shared by too many: it is told beside another reason. */
const isRelated = ({ visibility, reasons }: Alike): boolean =>
  visibility !== 'restricted' && reasons.some(({ what }) => what !== 'cause' && told[what] !== undefined);

/** `Alert HighErrorRate (checkout) fired` is told as `HighErrorRate (checkout)`. */
const nameOf = (value: string): string => /^Alert (.{1,200}) fired$/.exec(value)?.[1] ?? value;

const reasonsOf = ({ reasons }: Alike): string[] =>
  reasons.flatMap(({ what, values }) =>
    told[what] === undefined ? [] : [`${told[what]}, ${values.map(nameOf).join(', ')}`],
  );

/**
 * Other incidents that share an alert, an invariant, a service … with the one that `record` tells, as lines that say why. A restricted one is
 * never named: a document has more readers than whoever drafts it.
 */
export async function relatedTo(
  context: StoredContext,
  incident: IncidentRow,
  record: PostmortemRecord,
): Promise<{ text: string }[]> {
  const alike = await similarTo(context, incident, record, mostLookedAt);
  return alike
    .filter(isRelated)
    .slice(0, mostRelated)
    .map((one) => ({ text: `${one.key} ${one.title} (${one.day}): ${reasonsOf(one).join('; ')}` }));
}

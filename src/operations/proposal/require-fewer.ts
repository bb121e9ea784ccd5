import { HindcastError } from '../errors.ts';
import type { StoredContext } from '../stored-operation.ts';

/** Proposals that may wait in one incident: more than anybody looks through, and an agent in a loop is stopped. */
const mostOpen = 200;
/** Letters of all that wait in it: they are listed together. */
const mostLetters = 5_000_000;

/** @throws HindcastError `proposal.too-many`, `input.invalid` when there is no place for so many more, with so many letters */
export async function requireFewer(
  { database }: StoredContext,
  incidentId: string,
  more: { count: number; letters: number },
): Promise<void> {
  const { rows } = await database.query<{ count: number; letters: string }>({
    text: `select count(*)::integer as count, coalesce(sum(length(input::text)), 0) as letters from proposal
      where incident_id = $1::uuid and state = 'open'`,
    values: [incidentId],
  });
  const [{ count, letters } = { count: 0, letters: '0' }] = rows;
  if (count + more.count > mostOpen) throw new HindcastError('proposal.too-many', { count: String(count) });
  if (Number(letters) + more.letters > mostLetters)
    throw new HindcastError('input.invalid', {
      operation: 'proposal.make',
      reason: `with it, what is proposed here has more than ${mostLetters} letters: let somebody accept or refuse some of it first`,
    });
}

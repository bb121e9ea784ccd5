import { sql } from 'kysely';
import type { Change } from '../../store/commit.ts';
import type { StoredContext } from '../stored-operation.ts';
import type { Followed } from './followed.ts';

const highest = `select coalesce(max(number), 0) as number from action_number where scope = $1 and prefix = $2`;
/** Labels of documents that were written by hand, from the number on. Those that are longer than a number are none. */
const taken = `select label from action_head where label = any($1::text[]) and ($2::uuid is null or incident_id = $2::uuid)`;
/** So many labels are looked for at once among those that documents have. */
const atOnce = 200;

/** The next name of an action as its template forms it, and what has to be saved so that nobody else gets it. */
export async function nextLabel(
  { database }: StoredContext,
  { incident, policy }: Followed,
): Promise<{ label: string; change: Change }> {
  const { form, across } = policy.actionIds;
  const prefix = form.replace(/0+$/, '');
  const digits = form.length - prefix.length;
  const scope = across === 'organisation' ? 'organisation' : incident.id;
  const { rows } = await database.query<{ number: string }>({ text: highest, values: [scope, prefix] });
  const labelOf = (number: number) => `${prefix}${String(number).padStart(digits, '0')}`;
  for (let from = Number(rows[0]?.number ?? 0) + 1; ; from += atOnce) {
    const numbers = Array.from({ length: atOnce }, (_, index) => from + index);
    const values = [numbers.map(labelOf), across === 'organisation' ? null : incident.id];
    const used = new Set(
      (await database.query<{ label: string }>({ text: taken, values })).rows.map(({ label }) => label),
    );
    const number = numbers.find((each) => !used.has(labelOf(each)));
    if (number === undefined) continue;
    const statement = sql`insert into action_number (scope, prefix, number) values (${scope}, ${prefix}, ${number})`;
    return { label: labelOf(number), change: { statement } };
  }
}

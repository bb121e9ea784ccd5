import { defaultPolicy } from '../../../record/policy.ts';
import type { Status, Visibility } from '../../../store/tables.ts';
import { stateOf } from '../../action/states.ts';
import type { StoredContext } from '../../stored-operation.ts';
import type { OurValues } from './merge.ts';

/** An action as it holds today, for an issue. */
export type Ours = {
  values: OurValues;
  /** A hash of it, see `noticeChanges`. */
  seen: string;
  label: string;
  number: string;
  priority: string;
  horizon: string;
  ticket: string;
  status: Status;
  visibility: Visibility;
};

/** What of an action is looked at, as a hash: another one has to be compared with its issue. */
export const seenText = `md5(concat_ws(chr(31), h.text, h.owner, h.due, h.status, h.ticked))`;

type Row = Omit<Ours, 'values'> & {
  id: string;
  text: string;
  owner: string;
  due: string;
  stated: string;
  ticked: '' | 't' | 'f';
  template: string;
};

/** Trackers cut longer titles or refuse them. */
const mostTitle = 250;

const titleOf = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > mostTitle
    ? `${line.slice(0, mostTitle - 1).toWellFormed()}…`
    : line === ''
      ? 'An action without words'
      : line;
};

/** The actions of links, by the id of the link; one that is not there any more is absent. */
export async function loadOurs(
  { database, templates }: StoredContext,
  ids: readonly string[],
): Promise<Map<string, Ours>> {
  const text = `select l.id, h.text, h.owner, h.due, h.status as stated, h.ticked, h.label, h.number, h.priority, h.horizon, h.ticket,
      i.template, i.status, i.visibility, ${seenText} as seen
    from tracker_link l join action_head h on h.incident_id = l.incident_id and h.id = l.action_id
    join incident i on i.id = l.incident_id where l.id = any($1::uuid[])`;
  const { rows } = await database.query<Row>({ text, values: [ids] });
  const policies = new Map(templates.map(({ name, policy }) => [name, policy]));
  return new Map(
    rows.map(({ id, text: words, owner, due, stated, ticked, template, ...rest }) => {
      const state = stateOf({ status: stated, ticked }, policies.get(template) ?? defaultPolicy);
      const values: OurValues = {
        title: titleOf(words),
        // Whether it helped is a matter of the post-mortem; the work is done.
        state: state === 'verified' ? 'done' : state,
        due: /^\d{4}-\d{2}-\d{2}/.exec(due)?.[0] ?? null,
        owner: owner === '' ? null : owner,
      };
      return [id, { ...rest, values }];
    }),
  );
}

/** Has those links looked at whose action is not as it was seen. Answers how many. */
export async function noticeChanges({ database, now }: StoredContext): Promise<number> {
  const text = `update tracker_link l set due_at = $1::timestamptz, attempts = 0 from tracker_link k
    left join action_head h on h.incident_id = k.incident_id and h.id = k.action_id
    where l.id = k.id and k.ended_at is null and k.due_at is null and k.seen is distinct from ${seenText}`;
  return (await database.query({ text, values: [now] })).count;
}

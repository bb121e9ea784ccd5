import { sql } from 'kysely';
import { noticeKindNamed } from '../../notices/index.ts';
import type { DigestItem } from '../../notices/kinds/digest.ts';
import { titled } from '../../notices/notice-kind.ts';
import type { PersonRole, Visibility } from '../../store/tables.ts';
import { may } from '../access/permissions.ts';
import type { StoredContext } from '../stored-operation.ts';

type Row = {
  number: string;
  kind: string;
  payload: { values: unknown };
  incident_number: string | null;
  title: string | null;
  severity: string | null;
  visibility: Visibility | null;
  role: PersonRole;
  member: boolean;
};

/** What waits for somebody's digest: its items, how many more there are, and the number of the last. */
export type Held = { items: DigestItem[]; more: number; last: number };

/** A digest that is longer is not read. */
const mostItems = 50;

function itemOf(row: Row, personId: string): DigestItem[] {
  const { kind, payload, incident_number: number, title, severity, visibility, role, member } = row;
  const found = noticeKindNamed(kind);
  const values = found?.values.safeParse(payload.values);
  const actor = { kind: 'person', id: personId, name: '', role } as const;
  const sees = visibility === null || may(actor, 'incident.see', { visibility, member });
  if (found === undefined || values?.success !== true || !sees) return [];
  const about = number === null ? undefined : { number: `INC-${number}`, title: title ?? '', severity };
  const { subject, link } = found.tell(values.data, about);
  return [{ subject, path: link.path, about: about === undefined ? '' : titled(about) }];
}

/** What was held for somebody until a moment, as it reads now; only of incidents that they may see. */
export async function heldItems({ database }: StoredContext, personId: string, until: string): Promise<Held> {
  const { rows } = await sql<Row>`
    select n.number, n.kind, n.payload, h.number as incident_number, h.title, h.severity, h.visibility, p.role,
      exists (select 1 from incident_member m where m.incident_id = n.incident_id and m.person_id = n.person_id) as member
    from notice n join person p on p.id = n.person_id left join incident_head h on h.incident_id = n.incident_id
    where n.state = 'held' and n.person_id = ${personId}::uuid and n.at <= ${until}::timestamptz order by n.number`.execute(
    database.kysely,
  );
  const items = rows.flatMap((row) => itemOf(row, personId));
  return {
    items: items.slice(0, mostItems),
    more: Math.max(items.length - mostItems, 0),
    last: Number(rows.at(-1)?.number ?? 0),
  };
}

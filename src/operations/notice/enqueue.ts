import { sql } from 'kysely';
import type { NoticeText } from '../../notices/index.ts';
import { noticeKindNamed } from '../../notices/index.ts';
import type { Change } from '../../store/commit.ts';
import type { Database } from '../../store/database.ts';
import { plainStatement } from '../../store/plain-statement.ts';
import type { StoredContext } from '../stored-operation.ts';

/** Somebody without an account. `name` tells two of them apart in the key: an address, an id of a subscription. */
export type Outside = { name: string } & ({ email: string; unsubscribe?: string } | { url: string; secret: string });

/** What is to be told, and to whom. */
export type NewNotice = NoticeText & {
  /** Names the occasion: `signoff:INCIDENT:3:Risk Owner`. What has the same key is told once. */
  key: string;
  incidentId?: string;
  /** Ids of people; each has it as they wish. */
  people?: readonly string[];
  outside?: readonly Outside[];
  /** False: not for the channels of the organisation, though its kind may go there. */
  toChannels?: boolean;
  /** A calendar entry to come along with the e-mail. */
  calendar?: { method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; text: string };
};

type Row = {
  id: string;
  key: string;
  kind: string;
  person_id: string | null;
  outside: object | null;
  incident_id: string | null;
  /** Which of the payloads: a text for thousands is given once. */
  said: number;
};

function rowsOf(notice: NewNotice, said: number, newId: () => string): Row[] {
  const { key, kind, incidentId = null, people = [], outside = [] } = notice;
  const toChannels = notice.toChannels !== false && noticeKindNamed(kind)?.toChannels === true;
  const row = (to: string, personId: string | null, address: Outside | null): Row => ({
    id: newId(),
    key: `${key}/${to}`,
    kind,
    person_id: personId,
    outside: address,
    incident_id: incidentId,
    said,
  });
  return [
    ...people.map((id) => row(`person:${id}`, id, null)),
    ...outside.map((address) => row(`outside:${address.name}`, null, address)),
    ...(toChannels ? [row('channels', null, null)] : []),
  ];
}

/**
 * Tells people something, as part of the statement that is the reason for it. What has been told under this key is not told again.
 * It is sent by a job, a moment later.
 */
export function enqueueNotices(
  { now, newId }: Pick<StoredContext, 'now' | 'newId'>,
  notices: readonly NewNotice[],
): Change {
  const rows = JSON.stringify(notices.flatMap((notice, said) => rowsOf(notice, said, newId)));
  const payloads = JSON.stringify(
    notices.map(({ values, calendar }) => ({ values, ...(calendar === undefined ? {} : { calendar }) })),
  );
  return {
    rows: 'any',
    statement: sql`insert into notice (id, key, kind, person_id, outside, incident_id, payload, at)
      select id, key, kind, person_id, outside, incident_id, ${payloads}::jsonb -> said, ${now}::timestamptz
      from jsonb_to_recordset(${rows}::jsonb) as told (id uuid, key text, kind text, person_id uuid, outside jsonb, incident_id uuid, said integer)
      on conflict (key) do nothing`,
  };
}

/** The same, alone: for occasions that change nothing else. Gives how many were new. */
export async function enqueueAlone(
  database: Database,
  context: Pick<StoredContext, 'now' | 'newId'>,
  notices: readonly NewNotice[],
): Promise<number> {
  const { text, parameters } = plainStatement(database, enqueueNotices(context, notices).statement);
  return (await database.query({ text, values: parameters })).count;
}

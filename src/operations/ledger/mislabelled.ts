import type { LogRow } from '../../store/ledger/log-pages.ts';

type Payload = { at?: unknown; actor?: unknown; operation?: unknown; incident?: unknown; subject?: unknown };

/** Whether the columns beside a payload say something else than the payload, which is what the hash is made of. */
export function mislabelled({ payload, at, actor, operation, incident_id: incident, subject }: LogRow): boolean {
  if (payload === null) return false;
  let said: Payload;
  try {
    said = JSON.parse(payload) as Payload;
  } catch {
    return true;
  }
  return (
    said.actor !== actor ||
    said.operation !== operation ||
    said.incident !== incident ||
    said.subject !== subject ||
    Date.parse(String(said.at)) !== at.getTime()
  );
}

import type { StoredContext } from '../stored-operation.ts';

/** Timeline events of an incident: those it has, and those its ledger entries leave; undefined when the entry of several was erased. */
export type CountedEvents = { record: number; ledger: number | undefined };

type Listed = { key?: unknown }[];
type Input = { record?: { timeline?: unknown[] }; count?: number; add?: Listed; remove?: Listed };

const ofTimeline = (listed: Listed | undefined): number =>
  (listed ?? []).filter(({ key }) => key === 'timeline').length;

/** How many events an entry of each operation that touches the timeline leaves behind. */
const effects: Record<string, number | ((input: Input) => number)> = {
  'incident.create': ({ record }) => record?.timeline?.length ?? 0,
  'timeline.add': 1,
  'timeline.import': ({ count = 0 }) => count,
  'timeline.remove': -1,
  'incident.measure': ({ add }) => ofTimeline(add),
  'record.apply': ({ add, remove }) => ofTimeline(add) - ofTimeline(remove),
};

function effectOf(operation: string, payload: string | null): number | undefined {
  const effect = effects[operation];
  if (typeof effect === 'number') return effect;
  return payload === null ? undefined : effect?.((JSON.parse(payload) as { input?: Input }).input ?? {});
}

/** Counts the events in the record and what the ledger says that there should be, both of one moment. */
export async function countedEvents({ database }: StoredContext, incidentId: string): Promise<CountedEvents> {
  const { rows } = await database.query<{ operation: string | null; payload: string | null; record: string }>({
    text: `select counted.record, e.operation, e.payload
      from (select count(*) as record from part where incident_id = $1 and key = 'timeline') as counted
      left join entry e on e.incident_id = $1 and e.operation = any($2)`,
    values: [incidentId, Object.keys(effects)],
  });
  let ledger: number | undefined = 0;
  for (const { operation, payload } of rows) {
    const effect = operation === null ? 0 : effectOf(operation, payload);
    ledger = effect === undefined || ledger === undefined ? undefined : ledger + effect;
  }
  return { record: Number(rows[0]?.record ?? 0), ledger };
}

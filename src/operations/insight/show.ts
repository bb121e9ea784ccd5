import { z } from 'zod';
import {
  type Columns,
  counted,
  type CountedGroup,
  grouped,
  groupings,
  longest,
  narrowed,
  type Single,
  singlesOf,
} from '../../insights/index.ts';
import { requirePermission } from '../access/require.ts';
import type { Database } from '../../store/database.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { heldColumns } from './held-columns.ts';
import { Dot, Group, type MeasureName, measures } from './measures.ts';
import { narrowingOf, zoneOf } from './narrowing.ts';

const day = z.iso.date();
const narrow = z.string().trim().min(1).max(200).optional();
export const Wish = z.strictObject({
  by: z.enum(groupings).default('quarter'),
  /** The first and the last day, in the zone of the server's documents. */
  from: day.optional(),
  to: day.optional(),
  service: narrow,
  severity: narrow,
  cause: narrow,
  template: narrow,
});
export type Wish = z.infer<typeof Wish>;

export const Insights = z.object({
  /** In which zone days and quarters are counted. */
  zone: z.string(),
  all: Group,
  groups: z.array(Group),
  /** Those that took longest to mitigate. */
  longest: z.array(Dot),
});
export type Insights = z.infer<typeof Insights>;

/** Says which incident stands at a place, and a value of it. */
type Telling = (place: number, measure: MeasureName) => Dot;

/** Asks for the titles of the incidents at some places. */
async function tellingOf(database: Database, columns: Columns, places: readonly number[]): Promise<Telling> {
  const ids = [...new Set(places)].map((place) => columns.ids[place]);
  const text = `select incident_id as id, left(title, 300) as title from incident_head where incident_id = any($1::uuid[])`;
  const rows = ids.length === 0 ? [] : (await database.query<Title>({ text, values: [ids] })).rows;
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  return (place, measure) => ({
    key: `INC-${columns.numbers[place]}`,
    title: titles.get(columns.ids[place] as string) ?? null,
    at: new Date(Math.floor((columns.atMicros[place] as number) / 1000)).toISOString(),
    seconds: columns[measure][place] as number,
  });
}
type Title = { id: string; title: string | null };

/** Groups with the values that stand by themselves as they are shown. */
function shown(groups: readonly CountedGroup[], singles: readonly Single[], tell: Telling): Group[] {
  const dots = Map.groupBy(singles, ({ name, measure }) => `${measure} ${name}`);
  return groups.map((group) => {
    const spreads = measures.map((measure) => {
      const { places: _few, ...spread } = group.spreads[measure];
      const own = dots.get(`${measure} ${group.name}`) ?? [];
      return [measure, { ...spread, dots: own.map(({ place }) => tell(place, measure)) }];
    });
    return { ...group, spreads: Object.fromEntries(spreads) as Group['spreads'] };
  });
}

/** What many incidents have in common, computed: see docs/insights.md. */
export async function insightsOf(context: StoredContext, wish: Wish): Promise<Insights> {
  requirePermission(context, 'incident.see');
  const { database } = context;
  const columns = await heldColumns(database);
  const { narrowing, quarters } = await narrowingOf(context, columns, wish);
  const places = narrowed(columns, narrowing);
  const groups = counted(columns, grouped(columns, places, wish.by, quarters));
  const all = counted(columns, [{ name: '', places }]);
  const slow = longest(columns, places);
  const [singles, ofAll] = [singlesOf(columns, groups), singlesOf(columns, all)];
  const named = [...singles, ...ofAll].map(({ place }) => place);
  const tell = await tellingOf(database, columns, [...named, ...slow]);
  return {
    zone: zoneOf(context),
    all: shown(all, ofAll, tell)[0] as Group,
    groups: shown(groups, singles, tell),
    longest: slow.map((place) => tell(place, 'mitigate')),
  };
}

export const showInsights: StoredOperation<Wish, Insights> = {
  name: 'insight.show',
  sentence:
    'Show what many incidents have in common: how long they took, what they cost, which come again; by quarter, severity, service or cause.',
  permission: 'incident.see',
  effect: 'read',
  input: Wish,
  output: Insights,
  route: { method: 'GET', path: '/insights' },
  run: insightsOf,
};

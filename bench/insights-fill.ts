import type { Database } from '../src/store/database.ts';

/** Incidents written in one go. */
const atOnce = 5000;

/**
 * Writes what insights are counted from for every incident there is, as if it had been taken from records: lengths that lie as those of
 * incidents do, one in six unknown, one to three services of forty, up to two causes of thirty, money for one in five.
 */
export async function fillInsights(database: Database): Promise<void> {
  // What is drawn refers to the incident: it would be drawn once for all without.
  const drawn = `select i.id, i.created_at, i.template, array(select random(0, 999) / 1000.0 from generate_series(1, 12 + 0 * i.number)) as r
    from incident i where i.number > $1 and i.number <= $1 + ${atOnce}`;
  const text = `with drawn as (${drawn})
      insert into insight (incident_id, at, template, severity, services, causes, detect, acknowledge, mitigate, resolve, written, budget,
        automation, costs, actions, verified, repeats)
      select id, created_at + r[1] * interval '1 day', template, 's' || 1 + (r[2] * 4)::int % 4,
        array(select 'service-' || (r[3] * 40 + step * 7)::int % 40 from generate_series(0, (r[4] * 2)::int) as step),
        array(select 'cause-' || (r[5] * 30 + step * 11)::int % 30 from generate_series(0, (r[6] * 2)::int - 1) as step),
        case when r[7] < 0.83 then round(exp(3 + 6 * r[8])) end, case when r[8] < 0.83 then round(exp(3 + 5 * r[9])) end,
        case when r[9] < 0.83 then round(exp(5 + 6 * r[10])) end, case when r[10] < 0.83 then round(exp(5 + 7 * r[11])) end,
        case when r[11] < 0.83 then round(exp(8 + 6 * r[12])) end, case when r[1] < 0.5 then r[2] * 20 end,
        case when r[2] < 0.5 then r[3] * 100 end,
        case when r[12] < 0.1 then json_build_object('EUR', round(r[3]::numeric * 100000)) when r[12] < 0.2
          then json_build_object('USD', round(r[4]::numeric * 100000), 'GBP', 100) else '{}' end,
        (r[5] * 6)::int, (r[5] * r[6] * 6)::int, r[7] < 0.2
      from drawn`;
  const [last] = (
    await database.query<{ number: number }>({ text: 'select max(number)::int as number from incident', values: [] })
  ).rows;
  for (let first = 0; first < (last?.number ?? 0); first += atOnce) await database.query({ text, values: [first] });
  await database.query({ text: 'analyze insight', values: [] });
}

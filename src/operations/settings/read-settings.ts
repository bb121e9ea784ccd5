import type { Config } from '../config.ts';
import { type Remembered, remembered } from '../remembered.ts';
import { settingList, settingNames, type SettingValues } from './setting-list.ts';

/** What is kept of the settings, by name. One that no longer fits its schema counts as not set. */
export const keptSettings: Remembered<Map<string, { value: unknown; version: number }>> = remembered(
  async ({ kysely }) => {
    const rows = await kysely.selectFrom('setting').select(['name', 'value', 'version']).execute();
    return new Map(rows.map(({ name, value, version }) => [name, { value, version }]));
  },
);

/** Values by what is kept: rules among them are parsed once, not for every request. */
const parsed = new WeakMap<object, SettingValues>();

/** The value of every setting: what owners chose, else its fallback. */
export async function readSettings(database: Parameters<typeof keptSettings.of>[0]): Promise<SettingValues> {
  const kept = await keptSettings.of(database);
  const known = parsed.get(kept);
  if (known !== undefined) return known;
  const values = settingNames.map((name) => {
    const { schema, fallback } = settingList[name];
    const { success, data } = schema.safeParse(kept.get(name)?.value);
    return [name, success ? data : fallback];
  });
  const made = Object.fromEntries(values) as SettingValues;
  parsed.set(kept, made);
  return made;
}

/** The config of a server: its `hindcast.yaml`, and over it what owners set. */
export function configWith(config: Config, settings: SettingValues): Config {
  const { 'documents.silence': silence, 'documents.slo': slo } = settings;
  const { 'documents.template': template, 'documents.zone': zone } = settings;
  return {
    ...config,
    ...(silence === null ? {} : { silence }),
    ...(slo === null ? {} : { slo }),
    ...(template === null ? {} : { template }),
    ...(zone === null ? {} : { zone }),
  };
}

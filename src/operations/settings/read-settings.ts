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

/** The value of every setting: what owners chose, else its fallback. */
export async function readSettings(database: Parameters<typeof keptSettings.of>[0]): Promise<SettingValues> {
  const kept = await keptSettings.of(database);
  const values = settingNames.map((name) => {
    const { schema, fallback } = settingList[name];
    const parsed = schema.safeParse(kept.get(name)?.value);
    return [name, parsed.success ? parsed.data : fallback];
  });
  return Object.fromEntries(values) as SettingValues;
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

import { z } from 'zod';
import type { StoredOperation } from '../stored-operation.ts';
import { keptSettings, readSettings } from './read-settings.ts';
import { settingList, settingNames } from './setting-list.ts';

/** A setting as it is. `version` is 0 for one that nobody changed. */
export const SettingItem = z.object({
  name: z.string(),
  sentence: z.string(),
  value: z.unknown(),
  fallback: z.unknown(),
  version: z.number().int(),
  /** What a value has to be, as JSON Schema. */
  schema: z.record(z.string(), z.unknown()),
});
export type SettingItem = z.infer<typeof SettingItem>;

const Input = z.strictObject({});
const Output = z.object({ items: z.array(SettingItem) });

export const listSettings: StoredOperation<z.infer<typeof Input>, z.infer<typeof Output>> = {
  name: 'settings.list',
  sentence: 'List the settings of this server, what each does and what it is.',
  permission: 'settings.see',
  effect: 'read',
  input: Input,
  output: Output,
  route: { method: 'GET', path: '/settings' },
  run: async ({ database }) => {
    keptSettings.forget(database);
    const kept = await keptSettings.of(database);
    const values = await readSettings(database);
    const items = settingNames.map((name) => {
      const { sentence, fallback, schema } = settingList[name];
      const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
      return { name, sentence, value: values[name], fallback, version: kept.get(name)?.version ?? 0, schema: json };
    });
    return { items };
  },
};

import { sql } from 'kysely';
import { z } from 'zod';
import { isKnownRegion } from '../../calendar/holidays.ts';
import { HindcastError } from '../errors.ts';
import { retried, save } from '../save.ts';
import { statusPage } from '../status/load.ts';
import type { StoredContext, StoredOperation } from '../stored-operation.ts';
import { findTemplate } from '../template/find.ts';
import { keptSettings } from './read-settings.ts';
import { settingList, type SettingName } from './setting-list.ts';

const Input = z.strictObject({
  name: z.string().max(100),
  /** The new value; null for the one it has by itself. */
  value: z.unknown(),
  /** The version that the caller saw; 0 for one that nobody changed. */
  seen: z.number().int().min(0),
});
type Input = z.infer<typeof Input>;

const Output = z.object({ name: z.string(), value: z.unknown(), version: z.number().int() });
type Output = z.infer<typeof Output>;

function checkedValue(context: StoredContext, name: SettingName, value: unknown): unknown {
  const { schema, fallback } = settingList[name];
  if (value === null) return fallback;
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const place = issue?.path.join('.') ?? '';
    const reason = `${place === '' ? '' : `${place}: `}${issue?.message ?? 'invalid'}`;
    throw new HindcastError('setting.invalid', { name, reason });
  }
  if (name === 'documents.template') findTemplate(String(parsed.data), context.templates);
  return parsed.data;
}

/** A region that the library of holidays does not know would silently have none. */
async function requireRegions(regions: readonly string[]): Promise<void> {
  for (const region of regions)
    if (!(await isKnownRegion(region)))
      throw new HindcastError('setting.invalid', {
        name: 'follow.holidays',
        reason: `no holidays are known of ${region}; name a country or state of ISO 3166 as DE, DE-BY, US-CA`,
      });
}

async function changeOnce(context: StoredContext, input: Input): Promise<Output> {
  const { name, seen } = input;
  if (!Object.hasOwn(settingList, name)) throw new HindcastError('setting.unknown', { name });
  const value = checkedValue(context, name as SettingName, input.value);
  if (name === 'follow.holidays') await requireRegions(value as string[]);
  keptSettings.forget(context.database);
  const old = (await keptSettings.of(context.database)).get(name);
  const version = old?.version ?? 0;
  if (version !== seen)
    throw new HindcastError(
      'record.conflict',
      { path: name, seen: String(seen), version: String(version) },
      { data: { path: name, yours: input.value ?? null, theirs: old?.value ?? null, version } },
    );
  const json = JSON.stringify(value);
  return save(context, {
    operation: 'settings.change',
    subject: `setting/${name}`,
    payload: { before: old?.value ?? null, value, version: seen + 1 },
    changes: [
      {
        statement:
          old === undefined
            ? sql`insert into setting (name, value) values (${name}, ${json}::jsonb) on conflict do nothing`
            : sql`update setting set value = ${json}::jsonb, version = version + 1 where name = ${name} and version = ${seen}`,
      },
    ],
    result: { name, value, version: seen + 1 },
  });
}

export const changeSetting: StoredOperation<Input, Output> = {
  name: 'settings.change',
  sentence: 'Change a setting of this server, or give it back the value it has by itself.',
  permission: 'settings.change',
  effect: 'write',
  input: Input,
  output: Output,
  route: { method: 'PATCH', path: '/settings/{name}' },
  run: async (context, input) => {
    try {
      return await retried(() => changeOnce(context, input));
    } finally {
      keptSettings.forget(context.database);
      statusPage.forget(context.database);
    }
  },
};

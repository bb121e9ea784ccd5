import type { SettingItem } from '../../../../src/operations/settings/list.ts';
import { refresh, useChange } from '../../../api/queries.ts';

/** Changes several settings, one after the other: true when all of them are kept. */
export function useSettings(items: readonly SettingItem[]) {
  const { attempt, busy, problem } = useChange('settings.change');
  const change = async (values: Readonly<Record<string, unknown>>): Promise<boolean> => {
    let isKept = true;
    for (const [name, value] of Object.entries(values)) {
      const seen = items.find((one) => one.name === name)?.version ?? 0;
      isKept = isKept && (await attempt({ name, value, seen })) !== undefined;
    }
    await refresh('settings.list');
    return isKept;
  };
  return { change, busy, problem };
}

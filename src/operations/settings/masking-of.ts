import type { MaskSettings } from '../../masking/settings.ts';
import type { SettingValues } from './setting-list.ts';

/** What owners decided about masking, as `maskText` takes it. */
export function maskingOf(settings: SettingValues): MaskSettings {
  const allow = settings['masking.allow'];
  return {
    personal: settings['masking.personal'],
    addresses: settings['masking.addresses'],
    allow: {
      domains: allow.filter((entry) => entry.startsWith('@')),
      values: allow.filter((entry) => !entry.startsWith('@')),
    },
  };
}

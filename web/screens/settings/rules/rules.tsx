import type { SettingItem } from '../../../../src/operations/settings/list.ts';
import { useOperation } from '../../../api/queries.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { words } from '../../../words/incoming.ts';
import { RulesEditor } from './rules-editor.tsx';

/** The setting in which the rules stand. */
const name = 'signals.rules';

/** Rules that say to which incident a signal belongs. */
export function Rules() {
  const { settings } = words;
  return (
    <Answered of={useOperation<{ items: SettingItem[] }>('settings.list')}>
      {({ items }) => {
        const item = items.find((each) => each.name === name);
        return item === undefined ? <Panel title={settings.parts.rules}>{null}</Panel> : <RulesEditor item={item} />;
      }}
    </Answered>
  );
}

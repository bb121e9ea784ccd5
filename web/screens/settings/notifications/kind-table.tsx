import type { Choice, Preference } from '../../../../src/notices/preference.ts';
import type { ShownPreference } from '../../../../src/operations/preference/show.ts';
import { Switch } from '../../../parts/switch.tsx';
import { Table } from '../../../parts/table.tsx';
import { Tick } from '../../../parts/tick.tsx';
import { told } from '../../../parts/told.ts';
import { words } from '../../../words/outside.ts';
import style from './notifications.module.css';

type Props = {
  kinds: ShownPreference['kinds'];
  hasSlack: boolean;
  value: Preference;
  change: (value: Preference) => void;
};

const usual: Choice = { email: 'now', slack: false };

/** Each kind of notice, and which way one has it. */
export function KindTable({ kinds, hasSlack, value, change }: Props) {
  const { notices } = words;
  const set = (name: string, choice: Choice) => change({ ...value, kinds: { ...value.kinds, [name]: choice } });
  const columns = [notices.what, notices.byEmail, ...(hasSlack ? [notices.bySlack] : [])];
  return (
    <Table stacks columns={columns} className={style.kinds}>
      {kinds.map(({ name, sentence }) => {
        const choice = value.kinds[name] ?? usual;
        const what = told(sentence);
        return (
          <tr key={name}>
            <td>{what}</td>
            <td>
              <Switch
                label={notices.emailOf(what)}
                options={notices.ways}
                chosen={choice.email}
                choose={(email) => set(name, { ...choice, email })}
              />
            </td>
            {hasSlack ? (
              <td data-column={notices.bySlack}>
                <Tick
                  aria-label={notices.slackOf(what)}
                  checked={choice.slack}
                  onChange={({ target }) => set(name, { ...choice, slack: target.checked })}
                />
              </td>
            ) : null}
          </tr>
        );
      })}
    </Table>
  );
}

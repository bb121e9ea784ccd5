import type { Announcements } from '../../../src/operations/announcement/list.ts';
import type { Input } from '../../api/call.ts';
import { Select, TextField } from '../../parts/field.tsx';
import choices from '../../parts/choices.module.css';
import { words } from '../../words/outside.ts';
import style from './tell.module.css';

const own = words.tell;

type Status = keyof typeof own.statuses;
type Impact = keyof typeof own.impacts;

/** Where a message goes, as it stands in the form. */
export type Ways = {
  onPage: boolean;
  status: Status;
  impact: Impact;
  /** States of components by name; of those that are absent nothing new is said. */
  components: Record<string, string>;
  lists: readonly string[];
  elsewhere: boolean;
  channel: string;
  audience: string;
};

/** No way chosen yet; the status page stays as it is until somebody says otherwise. */
export const noWays = ({ report }: Announcements, stage: string): Ways => ({
  onPage: false,
  status: stage === 'resolved' ? 'resolved' : (report?.status ?? 'investigating'),
  impact: report?.impact ?? 'major',
  // What was said to be broken works again, in the end.
  components:
    stage === 'resolved'
      ? Object.fromEntries(Object.keys(report?.components ?? {}).map((name) => [name, 'operational']))
      : {},
  lists: [],
  elsewhere: false,
  channel: '',
  audience: '',
});

const isTold = ({ elsewhere, channel, audience }: Ways) => elsewhere && channel.trim() !== '' && audience.trim() !== '';

/** True when a message goes anywhere. */
export const isAnywhere = (ways: Ways): boolean => ways.onPage || ways.lists.length > 0 || isTold(ways);

/** The ways as the operation takes them. */
export const inputOf = (ways: Ways): Input => {
  const { onPage, status, impact, components, lists, channel, audience } = ways;
  return {
    ...(onPage ? { statusPage: { status, impact, components } } : {}),
    lists,
    elsewhere: isTold(ways) ? [{ channel, audience }] : [],
  };
};

const optionsOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

type Props = { told: Announcements; ways: Ways; change: (ways: Ways) => void };

function OnPage({ told, ways, change }: Props) {
  const { status, impact, components } = ways;
  return (
    <div className={style.inner}>
      <div className={style.two}>
        <Select
          label={own.status}
          value={status}
          options={optionsOf(own.statuses)}
          onChange={({ target }) => change({ ...ways, status: target.value as Status })}
        />
        <Select
          label={own.impact}
          value={impact}
          options={optionsOf(own.impacts)}
          onChange={({ target }) => change({ ...ways, impact: target.value as Impact })}
        />
      </div>
      {told.components.length === 0 ? null : (
        <fieldset className={choices.choices}>
          <legend>{own.components}</legend>
          <div className={style.two}>
            {told.components.map((name) => (
              <Select
                key={name}
                label={name}
                value={components[name] ?? ''}
                options={[{ value: '', label: own.unchanged }, ...optionsOf(own.componentStates)]}
                onChange={({ target }) => {
                  const { [name]: _, ...others } = components;
                  change({ ...ways, components: target.value === '' ? others : { ...others, [name]: target.value } });
                }}
              />
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}

/** Where the message goes: the status page, lists, and what somebody told by themselves. */
export function WaysFields({ told, ways, change }: Props) {
  const { onPage, lists, elsewhere, channel, audience } = ways;
  const tick = (name: string, isOn: boolean) => (isOn ? [...lists, name] : lists.filter((one) => one !== name));
  return (
    <fieldset className={choices.choices}>
      <legend>{own.where}</legend>
      {told.statusOn ? (
        <label className={choices.choice}>
          <input
            type="checkbox"
            checked={onPage}
            onChange={({ target }) => change({ ...ways, onPage: target.checked })}
          />
          {own.statusPage}
        </label>
      ) : (
        <p className={style.quiet}>{own.statusOff}</p>
      )}
      {onPage ? <OnPage told={told} ways={ways} change={change} /> : null}
      {told.lists.length === 0 ? <p className={style.quiet}>{own.noLists}</p> : null}
      {told.lists.map(({ name, count }) => (
        <label key={name} className={choices.choice}>
          <input
            type="checkbox"
            checked={lists.includes(name)}
            onChange={({ target }) => change({ ...ways, lists: tick(name, target.checked) })}
          />
          {own.list(name, count)}
        </label>
      ))}
      <label className={choices.choice}>
        <input
          type="checkbox"
          checked={elsewhere}
          onChange={({ target }) => change({ ...ways, elsewhere: target.checked })}
        />
        {own.elsewhere}
      </label>
      {elsewhere ? (
        <div className={style.inner}>
          <p className={style.quiet}>{own.elsewhereHint}</p>
          <div className={style.two}>
            <TextField
              label={own.channel}
              value={channel}
              maxLength={100}
              onChange={({ target }) => change({ ...ways, channel: target.value })}
            />
            <TextField
              label={own.audience}
              value={audience}
              maxLength={200}
              onChange={({ target }) => change({ ...ways, audience: target.value })}
            />
          </div>
        </div>
      ) : null}
    </fieldset>
  );
}

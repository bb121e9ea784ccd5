import type { Preference } from '../../../../src/notices/preference.ts';
import { Select, TextField } from '../../../parts/field.tsx';
import { words } from '../../../words/outside.ts';
import { isZone, zoneNames } from '../../../words/zone-name.ts';
import choices from '../../../parts/choices.module.css';
import style from './notifications.module.css';

type Props = { value: Preference; change: (value: Preference) => void };

const zones = zoneNames();
const usualQuiet = { from: '20:00', to: '07:00' };
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

function Quiet({ value, change }: Props) {
  const { notices } = words;
  const { quiet } = value;
  return (
    <fieldset className={choices.choices}>
      <label className={choices.choice}>
        <input
          type="checkbox"
          checked={quiet !== null}
          onChange={({ target }) => change({ ...value, quiet: target.checked ? usualQuiet : null })}
        />
        <span>
          <strong>{notices.quiet}</strong>. {notices.quietHint}
        </span>
      </label>
      {quiet === null ? null : (
        <div className={style.line}>
          {(['from', 'to'] as const).map((end) => (
            <TextField
              key={end}
              label={notices[end]}
              type="time"
              required
              value={quiet[end]}
              onChange={({ target }) => change({ ...value, quiet: { ...quiet, [end]: target.value } })}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}

function Days({ value, change }: Props) {
  const { notices } = words;
  const set = (day: number, isOn: boolean) => {
    const days = isOn ? [...value.days, day].toSorted() : value.days.filter((each) => each !== day);
    // Somebody who wants nothing on any day turns kinds off.
    if (days.length > 0) change({ ...value, days });
  };
  return (
    <fieldset className={choices.choices}>
      <legend>{notices.days}</legend>
      <div className={style.days}>
        {weekdays.map((day) => (
          <label key={day} className={choices.choice}>
            <input
              type="checkbox"
              checked={value.days.includes(day)}
              onChange={({ target }) => set(day, target.checked)}
            />
            {notices.weekdays[day - 1]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Digest({ value, change }: Props) {
  const { notices } = words;
  const { digest } = value;
  const set = (more: Partial<Preference['digest']>) => change({ ...value, digest: { ...digest, ...more } });
  return (
    <fieldset className={choices.choices}>
      <legend>{notices.digest}</legend>
      <div className={style.line}>
        <Select
          label={notices.every}
          value={digest.every}
          options={(['day', 'week'] as const).map((each) => ({ value: each, label: notices.everies[each] }))}
          onChange={({ target }) => set({ every: target.value === 'week' ? 'week' : 'day' })}
        />
        {digest.every === 'day' ? null : (
          <Select
            label={notices.weekday}
            value={digest.weekday}
            options={weekdays.map((day) => ({ value: String(day), label: notices.weekdays[day - 1] ?? '' }))}
            onChange={({ target }) => set({ weekday: Number(target.value) })}
          />
        )}
        <Select
          label={notices.hour}
          value={digest.hour}
          options={Array.from({ length: 24 }, (_, hour) => ({
            value: String(hour),
            label: `${String(hour).padStart(2, '0')}:00`,
          }))}
          onChange={({ target }) => set({ hour: Number(target.value) })}
        />
      </div>
    </fieldset>
  );
}

/** The zone, the hours and the days of one's notices, and when the digest comes. */
export function When(props: Props) {
  const { notices } = words;
  const { value, change } = props;
  return (
    <section className={style.when} aria-label={notices.when}>
      <h3>{notices.when}</h3>
      <TextField
        label={notices.zone}
        hint={notices.zoneHint}
        error={isZone(value.zone) ? undefined : notices.zoneWrong}
        list="zones"
        required
        maxLength={100}
        autoComplete="off"
        value={value.zone}
        onChange={({ target }) => change({ ...value, zone: target.value.trim() })}
      />
      <datalist id="zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <Quiet {...props} />
      <Days {...props} />
      <Digest {...props} />
    </section>
  );
}

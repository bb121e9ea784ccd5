import choices from '../../../parts/choices.module.css';
import { TextField } from '../../../parts/field.tsx';
import { words } from '../../../words/outside.ts';
import style from '../notifications/notifications.module.css';
import type { Quiet } from './as-text.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const usualQuiet = { from: '18:00', to: '08:00' };

type Weekend = { value: number[]; change: (value: number[]) => void };

/** The days of the week on which nobody works; one is left. */
export function WeekendField({ value, change }: Weekend) {
  const set = (day: number, isOff: boolean) => {
    const days = isOff ? [...value, day].toSorted() : value.filter((each) => each !== day);
    if (days.length < weekdays.length) change(days);
  };
  return (
    <fieldset className={choices.choices}>
      <legend>{words.reminders.weekend}</legend>
      <div className={style.days}>
        {weekdays.map((day) => (
          <label key={day} className={choices.choice}>
            <input type="checkbox" checked={value.includes(day)} onChange={({ target }) => set(day, target.checked)} />
            {words.notices.weekdays[day - 1]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The hours in which nobody is reminded. */
export function QuietField({ value, change }: { value: Quiet; change: (value: Quiet) => void }) {
  const { reminders } = words;
  return (
    <fieldset className={choices.choices}>
      <label className={choices.choice}>
        <input
          type="checkbox"
          checked={value !== null}
          onChange={({ target }) => change(target.checked ? usualQuiet : null)}
        />
        <span>
          <strong>{reminders.quiet}</strong>. {reminders.quietHint}
        </span>
      </label>
      {value === null ? null : (
        <div className={style.line}>
          {(['from', 'to'] as const).map((end) => (
            <TextField
              key={end}
              label={reminders[end]}
              type="time"
              required
              value={value[end]}
              onChange={({ target }) => change({ ...value, [end]: target.value })}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}

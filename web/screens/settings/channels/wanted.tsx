import { TextField } from '../../../parts/field.tsx';
import { words } from '../../../words/outside.ts';
import choices from '../../../parts/choices.module.css';
import settings from '../settings.module.css';

/** What goes to a channel, as it is typed. */
export type Wanted = { kinds: string[]; severities: string };

/** Severities between commas. */
export const severitiesOf = ({ severities }: Wanted): string[] =>
  severities
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

type Props = { kinds: string[]; wanted: Wanted; change: (wanted: Wanted) => void };

/** Which kinds of notices go there, and those of which incidents. */
export function WantedFields({ kinds, wanted, change }: Props) {
  const { channels, kindNames } = words.notices;
  const toggle = (name: string, isOn: boolean) =>
    change({ ...wanted, kinds: isOn ? [...wanted.kinds, name] : wanted.kinds.filter((each) => each !== name) });
  return (
    <>
      <fieldset className={choices.choices}>
        <legend>{channels.kinds}</legend>
        <p className={settings.quiet}>{channels.kindsHint}</p>
        {kinds.map((name) => (
          <label key={name} className={choices.choice}>
            <input
              type="checkbox"
              checked={wanted.kinds.includes(name)}
              onChange={({ target }) => toggle(name, target.checked)}
            />
            {kindNames[name as keyof typeof kindNames] ?? name}
          </label>
        ))}
      </fieldset>
      <TextField
        label={channels.severities}
        hint={channels.severitiesHint}
        value={wanted.severities}
        maxLength={500}
        onChange={({ target }) => change({ ...wanted, severities: target.value })}
      />
    </>
  );
}

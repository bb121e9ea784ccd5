import { useState } from 'react';
import { Panel } from '../../parts/panel.tsx';
import { words } from '../../words/index.ts';
import choices from '../../parts/choices.module.css';
import style from './settings.module.css';
import { chooseTheme, chosenTheme, themes } from './theme.ts';

/** Light, dark, or as the system. */
export function Appearance() {
  const { appearance, parts } = words.settings;
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <Panel title={parts.appearance}>
      <fieldset className={choices.choices}>
        <legend>{appearance.legend}</legend>
        {themes.map((each) => (
          <label key={each} className={choices.choice}>
            <input
              type="radio"
              name="theme"
              checked={theme === each}
              onChange={() => {
                chooseTheme(each);
                setTheme(each);
              }}
            />
            {appearance[each]}
          </label>
        ))}
      </fieldset>
      <p className={style.quiet}>{appearance.hint}</p>
    </Panel>
  );
}

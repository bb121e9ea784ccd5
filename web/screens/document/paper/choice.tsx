import type { LayoutChoice } from '../../../../src/templates/layout/layout.ts';
import { setFields } from '../../../editors/saving/set-fields.ts';
import { remember } from '../../../editors/undo.ts';
import { sayProblem } from '../../../parts/notices.tsx';
import { isLit, useLit } from '../lit.ts';
import { useField } from '../record-at.ts';
import { useSheet } from '../shown.ts';
import style from './choice.module.css';

/** Check marks for the values of one field. `*` takes every other value; ticking what is ticked clears the field. */
export function Choice({ item }: { item: LayoutChoice }) {
  const { incident, readOnly } = useSheet();
  const { lit } = useLit();
  const { part, path, value, version } = useField(item.path);
  const named = item.options.some((option) => option.value === value);
  const isChosen = (option: string) => option === value || (option === '*' && value !== undefined && !named);
  const choose = async (option: string) => {
    const set = { [path]: isChosen(option) ? null : option };
    const work = setFields({ incident, key: part, id: '' }, set, version);
    remember(item.label, work);
    await work;
  };
  return (
    <fieldset data-path={item.path} className={isLit(lit, item.path) ? style.lit : style.choice}>
      <legend className={style.legend}>{item.label}</legend>
      {item.options.map((option) => (
        <label key={option.value} className={style.option}>
          <input
            type="checkbox"
            checked={isChosen(option.value)}
            aria-disabled={readOnly || (option.value === '*' && !isChosen('*'))}
            onChange={() => {
              if (!readOnly && (option.value !== '*' || isChosen('*'))) choose(option.value).catch(sayProblem);
            }}
          />
          <span>{option.label}</span>
          {option.value === '*' && isChosen('*') ? <span className={style.own}>{String(value)}</span> : null}
        </label>
      ))}
    </fieldset>
  );
}

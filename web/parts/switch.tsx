import style from './switch.module.css';

type Props<Name extends string> = {
  /** What is chosen here. */
  label: string;
  /** Each choice and its words, in their order. */
  options: Record<Name, string>;
  chosen: Name;
  choose: (name: Name) => void;
};

/** Buttons in a row, of which one is pressed: ways to look at the same. */
export const Switch = <Name extends string>({ label, options, chosen, choose }: Props<Name>) => (
  <div className={style.switch} role="group" aria-label={label}>
    {(Object.keys(options) as Name[]).map((name) => (
      <button
        key={name}
        type="button"
        className={style.choice}
        aria-pressed={name === chosen}
        onClick={() => choose(name)}
      >
        {options[name]}
      </button>
    ))}
  </div>
);

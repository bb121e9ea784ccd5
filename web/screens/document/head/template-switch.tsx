import { useEffect, useState } from 'react';
import { useOperation } from '../../../api/queries.ts';
import { words } from '../../../words/index.ts';
import { useDocument } from '../shown.ts';
import style from './head.module.css';

type Listed = { name: string; title: string }[];

/** Shows the same record in the shape of another template. What the incident is written in stays as it is. */
export function TemplateSwitch({ choose }: { choose: (name: string) => void }) {
  const { layout, shown } = useDocument();
  // Until the sheet is drawn in it: the choice would seem to be taken back for a moment.
  const [asked, setAsked] = useState<string>();
  useEffect(() => setAsked(undefined), [layout.name]);
  const ask = (name: string) => {
    setAsked(name);
    choose(name);
  };
  const templates = useOperation<Listed>('template.list').data ?? [];
  const names = new Set([shown.template, layout.name, ...templates.map(({ name }) => name)]);
  return (
    <label className={style.template}>
      <span className={style.quiet}>{words.document.template}</span>
      <select className={style.select} value={asked ?? layout.name} onChange={({ target }) => ask(target.value)}>
        {[...names].map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

import { useOperation } from '../../../api/queries.ts';
import { words } from '../../../words/index.ts';
import { useDocument } from '../shown.ts';
import style from './head.module.css';

type Listed = { name: string; title: string }[];

/** Shows the same record in the shape of another template. What the incident is written in stays as it is. */
export function TemplateSwitch({ choose }: { choose: (name: string) => void }) {
  const { layout, shown } = useDocument();
  const templates = useOperation<Listed>('template.list').data ?? [];
  const names = new Set([shown.template, layout.name, ...templates.map(({ name }) => name)]);
  return (
    <label className={style.template}>
      <span className={style.quiet}>{words.document.template}</span>
      <select className={style.select} value={layout.name} onChange={({ target }) => choose(target.value)}>
        {[...names].map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

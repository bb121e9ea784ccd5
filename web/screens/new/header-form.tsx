import { Select, TextField } from '../../parts/field.tsx';
import { words } from '../../words/index.ts';
import type { Header } from './create.ts';
import style from './new.module.css';
import type { Understood } from './understand.ts';

type Props = {
  header: Header;
  change: (header: Partial<Header>) => void;
  templates: { name: string; title: string }[];
  understood: Understood | undefined;
  /** The title is wanted and missing. */
  untitled: boolean;
};

function howFound({ understood, header }: Pick<Props, 'understood' | 'header'>): string | undefined {
  if (understood?.document === undefined) return undefined;
  const { confidence, readAs, template } = understood;
  if (readAs !== undefined) return words.new.templateReadAs(readAs);
  if (template !== header.template) return words.new.templateChosen;
  return confidence === undefined ? words.new.templateGeneral : words.new.templateFound(confidence);
}

/** What people put right: the template, the title, how bad it was. */
export function HeaderForm({ header, change, templates, understood, untitled }: Props) {
  return (
    <div className={style.form} id="new-header">
      <TextField
        label={words.new.titleField}
        value={header.title}
        required
        maxLength={300}
        error={untitled ? words.new.untitledError : undefined}
        onChange={({ target }) => change({ title: target.value })}
      />
      <div className={style.pair}>
        <Select
          label={words.new.template}
          hint={howFound({ understood, header })}
          value={header.template}
          options={templates.map(({ name, title }) => ({ value: name, label: `${name}: ${title}` }))}
          onChange={({ target }) => change({ template: target.value })}
        />
        <TextField
          label={words.new.severity}
          value={header.severity}
          maxLength={100}
          onChange={({ target }) => change({ severity: target.value })}
        />
      </div>
    </div>
  );
}

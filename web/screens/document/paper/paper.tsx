import { startTransition, useEffect, useState } from 'react';
import { words } from '../../../words/index.ts';
import { PlaceMarks } from '../comments/place-marks.tsx';
import { FieldEditor } from '../quiet-editors.ts';
import { useField } from '../record-at.ts';
import { useSheet } from '../shown.ts';
import { Also } from './also.tsx';
import style from './paper.module.css';
import { Section } from './section.tsx';

/** Sections that are there at once: what is below the window is drawn piece by piece after them, and holds up nobody. */
const firstDrawn = 2;

/** The sheet: the record in the order and the words of the template. */
export function Paper() {
  const { incident, layout, readOnly } = useSheet();
  const { part, path, value, version } = useField('incident.title');
  const [whole, setWhole] = useState(false);
  useEffect(() => startTransition(() => setWhole(true)), []);
  const first = layout.sections.find(({ level }) => level === 1);
  return (
    <article className={style.paper}>
      {first === undefined || first.title === '' ? null : <p className={style.kind}>{first.title}</p>}
      <h1 className={style.title} data-path="incident.title">
        <FieldEditor
          incident={incident}
          {...{ part, path, value, version, readOnly }}
          label={words.document.titleLabel}
          kind="line"
        />
      </h1>
      {(whole ? layout.sections : layout.sections.slice(0, firstDrawn)).map((section) => (
        <Section key={section.id} section={section} isTitle={section === first} />
      ))}
      {whole ? <Also /> : null}
      <PlaceMarks />
    </article>
  );
}

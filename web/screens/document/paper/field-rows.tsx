import type { LayoutField } from '../../../../src/templates/layout/layout.ts';
import { Claim } from '../claim/claim.tsx';
import { isLit, useLit } from '../lit.ts';
import { FieldEditor } from '../quiet-editors.ts';
import { useField } from '../record-at.ts';
import { useSheet } from '../shown.ts';
import style from './field-rows.module.css';
import { ProseItem } from './prose-item.tsx';

const dash = /^[-–—,;/|·]+$/;

/** One value of the record, or a number that is stated about a figure. `place` says the how-manieth place of its figure this is. */
export function FieldValue({ field, place }: { field: Omit<LayoutField, 'kind'>; place: number }) {
  const { incident, readOnly } = useSheet();
  const { lit } = useLit();
  const { part, path, value, version } = useField(field.path);
  if (field.figure !== undefined) return <Claim figure={field.figure} place={place} label={field.label} />;
  if (field.field === 'prose') return <ProseItem path={field.path} label={field.label} quiet />;
  const isStated = value !== undefined && value !== null;
  // What the template writes around a value says nothing without one, and a dash to the field before nothing in a row of its own.
  const around = (text: string | undefined) =>
    isStated && text !== undefined && !dash.test(text) ? <span className={style.around}>{text}</span> : null;
  return (
    <span data-path={field.path} className={isLit(lit, field.path) ? style.lit : style.value}>
      {around(field.before)}{' '}
      <FieldEditor
        incident={incident}
        {...{ part, path, value, version, readOnly }}
        label={field.label}
        kind={field.field}
      />{' '}
      {around(field.after)}
    </span>
  );
}

/** Labels and values, two beside each other where the paper is wide enough. */
export function FieldRows({ fields }: { fields: LayoutField[] }) {
  const { places } = useSheet();
  const isLong = fields.some(
    ({ field, label, nested, figure }) =>
      field === 'prose' || nested === true || figure !== undefined || label.length > 24,
  );
  return (
    <dl className={isLong ? style.one : style.two}>
      {fields.map((field) => (
        <div
          key={`${field.path} ${field.label}`}
          className={`${field.nested === true ? style.nested : style.row} ${field.field === 'prose' ? style.text : ''}`}
        >
          <dt>{field.label}</dt>
          <dd>
            <FieldValue field={field} place={places.get(field) ?? 0} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

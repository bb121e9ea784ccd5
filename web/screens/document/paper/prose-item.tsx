import { fieldName } from '../../../parts/field-name.ts';
import { isLit, useLit } from '../lit.ts';
import { Prose } from '../quiet-editors.ts';
import { useField } from '../record-at.ts';
import { useSheet } from '../shown.ts';
import style from './item.module.css';

type Props = {
  path: string;
  label: string;
  /** What it is called where it has no label of its own. */
  heading?: string;
  /** Its label stands beside it already. */
  quiet?: boolean;
};

/** A text that several people may write at once. */
export function ProseItem({ path, label, heading = '', quiet = false }: Props) {
  const { incident, readOnly } = useSheet();
  const { lit } = useLit();
  const { value } = useField(path);
  return (
    <div data-path={path} className={isLit(lit, path) ? style.lit : style.item}>
      {quiet || label === '' ? null : <p className={style.label}>{label}</p>}
      <Prose
        incident={incident}
        path={path}
        label={label || heading || fieldName(path)}
        value={typeof value === 'string' ? value : undefined}
        readOnly={readOnly}
      />
    </div>
  );
}

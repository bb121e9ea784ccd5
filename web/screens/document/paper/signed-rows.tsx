import { Moment } from '../../../parts/moment.tsx';
import { words } from '../../../words/index.ts';
import { useDocument } from '../shown.ts';
import style from './field-rows.module.css';

/** The template's signatures: by whom and when; where nobody has signed here, what the document it came from states. */
export function SignedRows() {
  const { shown, layout } = useDocument();
  const { signoffs: own } = words.document;
  const stated = shown.record.signoffs ?? [];
  const roles = new Set([...layout.policy.signoff, ...stated.flatMap(({ role }) => role ?? [])]);
  return (
    <dl className={style.one}>
      {[...roles].map((role) => {
        const signoff = shown.signoffs.findLast((each) => each.role === role);
        const onPaper = stated.find((each) => each.role === role);
        const paper = [onPaper?.name, onPaper?.signature, onPaper?.date].filter(Boolean).join(' · ');
        return (
          <div key={role} className={style.row}>
            <dt>{role}</dt>
            <dd>
              {signoff === undefined ? (
                <span className={style.around}>{paper || own.open}</span>
              ) : (
                <>
                  {signoff.person.name} · <Moment at={signoff.at} /> · {signoff.valid ? own.signed : own.void}
                </>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

import { lazy, Suspense, useState } from 'react';
import { Button } from '../../../parts/button.tsx';
import { words } from '../../../words/index.ts';
import style from '../document.module.css';
import { useDocument } from '../shown.ts';

// Few documents take another template.
const UseTemplateDialog = lazy(async () => ({
  default: (await import('./use-template-dialog.tsx')).UseTemplateDialog,
}));

const own = words.document.otherTemplate;

/** Says that the document is shown in another template than its own, and lets it be written in that one. */
export function OtherTemplate({ chooseTemplate }: { chooseTemplate: (name: string) => void }) {
  const { shown, layout, readOnly } = useDocument();
  const [asking, setAsking] = useState(false);
  const back = () => chooseTemplate(shown.template);
  if (layout.name === shown.template) return null;
  return (
    <p className={style.note}>
      {own.shown(shown.template)}{' '}
      {readOnly ? null : (
        <Button look="quiet" onClick={() => setAsking(true)}>
          {own.use}
        </Button>
      )}
      <Button look="quiet" onClick={back}>
        {own.back(shown.template)}
      </Button>
      {asking ? (
        <Suspense fallback={null}>
          <UseTemplateDialog close={() => setAsking(false)} done={back} />
        </Suspense>
      ) : null}
    </p>
  );
}

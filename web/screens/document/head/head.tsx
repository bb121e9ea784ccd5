import { lazy, Suspense, useState } from 'react';
import { Chip } from '../../../parts/chip.tsx';
import { HeadBar } from '../../../parts/head-bar.tsx';
import { useMedia } from '../../../parts/use-media.ts';
import { words } from '../../../words/index.ts';
import { People } from '../people/people.tsx';
import { useDocument } from '../shown.ts';
import { CommentsButton } from '../comments/head-button.tsx';
import { ExportEntries, ExportMenu } from './export-menu.tsx';
import style from './head.module.css';
import { menuEntry } from './menu.tsx';
import { narrow } from './narrow.ts';
import { NextSteps } from './next-steps.tsx';
import { SavedState } from './saved-state.tsx';
import { TemplateSwitch } from './template-switch.tsx';

const MeasureDialog = lazy(async () => ({ default: (await import('../measure/measure-dialog.tsx')).MeasureDialog }));

const grave = new Set(['critical', 'high']);

/** What stands above the document: which it is, how it stands, and what can be done with all of it. */
export function Head({ chooseTemplate }: { chooseTemplate: (name: string) => void }) {
  const { shown, layout, readOnly } = useDocument();
  const isNarrow = useMedia(narrow);
  const [measuring, setMeasuring] = useState(false);
  const severity = shown.record.incident?.severity;
  const canonical = severity === undefined ? undefined : (layout.policy.severities[severity] ?? severity.toLowerCase());
  return (
    <HeadBar of="document">
      <div className={style.what}>
        <strong className={style.key}>{shown.key}</strong>
        {severity === undefined ? null : (
          <Chip tone={canonical !== undefined && grave.has(canonical) ? 'error' : 'plain'}>{severity}</Chip>
        )}
        <Chip tone={shown.status === 'published' ? 'good' : 'plain'}>
          {words.common.status[shown.status] ?? shown.status}
        </Chip>
        {shown.visibility === 'restricted' ? <Chip tone="warning">{words.document.restricted}</Chip> : null}
        <TemplateSwitch choose={chooseTemplate} />
      </div>
      <div className={style.actions}>
        <People />
        {readOnly ? null : <SavedState />}
        <CommentsButton />
        {isNarrow ? null : <ExportMenu />}
        <NextSteps>
          {readOnly && !isNarrow ? undefined : (
            <>
              {readOnly ? null : (
                <li>
                  <button type="button" className={menuEntry} onClick={() => setMeasuring(true)}>
                    {words.services.measure.name}
                  </button>
                </li>
              )}
              {isNarrow ? <ExportEntries /> : null}
            </>
          )}
        </NextSteps>
        {measuring ? (
          <Suspense fallback={null}>
            <MeasureDialog incident={shown.id} close={() => setMeasuring(false)} />
          </Suspense>
        ) : null}
      </div>
    </HeadBar>
  );
}

import { useState } from 'react';
import { useOperation } from '../../api/queries.ts';
import { DropZone } from '../../files/drop-zone.tsx';
import { Select } from '../../parts/field.tsx';
import { sayProblem } from '../../parts/notices.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Screen as Frame } from '../../parts/screen.tsx';
import { words } from '../../words/index.ts';
import style from './import.module.css';
import { add, useImporting } from './importing.ts';
import { Progress } from './progress.tsx';
import { Report } from './report.tsx';
import type { Manner } from './steps.ts';

/** Takes over documents that were written elsewhere: first read, then created, with a report of each. */
export function Screen() {
  const { data: templates = [] } = useOperation<{ name: string; title: string }[]>('template.list');
  const [manner, setManner] = useState<Manner>({ otherTemplate: '', keepOriginals: true });
  const importing = useImporting();
  const { title, source, lead, choose, chooseFolder, otherTemplate, serverDefault, keepOriginals, report } =
    words.import;
  return (
    <Frame title={title} wide>
      <Panel title={source}>
        <DropZone
          take={(files) => void add(files).catch(sayProblem)}
          choose={choose}
          chooseFolder={chooseFolder}
          accept=".md,.markdown,.mdown,.txt,.zip"
        >
          <p>{lead}</p>
        </DropZone>
        <div className={style.manner}>
          <Select
            label={otherTemplate}
            value={manner.otherTemplate}
            options={[
              { value: '', label: serverDefault },
              ...templates.map(({ name, title: label }) => ({ value: name, label: `${name}: ${label}` })),
            ]}
            onChange={({ target }) => setManner({ ...manner, otherTemplate: target.value })}
          />
          <label className={style.check}>
            <input
              type="checkbox"
              checked={manner.keepOriginals}
              onChange={({ target }) => setManner({ ...manner, keepOriginals: target.checked })}
            />
            {keepOriginals}
          </label>
        </div>
      </Panel>
      {importing.rows.length === 0 && importing.leftOut === 0 ? null : (
        <Panel title={report}>
          <Progress importing={importing} manner={manner} />
          {importing.rows.length === 0 ? null : <Report rows={importing.rows} />}
        </Panel>
      )}
    </Frame>
  );
}

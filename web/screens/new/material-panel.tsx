import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { TextArea } from '../../parts/field.tsx';
import { Panel } from '../../parts/panel.tsx';
import { DropZone } from '../../files/drop-zone.tsx';
import type { Chosen } from '../../files/dropped.ts';
import { chosenFiles } from '../../files/dropped.ts';
import { words } from '../../words/index.ts';
import type { Material } from './material.ts';
import style from './new.module.css';

type Props = {
  text: string;
  setText: (text: string) => void;
  files: Material[];
  take: (files: Chosen[]) => void;
  remove: (id: number) => void;
};

function Files({ files, remove }: Pick<Props, 'files' | 'remove'>) {
  const list = useRef<HTMLUListElement>(null);
  const removeAt = (index: number, id: number) => {
    flushSync(() => remove(id));
    // The focus goes on to the file that takes the place, or to the one before.
    const buttons = list.current?.querySelectorAll('button');
    const next = buttons?.[Math.min(index, buttons.length - 1)];
    (next ?? document.querySelector<HTMLElement>('textarea'))?.focus();
  };
  return (
    <ul ref={list} className={style.files} aria-label={words.new.files}>
      {files.map(({ id, name, bytes, kind, note }, index) => (
        <li key={id} className={style.file}>
          <span className={style.fileName}>{name}</span>
          <span className={style.quiet}>
            {words.new.kinds[kind]} · {words.new.size(bytes.length)}
          </span>
          <Button look="quiet" aria-label={words.new.remove(name)} onClick={() => removeAt(index, id)}>
            {words.common.remove}
          </Button>
          {note === undefined ? null : <span className={style.fileNote}>{note}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Where people put what they have: pasted, dropped or chosen. */
export function MaterialPanel({ text, setText, files, take, remove }: Props) {
  const documents = files.filter(({ kind }) => kind === 'document').length + (text.trim() === '' ? 0 : 1);
  return (
    <Panel title={words.new.material}>
      <DropZone take={take} choose={words.new.choose}>
        <div className={style.paste}>
          <TextArea
            label={words.new.paste}
            hint={words.new.pasteHint}
            placeholder={words.new.pastePlaceholder}
            value={text}
            autoFocus
            spellCheck={false}
            onChange={({ target }) => setText(target.value)}
            onPaste={(event) => {
              const pasted = chosenFiles(event.clipboardData.files);
              if (pasted.length === 0) return;
              event.preventDefault();
              take(pasted);
            }}
          />
        </div>
        <p className={style.quiet}>{words.new.drop}</p>
      </DropZone>
      {files.length === 0 ? null : <Files files={files} remove={remove} />}
      {documents > 1 ? (
        <p className={style.hint}>
          {words.new.manyDocuments}{' '}
          <ButtonLink look="quiet" href="/import">
            {words.new.importLink}
          </ButtonLink>
        </p>
      ) : null}
    </Panel>
  );
}

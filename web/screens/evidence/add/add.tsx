import { type DragEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../../parts/button.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { words } from '../../../words/index.ts';
import style from './add.module.css';
import { Uploads } from './uploads.tsx';
import { useUploads } from './use-uploads.ts';

const own = words.evidence.add;

/** Files of what was pasted; a plain text becomes a file, too. */
function pastedFiles({ files, items }: DataTransfer, text: string): File[] {
  if (files.length > 0)
    return [...files].map((file) => (file.name === '' ? new File([file], own.unnamed, { type: file.type }) : file));
  const isText = [...items].some(({ kind }) => kind === 'string');
  return isText && text !== '' ? [new File([text], own.pasted, { type: 'text/plain' })] : [];
}

/** Takes what is pasted anywhere on the screen but into a field. */
function usePaste(add: ((files: File[]) => void) | undefined): void {
  const latest = useRef(add);
  latest.current = add;
  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      const isField = event.target instanceof HTMLElement && event.target.closest('input, textarea, dialog') !== null;
      if (event.clipboardData === null || isField || latest.current === undefined) return;
      const files = pastedFiles(event.clipboardData, event.clipboardData.getData('text/plain'));
      if (files.length > 0) event.preventDefault();
      if (files.length > 0) latest.current(files);
    };
    addEventListener('paste', take);
    return () => removeEventListener('paste', take);
  }, []);
}

/** Adds evidence: by a button, by dropping, by pasting. */
export function Add({ incident, mayAdd }: { incident: string; mayAdd: boolean }) {
  const { uploads, add, drop } = useUploads(incident);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  usePaste(mayAdd ? add : undefined);
  if (!mayAdd) return <p className={style.quiet}>{own.readOnly}</p>;
  const takeDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  return (
    <Panel title={own.title}>
      <div
        className={over ? style.over : style.zone}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={takeDrop}
      >
        <Button look="main" onClick={() => input.current?.click()}>
          {own.choose}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={own.choose}
          onChange={({ target }) => {
            add([...(target.files ?? [])]);
            target.value = '';
          }}
        />
        <p className={style.quiet}>{over ? own.dropNow : own.drop}</p>
      </div>
      <Uploads uploads={uploads} again={(upload) => (drop(upload.id), add([upload.file]))} drop={drop} />
    </Panel>
  );
}

import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { sayProblem } from '../parts/notices.tsx';
import { type Chosen, chosenFiles, droppedFiles } from './dropped.ts';
import style from './drop-zone.module.css';

type Props = {
  take: (files: Chosen[]) => void;
  /** The words of the buttons that open the file dialog; the second one chooses a whole folder. */
  choose: string;
  chooseFolder?: string;
  accept?: string;
  children?: ReactNode;
};

function Chooser({
  label,
  folder,
  accept,
  take,
}: {
  label: string;
  folder?: true;
  accept?: string;
  take: Props['take'];
}) {
  return (
    <label className={style.choose}>
      <input
        type="file"
        multiple
        className="aside"
        {...(accept === undefined ? {} : { accept })}
        {...(folder === undefined ? {} : ({ webkitdirectory: '' } as object))}
        onChange={({ target }) => {
          take(chosenFiles(target.files));
          target.value = '';
        }}
      />
      {label}
    </label>
  );
}

/** A place that takes files: dropped on it, or chosen in a dialog. */
export function DropZone({ take, choose, chooseFolder, accept, children }: Props) {
  const [over, setOver] = useState(false);
  // Going into a child is also a leaving of the parent.
  const depth = useRef(0);
  const holdsFiles = ({ dataTransfer }: DragEvent) => [...dataTransfer.types].includes('Files');
  const enter = (by: number) => {
    depth.current += by;
    setOver(depth.current > 0);
  };
  return (
    <div
      className={over ? style.over : style.zone}
      onDragEnter={(event) => holdsFiles(event) && enter(1)}
      onDragLeave={(event) => holdsFiles(event) && enter(-1)}
      onDragOver={(event) => holdsFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        droppedFiles(event.dataTransfer).then(take, sayProblem);
      }}
    >
      {children}
      <div className={style.choosers}>
        <Chooser label={choose} take={take} {...(accept === undefined ? {} : { accept })} />
        {chooseFolder === undefined ? null : <Chooser label={chooseFolder} folder take={take} />}
      </div>
    </div>
  );
}

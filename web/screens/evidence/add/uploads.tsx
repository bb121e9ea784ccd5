import { Button } from '../../../parts/button.tsx';
import { Edged } from '../../../parts/edged.tsx';
import { words } from '../../../words/index.ts';
import style from './add.module.css';
import type { Upload } from './use-uploads.ts';

const own = words.evidence.add;

type Props = { uploads: Upload[]; again: (upload: Upload) => void; drop: (id: number) => void };

const OnItsWay = ({ upload: { file, share, id }, drop }: { upload: Upload; drop: Props['drop'] }) => (
  <div className={style.upload}>
    <span className={style.name}>
      {file.name} <span className={style.quiet}>{words.evidence.bytes(file.size)}</span>
    </span>
    <progress className={style.progress} max={1} value={share} aria-label={own.progress(file.name)} />
    <Button look="quiet" onClick={() => drop(id)}>
      {own.cancel}
      <span className="aside">: {file.name}</span>
    </Button>
  </div>
);

const Refused = ({ upload, again, drop }: { upload: Upload } & Omit<Props, 'uploads'>) => (
  <Edged tone="error" className={style.upload}>
    <div className={style.name} role="alert">
      <strong>{own.failed(upload.file.name)}</strong> {upload.problem?.message} {upload.problem?.advice}
    </div>
    <Button look="quiet" onClick={() => again(upload)}>
      {own.again}
      <span className="aside">: {upload.file.name}</span>
    </Button>
    <Button look="quiet" onClick={() => drop(upload.id)}>
      {own.dismiss}
      <span className="aside">: {upload.file.name}</span>
    </Button>
  </Edged>
);

/** Files on their way with how far they are, and those that were refused with the reason. */
export const Uploads = ({ uploads, again, drop }: Props) =>
  uploads.length === 0 ? null : (
    <ul className={style.uploads}>
      {uploads.map((upload) => (
        <li key={upload.id}>
          {upload.problem === undefined ? (
            <OnItsWay upload={upload} drop={drop} />
          ) : (
            <Refused upload={upload} again={again} drop={drop} />
          )}
        </li>
      ))}
    </ul>
  );

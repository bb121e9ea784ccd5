import { Dialog } from '../../../parts/dialog.tsx';
import { words } from '../../../words/index.ts';
import { useComments } from './comments.ts';
import { Cards, ListHead } from './list.tsx';
import style from './list.module.css';

/** Where there is no room beside the document: its threads one below the other. */
export function Sheet() {
  const { isOpen, setOpen } = useComments();
  if (!isOpen) return null;
  return (
    <Dialog label={words.comments.title} title={words.comments.title} close={() => setOpen(false)}>
      <div className={style.sheet}>
        <ListHead />
        <Cards />
      </div>
    </Dialog>
  );
}

import { Button } from '../../../parts/button.tsx';
import { useMedia } from '../../../parts/use-media.ts';
import { words } from '../../../words/index.ts';
import { narrow } from '../head/narrow.ts';
import { useComments } from './comments.ts';
import style from './head-button.module.css';
import { useWide } from './use-wide.ts';

/** Opens the comments where there is no room for them beside the document; on a narrow screen a picture says what it is. */
export function CommentsButton() {
  const { setOpen, openCount } = useComments();
  const isNarrow = useMedia(narrow);
  const label = words.comments.tab(openCount);
  if (useWide()) return null;
  if (!isNarrow) return <Button onClick={() => setOpen(true)}>{label}</Button>;
  return (
    <Button aria-label={label} title={label} onClick={() => setOpen(true)}>
      <svg viewBox="0 0 16 16" className={style.icon} aria-hidden="true">
        <path d="M2.5 3h11v8h-6l-3 2.5V11h-2z" />
      </svg>
      {openCount === 0 ? null : ` ${openCount}`}
    </Button>
  );
}

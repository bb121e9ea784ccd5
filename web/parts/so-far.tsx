import { words } from '../words/index.ts';
import { Button } from './button.tsx';
import style from './so-far.module.css';

type Props = {
  /** How much is shown. */
  children: string;
  more: boolean;
  loading: boolean;
  loadMore: () => void;
};

/** Under a list that is read page by page: how much of it is shown, and the way to the rest. */
export const SoFar = ({ children, more, loading, loadMore }: Props) => (
  <p className={style.foot}>
    {children}
    {more ? (
      <Button busy={loading} onClick={loadMore}>
        {words.common.more}
      </Button>
    ) : null}
  </p>
);

import { useSyncExternalStore } from 'react';
import { words } from '../words/index.ts';
import style from './offline-note.module.css';

function follow(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

/** Says so, calmly, while the browser has no network. */
export function OfflineNote() {
  const online = useSyncExternalStore(follow, () => navigator.onLine);
  return <div role="status">{online ? null : <p className={style.note}>{words.shell.offline}</p>}</div>;
}

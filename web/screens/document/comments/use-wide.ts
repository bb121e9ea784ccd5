import { useSyncExternalStore } from 'react';

const wide = matchMedia('(min-width: 72.5625em)');
/** As `useWide`, of this moment. */
export const isWide = (): boolean => wide.matches;

const follow = (tell: () => void) => {
  wide.addEventListener('change', tell);
  return () => wide.removeEventListener('change', tell);
};

/** Whether there is room beside the document; as in document.module.css. */
export const useWide = (): boolean => useSyncExternalStore(follow, isWide);

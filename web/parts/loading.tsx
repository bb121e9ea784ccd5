import { useEffect, useState } from 'react';
import { words } from '../words/index.ts';
import style from './loading.module.css';

const patienceMs = 300;

/** Grey lines where text will stand; nothing at all for the first 300 ms. */
export function Loading({ lines = 6 }: { lines?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className={style.loading} role="status">
      <span className="aside">{words.common.loading}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={style.line} />
      ))}
    </div>
  );
}

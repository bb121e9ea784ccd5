import { useLayoutEffect, useRef } from 'react';
import style from './measure.module.css';

/** A chart that the server drew, in the colours of this page. It is parsed as an image, so nothing in it can run. */
export function DrawnChart({ svg, label }: { svg: string; label: string }) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    frame.current?.replaceChildren(document.importNode(drawn, true));
  }, [svg]);
  return <div ref={frame} className={style.chart} role="group" aria-label={label} tabIndex={0} />;
}

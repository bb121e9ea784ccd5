import { memo } from 'react';
import { blocksOf } from './blocks.tsx';
import { mostFormatted, parsed } from './parse.ts';
import style from './formatted.module.css';

/** Markdown as the page of a book. It is made of elements, never of HTML: what people write stays text, whatever it says. */
export const Formatted = memo(function Formatted({ source, incident }: { source: string; incident: string }) {
  if (source.length > mostFormatted)
    return (
      <div className={style.asWritten} dir="auto">
        {source}
      </div>
    );
  return <div className={style.formatted}>{blocksOf({ source, incident }, parsed(source).top)}</div>;
});

import { memo } from 'react';
import { inlineOf } from '../prose/reading/inline.tsx';
import { childrenOf, parsed } from '../prose/reading/parse.ts';
import style from './entries.module.css';

/** Signs without which a text is the same as Markdown and as it stands. */
const marks = /[*_`[\]<~\\]|https?:/;

/** The text of a cell with its emphasis, code and links; what is more than one paragraph stands as it was written. */
export const MarkedText = memo(function MarkedText({ text, incident }: { text: string; incident: string }) {
  const [paragraph, ...others] = marks.test(text) ? childrenOf(parsed(text).top) : [];
  const isLine = paragraph?.name === 'Paragraph' && others.length === 0;
  return <span className={style.text}>{isLine ? inlineOf({ source: text, incident }, paragraph) : text}</span>;
});

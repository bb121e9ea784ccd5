import { words } from '../../words/index.ts';
import style from './folded-text.module.css';
import type { Adornment } from './shapes.ts';

const fence = /^```[^\n]*\n([\s\S]*?)\n?```\s*$/;

function jsonIn(text: string): string | undefined {
  const bare = (fence.exec(text)?.[1] ?? text).trim();
  if (!/^[[{]/.test(bare)) return undefined;
  try {
    return JSON.stringify(JSON.parse(bare), null, 2);
  } catch {
    return undefined;
  }
}

/** What a tool was called with or answered: JSON is folded to a line, anything else is text. */
export const FoldedText: Adornment = ({ text }) => {
  const json = jsonIn(text);
  if (json === undefined) return <span>{text}</span>;
  return (
    <details className={style.folded} onClick={(event) => event.stopPropagation()}>
      <summary>{words.editors.foldedJson(json.split('\n').length)}</summary>
      <pre>{json}</pre>
    </details>
  );
};

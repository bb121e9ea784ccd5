import { syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tagHighlighter, tags } from '@lezer/highlight';
import style from './look.module.css';

const classOf = (name: string): string => style[name] ?? '';

/** Each part of Markdown looks as what it means; the signs that say so stay, muted. */
const highlighter = tagHighlighter([
  { tag: tags.heading1, class: classOf('heading1') },
  { tag: [tags.heading2, tags.heading3, tags.heading4, tags.heading5, tags.heading6], class: classOf('heading') },
  { tag: tags.strong, class: classOf('strong') },
  { tag: tags.emphasis, class: classOf('emphasis') },
  { tag: tags.strikethrough, class: classOf('struck') },
  { tag: tags.monospace, class: classOf('code') },
  { tag: [tags.link, tags.url], class: classOf('link') },
  { tag: tags.quote, class: classOf('quote') },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.comment, tags.meta], class: classOf('mark') },
]);

/** CodeMirror's own style sheet comes as a constructed one, which the page's policy lets in. */
const theme = EditorView.theme({
  '&': { fontSize: 'inherit', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.5', overflow: 'visible' },
  '.cm-content': { padding: '0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0', unicodeBidi: 'plaintext', overflowWrap: 'anywhere' },
  '.cm-placeholder': { color: 'var(--muted)' },
  '.cm-tooltip': {
    border: '0',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
    boxShadow: 'var(--floating)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', padding: '4px', maxHeight: '18em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px 8px', borderRadius: 'var(--small-radius)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > completion-section': {
    borderBottom: '0',
    padding: '4px 8px',
    color: 'var(--muted)',
    opacity: '1',
  },
  '.cm-completionDetail': { fontStyle: 'normal', color: 'inherit', opacity: '1', marginInlineStart: '8px' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
});

/** How the text looks while it is written: as on the page, so that nothing jumps. */
export const look = [theme, syntaxHighlighting(highlighter), EditorView.lineWrapping];

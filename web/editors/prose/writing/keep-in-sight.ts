import { EditorView } from '@codemirror/view';

/** Heights of what lies over a page: the head of the screen, and the toolbar with the navigation of narrow screens. */
const headPx = 72;
const footPx = () => (innerWidth > 760 ? 64 : 120);

/** A long text scrolls so that the cursor is never under what lies over the page. */
export const keepInSight = EditorView.scrollMargins.of(({ dom }) => {
  const { top, bottom } = dom.getBoundingClientRect();
  const foot = footPx();
  return { top: top < headPx ? headPx : 0, bottom: bottom > innerHeight - foot ? foot : 0 };
});

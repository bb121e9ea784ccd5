import type { EditorView } from '@codemirror/view';

/** Heights of lines that were not shown yet are guesses, and each scroll shows some more of them. */
const mostFrames = 5;

/**
 * Scrolls the page until a position of the text is at a height of the screen: a long text has another height here than formatted,
 * and what was clicked stays where it was. Gives what ends it.
 */
export function stayInPlace(view: EditorView, position: number, y: number): () => void {
  let frames = 0;
  let frame = requestAnimationFrame(function settle() {
    const shown = view.coordsAtPos(position);
    if (shown !== null) scrollBy({ top: (shown.top + shown.bottom) / 2 - y, behavior: 'instant' });
    frames += 1;
    if (frames < mostFrames) frame = requestAnimationFrame(settle);
  });
  return () => cancelAnimationFrame(frame);
}

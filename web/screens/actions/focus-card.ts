/** Lists are read again after a step, and the card is drawn anew in another column: so often, 100 ms apart, the focus is looked after. */
const looks = 20;
let timer = 0;
const stop = () => clearInterval(timer);
// Who has gone on to something else is not called back.
addEventListener('keydown', stop, true);
addEventListener('pointerdown', stop, true);

const cardOf = (name: string) => document.querySelector<HTMLElement>(`[data-card="${CSS.escape(name)}"]`);

/** True when it is nowhere, or on the column that the card left: where it is put when what has it goes away. */
const isLost = (): boolean => {
  const { activeElement, body } = document;
  return activeElement === body || activeElement?.matches('section[aria-labelledby^="column-"]') === true;
};

/** Gives the focus to a card that goes to another column, unless the reader goes on to something else meanwhile. */
export function focusCard(name: string): void {
  let left = looks;
  stop();
  timer = window.setInterval(() => {
    const card = cardOf(name);
    if (isLost()) card?.focus({ preventScroll: true });
    left -= 1;
    if (left === 0 || (!isLost() && card?.contains(document.activeElement) !== true)) stop();
  }, 100);
  requestAnimationFrame(() => {
    const card = cardOf(name);
    if (isLost() || card?.contains(document.activeElement) === true) card?.focus();
  });
}

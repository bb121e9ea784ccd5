import { keepLooking } from '../../parts/keep-looking.ts';

const cardOf = (name: string) => document.querySelector<HTMLElement>(`[data-card="${CSS.escape(name)}"]`);

/** True when it is nowhere, or on the column that the card left: where it is put when what has it goes away. */
const isLost = (): boolean => {
  const { activeElement, body } = document;
  return activeElement === body || activeElement?.matches('section[aria-labelledby^="column-"]') === true;
};

/**
 * Gives the focus to a card that goes to another column, unless the reader goes on to something else meanwhile. Lists are read again
 * after a step, and the card is drawn anew: the focus is looked after for a while.
 */
export function focusCard(name: string): void {
  let isFirst = true;
  const look = (): boolean => {
    const card = cardOf(name);
    const isOnCard = () => card?.contains(document.activeElement) === true;
    if (isFirst) {
      isFirst = false;
      if (isLost() || isOnCard()) card?.focus();
      // A dialog that is closing still has the focus.
      return false;
    }
    if (isLost()) card?.focus({ preventScroll: true });
    return !isLost() && !isOnCard();
  };
  requestAnimationFrame(() => keepLooking(look));
}

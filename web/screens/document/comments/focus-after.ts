/** Cards in the order in which they are shown. */
const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-card]')];

/**
 * Says where the focus goes after something was done in a card: to it, else to the one that followed it, else to the head of the list,
 * so that it is never lost. To be asked before, and called after.
 */
export function focusAfter(id: string): () => void {
  const all = cards();
  const place = all.findIndex((card) => card.dataset['card'] === id);
  const next = (all[place + 1] ?? all[place - 1])?.dataset['card'];
  return () =>
    requestAnimationFrame(() => {
      const left = cards();
      const at = (wanted: string | undefined) => left.find((card) => card.dataset['card'] === wanted);
      const near = at(id) ?? at(next);
      (near ?? document.querySelector<HTMLElement>('[data-comments] [aria-pressed="true"]'))?.focus({
        preventScroll: true,
      });
    });
}

/** Gives the focus to a card that went to another column, unless the reader has gone on to something else meanwhile. */
export function focusCard(name: string): void {
  requestAnimationFrame(() => {
    const card = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(name)}"]`);
    const { activeElement, body } = document;
    // Nowhere, or on the column that it left: where the focus is put when what has it goes away.
    const isLost = activeElement === body || activeElement?.matches('section[aria-labelledby^="column-"]') === true;
    if (isLost || (activeElement !== null && card?.contains(activeElement) === true)) card?.focus();
  });
}

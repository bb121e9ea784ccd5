import { useEffect } from 'react';

/** What gives the focus back itself has done so by then. */
const patienceMs = 80;
const places = 'main,dialog,section,article,li,form,nav,[role=group],[role=region],[tabindex]';

const ancestorsOf = (element: Element): Element[] => {
  const { parentElement } = element;
  return parentElement === null ? [] : [parentElement, ...ancestorsOf(parentElement)];
};

/** When what has the focus goes away (a row, a link of the screen before), the focus goes to what is left around it, not nowhere. */
export function useRescuedFocus(): void {
  useEffect(() => {
    let last: { element: Element; around: Element[] } | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      clearTimeout(timer);
      timer = undefined;
      if (target instanceof Element) last = { element: target, around: ancestorsOf(target) };
    };
    const rescue = () => {
      timer = undefined;
      if (last === undefined || last.element.isConnected || document.activeElement !== document.body) return;
      const near = last.around.find((each) => each.isConnected && each.matches(places));
      if (!(near instanceof HTMLElement)) return;
      if (!near.hasAttribute('tabindex')) near.tabIndex = -1;
      near.focus({ preventScroll: true });
    };
    const removed = new MutationObserver(() => {
      if (timer === undefined && document.activeElement === document.body && last?.element.isConnected === false)
        timer = setTimeout(rescue, patienceMs);
    });
    removed.observe(document.body, { subtree: true, childList: true });
    document.addEventListener('focusin', remember);
    return () => {
      clearTimeout(timer);
      removed.disconnect();
      document.removeEventListener('focusin', remember);
    };
  }, []);
}

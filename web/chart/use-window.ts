import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { isWhole, moved, type Window, within, zoomed } from './window.ts';

const keys: Record<string, (shown: Window, whole: Window) => Window> = {
  '+': (shown, whole) => zoomed(shown, whole, 0.5),
  '=': (shown, whole) => zoomed(shown, whole, 0.5),
  '-': (shown, whole) => zoomed(shown, whole, 2),
  ArrowLeft: (shown, whole) => moved(shown, whole, -0.25),
  ArrowRight: (shown, whole) => moved(shown, whole, 0.25),
  '0': (_, whole) => whole,
};

/** What is shown of the whole, and what changes it: buttons, keys within the chart, and the wheel with Ctrl. */
export function useWindow(whole: Window, drawing: RefObject<Element | null>) {
  const [chosen, setChosen] = useState<Window>();
  // Events may be moved to another day while a part of this one is shown.
  const shown = chosen === undefined ? whole : within(chosen, whole);
  const change = (to: Window) => setChosen(isWhole(to, whole) ? undefined : to);
  useEffect(() => {
    const element = drawing.current;
    if (element === null) return undefined;
    // React's own wheel listeners are passive and could not keep the page from zooming.
    const wheel = (event: Event) => {
      const { ctrlKey, deltaY, clientX } = event as WheelEvent;
      if (!ctrlKey || deltaY === 0) return;
      event.preventDefault();
      const { left, width } = element.getBoundingClientRect();
      const aroundMs = shown.fromMs + ((clientX - left) / width) * (shown.toMs - shown.fromMs);
      change(zoomed(shown, whole, deltaY < 0 ? 0.8 : 1.25, aroundMs));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  });
  return {
    shown,
    zoomIn: () => change(zoomed(shown, whole, 0.5)),
    zoomOut: () => change(zoomed(shown, whole, 2)),
    earlier: () => change(moved(shown, whole, -0.25)),
    later: () => change(moved(shown, whole, 0.25)),
    showAll: () => setChosen(undefined),
    isWhole: isWhole(shown, whole),
    onKeyDown: (event: KeyboardEvent) => {
      const act = keys[event.key];
      if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      change(act(shown, whole));
    },
  };
}

/** Listeners by event; what one throws does not keep the others from hearing. */
export function events<Events>() {
  const listeners = new Map<keyof Events, Set<(detail: never) => void>>();
  return {
    on: <Name extends keyof Events>(name: Name, listener: (detail: Events[Name]) => void): (() => void) => {
      const own = listeners.get(name) ?? new Set();
      listeners.set(name, own.add(listener));
      return () => void own.delete(listener);
    },
    emit: <Name extends keyof Events>(name: Name, detail: Events[Name]): void => {
      for (const listener of listeners.get(name) ?? [])
        try {
          (listener as (detail: Events[Name]) => void)(detail);
        } catch (error) {
          queueMicrotask(() => {
            throw error;
          });
        }
    },
  };
}

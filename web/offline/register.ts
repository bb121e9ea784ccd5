/** Has the browser keep what the app needs to start without a network; where it cannot, the app works as before. */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  addEventListener('load', () => void navigator.serviceWorker.register('/service-worker.js').catch(() => {}));
}

/** An event of EventBridge, as any service of AWS sends it. */
export const busEvent = (source: string, type: string, detail: object, ...resources: string[]) => ({
  version: '0',
  id: type,
  account: '210987654321',
  region: 'eu-central-1',
  time: '2026-03-04T14:50:00Z',
  source,
  'detail-type': type,
  resources,
  detail,
});

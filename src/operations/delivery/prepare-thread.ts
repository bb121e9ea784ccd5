import { parentPort, workerData } from 'node:worker_threads';
import type { MaskSettings } from '../../masking/index.ts';
import type { Delivery } from '../../sources/index.ts';
import { prepareDelivery } from './prepare.ts';

/** What one large delivery needs; its thread ends with it. */
const { source, delivery, settings } = workerData as { source: string; delivery: Delivery; settings: MaskSettings };
parentPort?.postMessage(await prepareDelivery(source, delivery, settings));

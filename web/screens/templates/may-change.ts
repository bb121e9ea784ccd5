import { start } from '../../api/start.ts';

/** Whether the reader may add, change and archive templates. */
export const mayChange = start.me.role === 'admin' || start.me.role === 'owner';

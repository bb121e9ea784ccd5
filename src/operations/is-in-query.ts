import type { AnyStored } from './stored-operation.ts';

/** Whether an operation's input, but for what its path names, is in the query: there everything is text. */
export const isInQuery = ({ route: { method }, takes }: AnyStored): boolean =>
  method === 'GET' || method === 'DELETE' || takes === 'bytes';

import type { CollectionWords } from './collection-words.ts';
import { eventCollections } from './event-collections.ts';
import { listCollections } from './list-collections.ts';

/** Words of columns and labels for each collection, matched on the heading's key. */
export const collections: { [name: string]: CollectionWords } = { ...eventCollections, ...listCollections };

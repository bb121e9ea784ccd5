import * as Y from 'yjs';
import { prosePlaces } from '../prose-paths.ts';

/** What is plain text, or was: no formatting, no embedded objects, no types within types. */
const textual = new Set<unknown>([Y.ContentString, Y.ContentDeleted]);

/**
 * Whether an update holds nothing but text in the fields of a record. This is about its structure alone: one that fails is a fault of
 * the program that sent it, or an attack. What a text says is never a reason.
 * @throws when it is no update at all
 */
export function isPlainText(update: Uint8Array): boolean {
  return Y.decodeUpdate(update).structs.every((struct) => {
    if (!(struct instanceof Y.Item)) return true;
    const { parent, parentSub, content } = struct as { parent: unknown; parentSub: unknown; content: object };
    if (!textual.has(content.constructor) || parentSub !== null) return false;
    return typeof parent === 'string' ? prosePlaces.has(parent) : !(parent instanceof Y.ID);
  });
}

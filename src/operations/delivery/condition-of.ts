import type { SourceEvent, SourceReading } from '../../sources/index.ts';

type Condition = SourceReading['conditions'][number];

/** A condition as one event leaves it. */
export type Turn = { key: string; name: string; state: 'open' | 'closed' };

/** `alertmanager:fired:ab12` without what happened is the key of what it happened to: `alertmanager:ab12`. */
const withoutVerb = (key: string): string => key.replace(/^([^:]*):[^:]*:/, '$1:');

/** Finds what each event of a reading opened or closed, by what the condition says, and else by their keys. */
export function conditionOf(conditions: readonly Condition[]): (event: Pick<SourceEvent, 'key'>) => Turn | undefined {
  const closing = new Map(conditions.map((condition) => [condition.closedBy, condition]));
  const opening = new Map(conditions.map((condition) => [condition.openedBy ?? condition.key, condition]));
  return ({ key }) => {
    const closed = closing.get(key);
    if (closed !== undefined) return { key: closed.key, name: closed.name, state: 'closed' };
    const opened = opening.get(key) ?? opening.get(withoutVerb(key));
    if (opened === undefined) return undefined;
    // Closed at a time that nobody knows: there is no event that says so.
    const ended = opened.state === 'closed' && opened.closedBy === undefined;
    return { key: opened.key, name: opened.name, state: ended ? 'closed' : 'open' };
  };
}

import { Text } from '../lenient.ts';
import type { Metric } from './metrics.ts';

/** One time series of an alarm that watches many: it has a state of its own beside that of the whole alarm. */
export type Contributor = {
  /** Appended to the identity of the alarm; empty for the whole. */
  identity: string;
  /** Appended to its name: ` (TableName=orders)`. */
  name: string;
  attributes: Metric['dimensions'];
};

/** The time series that a change of state speaks of, by its id and attributes; of a change of the whole alarm empty ones. */
export function contributorOf(id: string | undefined, members: Record<string, unknown>): Contributor {
  const attributes = Object.entries(members).flatMap(([name, value]): Metric['dimensions'] => {
    const text = Text.parse(value);
    return text === undefined ? [] : [[name, text]];
  });
  const said = attributes.map(([name, value]) => `${name}=${value}`).join(', ') || id;
  return id === undefined
    ? { identity: '', name: '', attributes: [] }
    : { identity: `#${id}`, name: ` (${said})`, attributes };
}

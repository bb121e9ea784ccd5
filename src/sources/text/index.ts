import type { EvidenceFile, Source } from '../source.ts';
import { terminalText } from '../terminal-text.ts';
import { takeLines } from './entries.ts';
import { clusterEventsElse } from './no-times-form.ts';
import { read } from './read.ts';

/** How much of a long text is looked at to tell what it is. */
const reach = 50_000;
/** A page, a feed or a manifest in YAML has times too, but what happened is not the line around them. */
const markup = /^[\s\uFEFF]*(?:<(?:\?xml|!doctype|html|rss|feed|svg)\b|(?:---\s+)?apiVersion:\s)/i;

function detect(input: EvidenceFile): number {
  if (input.entries || /^[\s\uFEFF]*(?:\{|\[\s*[{["])/.test(input.text)) return 0;
  // Claimed, so that read() can say in which form they are read.
  if (clusterEventsElse(input.text.slice(0, reach), input.name)) return 0.6;
  if (markup.test(input.text)) return 0;
  const { entries } = takeLines(terminalText(input.text.slice(0, reach)));
  // A single time in a text may be about anything; with its day it is a note of when.
  if (entries.length === 0) return 0;
  return entries.length > 1 || entries[0]?.stamp.clockMs === undefined || entries[0].stamp.day ? 0.6 : 0;
}

/** Text with times in it: notes, copied chats, logs. */
export const text: Source = {
  name: 'text',
  title: 'Text with times',
  sentence:
    'Notes, a chat copied out of its window, or a log (ISO times, syslog, nginx, Apache, journal, Kubernetes): a time in front of each line.',
  plain: true,
  detect,
  read,
  webhook: {},
};

import { statedZone, zoneIn, zoneSource } from '../values/zone.ts';
import { headingKey } from '../markdown/heading-key.ts';
import type { Block } from '../markdown/blocks.ts';
import { matchesOf } from '../values/matches.ts';
import type { Entry } from './entry.ts';
import type { Label } from './labels.ts';
import type { KindSection } from './section-kind.ts';

/** The zone a document states for its times, and where it stands: text that decides ambiguous abbreviations. */
export type ZoneContext = { zone?: string; context: string };

const zoneLabel = /^(?:time ?zone|zone|tz|times? (?:are )?in)$/;
const timeColumn = /\b(?:from|to|start|begin|end|until|time|date|when|zeit|uhrzeit|timestamp|hour)\b/;

const zoned = new RegExp(`\\d\\s?(?:[AaPp]\\.?[Mm]\\.?)?\\s?\\(?(${zoneSource})`, 'g');

function inBlocks(blocks: Block[], text: string): string | undefined {
  for (const block of blocks) {
    if (block.type === 'paragraph' || block.type === 'quote') {
      const found = statedZone(text.slice(block.from, Math.min(block.to, block.from + 600)));
      if (found !== undefined) return found;
    } else if (block.type === 'list') {
      for (const item of block.items.slice(0, 4)) {
        const found = statedZone(text.slice(item.from, Math.min(item.to, item.from + 200)));
        if (found !== undefined && !/\d:\d/.test(text.slice(item.from, Math.min(item.to, item.from + 120))))
          return found;
      }
    } else if (block.type === 'table') {
      for (const cell of block.header.cells) {
        const name = text.slice(cell.from, cell.to);
        const zone = zoneIn(name);
        if (zone !== undefined && (timeColumn.test(name.toLowerCase()) || headingKey(name) === zone.toLowerCase()))
          return zone;
      }
    }
  }
  return undefined;
}

/** The zone that every entry with a zone names, when they agree: `13:42 UTC` once, then bare times. */
function onlyZone(entries: Entry[], text: string): string | undefined {
  const zones = new Set(entries.flatMap(({ mention }) => mention.clock?.zone ?? []));
  if (zones.size === 0) for (const match of matchesOf(zoned, text.slice(0, 20_000))) zones.add(match[1] as string);
  return zones.size === 1 ? [...zones][0] : undefined;
}

/** The zone of the timeline's heading, table or introduction; else of any section; else a label `Timezone`. */
export function findZone(sections: KindSection[], labels: Label[], entries: Entry[], text: string): ZoneContext {
  const context = text.slice(0, 60_000);
  const ordered = sections.toSorted(
    (a, b) => Number(b.kind === 'timeline') - Number(a.kind === 'timeline') || a.from - b.from,
  );
  for (const section of ordered.slice(0, 200)) {
    const inTitle = section.kind === 'timeline' && /[A-Z]/.test(section.title) ? zoneIn(section.title) : undefined;
    const zone = inTitle ?? inBlocks(section.blocks.slice(0, 40), text);
    if (zone !== undefined) return { zone, context };
  }
  const label = labels.find((candidate) => zoneLabel.test(candidate.key));
  const named = label && (zoneIn(label.value) ?? label.value);
  const zone = named === undefined || named.length > 40 ? onlyZone(entries, text) : named;
  return zone === undefined ? { context } : { zone, context };
}

import type { Milestone } from '../record/milestone.ts';
import { splitText } from './keep.ts';
import type { Context } from './reading.ts';
import { isUrl } from './url.ts';

/** One moment as a forge or a tracker tells it: raw texts, its time perhaps missing. */
export type Moment = {
  key: string;
  /** Set when the key tells the moment without its time, so that its delivery need not be named. */
  isOnce?: true;
  /** What it is, for the case that it has no time: `the deletion of an issue`. */
  what: string;
  epochMs: number | undefined;
  /** Where it stands. */
  place: string;
  text: string;
  /** The actor's own words when `text` is no sentence of ours. */
  quoted?: boolean;
  /** More in the sender's words. */
  body?: string | null | undefined;
  /** More in our words, one paragraph each. */
  notes?: (string | undefined)[];
  actor?: string | null | undefined;
  /** Only where the sender itself states it. */
  milestone?: Milestone | undefined;
  /** True when something was put into use: a deployment, a release, a switch. */
  isChange?: boolean;
  /** When the text was last edited: of several deliveries the latest counts. */
  editedMs?: number | undefined;
  link?: { kind: string; url: string | null | undefined; of?: string };
};

/** What a delivery says of itself, for moments without a time. `id` is the same each time it is sent; without it, when it came tells. */
export type Arrival = { id: string | undefined; sender: string };

/**
 * Adds the event of a moment. One without a time takes that of its delivery, and says so; from a saved file it is left out.
 * Texts are cleaned and masked here.
 */
export function addMoment(moment: Moment, arrival: Arrival, { reading, ignored, keep, receivedMs }: Context): void {
  const late = moment.epochMs === undefined ? receivedMs : undefined;
  const epochMs = moment.epochMs ?? late;
  if (epochMs === undefined) {
    ignored.add(moment.what, `${arrival.sender} states no time of it`, moment.place);
    return;
  }
  const { text, notes } = splitText(keep(moment.text));
  const body = keep(moment.body ?? '');
  const own = (moment.notes ?? []).map((note) => keep(note ?? ''));
  const when = late === undefined ? '' : `${arrival.sender} states no time of it: this is when it was delivered.`;
  const more = splitText([notes, body, ...own, when].filter(Boolean).join('\n\n'));
  const shown = more.notes ?? more.text;
  const actor = keep(moment.actor ?? '').slice(0, 100);
  reading.events.push({
    key: keep(late === undefined || moment.isOnce ? moment.key : `${moment.key}:${arrival.id ?? late}`),
    epochMs,
    text: text === '' ? moment.what : text,
    ...(shown === '' ? {} : { notes: shown }),
    ...(actor === '' ? {} : { actor }),
    ...(moment.quoted && text !== '' ? { quoted: true as const } : {}),
    ...(moment.milestone === undefined ? {} : { milestone: moment.milestone }),
    evidence: moment.place,
    ...(moment.isChange ? { change: true as const } : {}),
    ...(moment.editedMs !== undefined && moment.editedMs > epochMs ? { lastMs: moment.editedMs } : {}),
  });
  const { link } = moment;
  if (!link || !isUrl(link.url)) return;
  const of = link.of === undefined ? {} : { of: keep(link.of) };
  reading.facts.links.push({ value: keep(link.url), kind: link.kind, ...of, evidence: moment.place });
}

/** The first line of a text that says something. */
export const firstLine = (text: string | null | undefined): string => splitText((text ?? '').trim()).text;

/** `: text`, or nothing when there is none. */
export const after = (text: string | null | undefined): string => {
  const line = firstLine(text);
  return line === '' ? '' : `: ${line}`;
};

/** The short form of a commit's name, where it is one. */
export const shortSha = (sha: string | null | undefined): string =>
  /^[0-9a-f]{7,64}$/.test(sha ?? '') ? (sha ?? '').slice(0, 7) : '';

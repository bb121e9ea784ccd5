import { z } from 'zod';

/** The incident that a notice is about, as it is when the notice goes out. */
export type About = { number: string; title: string; severity: string | null };

/** What a notice says: what happened, what belongs to it, where it is, and what to do. */
export type Told = {
  /** The line that stands alone in a list of messages. */
  subject: string;
  /** What happened and what to do, a paragraph each. */
  sentences: string[];
  /** What belongs to it: a name and a value each. */
  facts?: readonly (readonly [string, string])[];
  /** Somebody's own words. */
  quote?: string;
  /** Things that have a page each. */
  items?: readonly { subject: string; path: string; about: string }[];
  /** What stands behind them. */
  after?: string;
  /** Where it is done: words of a button, and the path on this server. */
  link: { label: string; path: string };
};

/** One kind of thing that people are told. */
export type NoticeKind<Name extends string, Values> = {
  name: Name;
  /** When it comes, for those who decide whether they want it. */
  sentence: string;
  /** It is of interest to all: channels of the organisation may have it, too. */
  toChannels: boolean;
  /** It waits for nobody's morning. */
  urgent?: true;
  /** Nobody chooses it: it comes from a choice. */
  chosen?: false;
  values: z.ZodType<Values>;
  /** Invented values, to show what such a notice looks like. */
  example: Values;
  tell: (values: Values, about: About | undefined) => Told;
};

/** A kind with the types of its parts kept. */
export const noticeKind = <const Name extends string, Values>(
  kind: NoticeKind<Name, Values>,
): NoticeKind<Name, Values> => kind;

/** `INC-12 Checkout was down`, or what it is called without an incident. */
export const titled = (about: About | undefined, otherwise = 'Hindcast'): string =>
  about === undefined ? otherwise : `${about.number} ${about.title}`.trim();

/** The page of an incident. */
export const incidentPath = (about: About | undefined, further = ''): string =>
  about === undefined ? '/' : `/incidents/${about.number}${further}`;

/** The page of an action: it opens over the list of all of them. */
export const actionPath = (about: About | undefined, { action }: { action: string }): string =>
  about === undefined ? '/actions' : `/actions?action=${about.number}/${encodeURIComponent(action)}`;

/** An action as notices name it: `AI-001`, what is to be done, by whom, until which day. */
export const ActionTold = z.object({
  /** Of its entry in the record. */
  action: z.string(),
  label: z.string(),
  text: z.string(),
  owner: z.string().default(''),
  /** `2026-11-30`. */
  due: z.string().default(''),
});
export type ActionTold = z.infer<typeof ActionTold>;

/** An invented action. */
export const exampleAction: ActionTold = {
  action: '00000000-0000-4000-8000-000000000001',
  label: 'AI-003',
  text: 'Alert on the backlog of the queue',
  owner: 'Ana',
  due: '2026-11-30',
};

/** What stands beside the words of an action. */
export const actionFacts = ({ owner, due }: ActionTold): [string, string][] => [
  ['Owner', owner === '' ? 'nobody yet' : owner],
  ['Due', due === '' ? 'no date yet' : due],
];

/** `AI-003 Alert on the backlog`. */
export const actionName = ({ label, text }: ActionTold): string => `${label} ${text}`.trim();

/** One or many: `1 day`, `3 days`. */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

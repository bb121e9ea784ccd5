/** The state of work as both sides can say it. */
export type IssueState = 'open' | 'done' | 'dropped';

/** What is kept the same on both sides. A `null` says that it is not set; what a tracker has no place for is absent. */
export type IssueValues = {
  title: string;
  state: IssueState;
  /** A day: `2026-11-30`. */
  due?: string | null;
  /** An account, as the tracker names it. */
  owner?: string | null;
};
export type IssueField = keyof IssueValues;

/** An issue as a tracker tells it. */
export type Issue = {
  /** What the API calls it; it stays when the issue is renamed. */
  id: string;
  /** What people call it: `#12`, `OPS-12`. */
  key: string;
  url: string;
  /** When it was last changed there, by its own clock, in milliseconds. */
  updatedMs: number;
  /** The link that it was made for, where it says so. */
  marker: string | null;
  values: IssueValues;
  /** What people call the account of its owner. */
  ownerName?: string | undefined;
};

/** Where a tracker is, and what is needed to speak with it. */
export type TrackerPlace = {
  /** Address of its API, without a slash behind. */
  address: string;
  /** `owner/repository`, `group/project`, or a key such as `OPS`. */
  project: string;
  token: string;
  /** Who the token belongs to, where the API asks for it (Jira). */
  user?: string;
  /** What new issues are (Jira): `Task`. */
  issueType?: string;
};

/** What an issue is made of. */
export type NewIssue = {
  /** A UUID: the issue carries it, so that it is recognised when the answer was lost. */
  marker: string;
  values: IssueValues;
  /** Paragraphs of its description. */
  text: readonly string[];
  /** A page that tells more. */
  link: { text: string; url: string };
};

/** Where a list goes on; what it is made of is the tracker's own matter. */
export type Page = {
  sinceMs: number;
  cursor?: string;
  /** The moment of the call. */
  nowMs: number;
};

/** Issues changed since a moment, the earliest change first. */
export type IssueList = {
  issues: Issue[];
  /** Where it goes on; absent at its end. */
  next?: Page;
  /** What says that nothing has changed, when sent along the next time. */
  etag?: string;
  /** When it was asked, by the tracker's own clock, where its answer says so. */
  atMs?: number;
  /** Nothing has changed since the list with that tag. */
  isUnchanged?: true;
};

/** Who answers, when a place is tried. */
export type Tried = { account: string; project: string };

/** A system in which others keep their work. */
export type Tracker = {
  kind: 'github' | 'gitlab' | 'jira' | 'linear';
  /** Fields that it has a place for. */
  fields: readonly IssueField[];
  /** How often it is asked for changes when it sends no webhook. */
  pollMs: number;
  /** How long a list may lag behind what was written: only after that is an issue that it does not have not there. */
  settleMs: number;
  /** @throws TrackerError, as all of these */
  test: (place: TrackerPlace) => Promise<Tried>;
  create: (place: TrackerPlace, issue: NewIssue) => Promise<Issue>;
  read: (place: TrackerPlace, id: string) => Promise<Issue>;
  /** Sets fields, and answers the issue as it is then: what the tracker refuses silently is seen in it. */
  change: (place: TrackerPlace, current: Issue, values: Partial<IssueValues>) => Promise<Issue>;
  list: (place: TrackerPlace, page: Page, etag?: string) => Promise<IssueList>;
  /** The id of an issue that a person names by its number, key or address; undefined for what is none of this place. */
  idOf: (place: TrackerPlace, reference: string) => string | undefined;
};

/** An issue of a fake tracker, in the fields that all four have in some form. */
export type FakeIssue = {
  number: number;
  title: string;
  body: string;
  state: 'open' | 'done' | 'dropped';
  due: string | null;
  owner: string | null;
  createdMs: number;
  updatedMs: number;
  marker: string | null;
  /** As it was before its last change: what a list says that lags behind. */
  before?: FakeIssue;
};

/** The issues that a fake tracker has; `touch` changes one as a person there does. */
export type FakeIssues = {
  all: FakeIssue[];
  add: (values: Partial<FakeIssue> & { title: string }) => FakeIssue;
  find: (number: number) => FakeIssue | undefined;
  touch: (number: number, values: Partial<FakeIssue>) => void;
};

/** An empty store; `now` is the clock of the tracker, and `stepMs` how finely it tells time. */
export function fakeIssues(now: () => number, stepMs: number): FakeIssues {
  const all: FakeIssue[] = [];
  const tick = () => Math.floor(now() / stepMs) * stepMs;
  return {
    all,
    add: (values) => {
      const at = tick();
      const fresh = { body: '', state: 'open' as const, due: null, owner: null, marker: null };
      const issue = { ...fresh, ...values, number: all.length + 1, createdMs: at, updatedMs: at };
      all.push(issue);
      return issue;
    },
    find: (number) => all[number - 1],
    touch: (number, values) => {
      const issue = all[number - 1];
      if (issue === undefined) return;
      const { before: _, ...now } = issue;
      Object.assign(issue, values, { updatedMs: tick(), before: now });
    },
  };
}

/** Replicas that lists are read from may be this far behind. */
const behindMs = 20_000;

/** An issue as a list says it, which may be what it was a moment ago. */
export const listed = (issue: FakeIssue, nowMs: number, isStale: boolean): FakeIssue =>
  isStale && nowMs - issue.updatedMs < behindMs ? (issue.before ?? issue) : issue;

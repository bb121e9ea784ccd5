import { z } from 'zod';
import { Anything, Flag, List, Num, Part, Text } from '../lenient.ts';

/** Who did something. `type` is User, Bot or Organization. */
export const User = Part({ login: Text, type: Text });

const Repository = Part({
  id: Text,
  name: Text,
  full_name: Text,
  html_url: Text,
  /** Seconds since 1970 in a push, RFC 3339 elsewhere. */
  pushed_at: Anything,
});

/** What every delivery has. Format: docs.github.com, "Webhook events and payloads". */
export const Delivery = z.object({ action: Text, sender: User, repository: Repository, organization: User });
export type Delivery = z.infer<typeof Delivery>;

const Commit = z.object({ id: Text, message: Text, timestamp: Text, author: Part({ name: Text, username: Text }) });
export const Push = z.object({
  ref: Text,
  before: Text,
  after: Text,
  created: Flag,
  deleted: Flag,
  forced: Flag,
  compare: Text,
  commits: List,
  head_commit: Commit.optional().catch(undefined),
  pusher: Part({ name: Text }),
});
export { Commit };

export const Deployment = z.object({
  deployment: Part({
    id: Text,
    sha: Text,
    ref: Text,
    task: Text,
    environment: Text,
    description: Text,
    created_at: Text,
    creator: User,
  }),
  deployment_status: Part({
    id: Text,
    state: Text,
    description: Text,
    environment: Text,
    target_url: Text,
    log_url: Text,
    environment_url: Text,
    created_at: Text,
    creator: User,
  }),
});

const Label = Part({ name: Text });
/** An issue or a pull request. */
const Item = Part({
  id: Text,
  number: Num,
  title: Text,
  body: Text,
  html_url: Text,
  state_reason: Text,
  created_at: Text,
  updated_at: Text,
  closed_at: Text,
  merged: Flag,
  merged_at: Text,
  user: User,
  base: Part({ ref: Text }),
  head: Part({ sha: Text }),
  labels: List,
  pull_request: Anything,
});
export const Items = z.object({
  issue: Item,
  pull_request: Item,
  label: Label,
  assignee: User,
  requested_reviewer: User,
  requested_team: Part({ name: Text }),
  changes: Part({
    title: Part({ from: Text }),
    base: Part({ ref: Part({ from: Text }) }),
    body: Anything,
    new_repository: Part({ full_name: Text }),
  }),
});
export { Label };

export const Comments = Items.extend({
  discussion: Item,
  comment: Part({
    id: Text,
    body: Text,
    created_at: Text,
    updated_at: Text,
    user: User,
    commit_id: Text,
    path: Text,
  }),
  review: Part({ id: Text, body: Text, html_url: Text, state: Text, submitted_at: Text, user: User }),
});

const Run = {
  id: Text,
  name: Text,
  html_url: Text,
  head_branch: Text,
  head_sha: Text,
  status: Text,
  conclusion: Text,
  created_at: Text,
  updated_at: Text,
  started_at: Text,
  completed_at: Text,
  run_started_at: Text,
  run_number: Num,
  run_attempt: Num,
  display_title: Text,
  path: Text,
};
export const Runs = z.object({
  workflow: Part({ name: Text }),
  workflow_run: Part(Run),
  workflow_job: Part({ ...Run, workflow_name: Text, steps: List }),
  /** What a job of an environment makes. */
  deployment: Part({ environment: Text }),
  check_run: Part({ ...Run, output: Part({ title: Text, summary: Text }), check_suite: Part({ head_branch: Text }) }),
  check_suite: Part({ ...Run, app: Part({ name: Text }) }),
});
export type Run = { [K in keyof typeof Run]?: z.infer<(typeof Run)[K]> };

export const Status = z.object({
  id: Text,
  sha: Text,
  context: Text,
  state: Text,
  description: Text,
  target_url: Text,
  created_at: Text,
  branches: List,
});

export const Release = z.object({
  release: Part({
    id: Text,
    tag_name: Text,
    name: Text,
    body: Text,
    html_url: Text,
    draft: Flag,
    prerelease: Flag,
    /** Of its commit, not of the release. */
    created_at: Text,
    published_at: Text,
    updated_at: Text,
    author: User,
  }),
});

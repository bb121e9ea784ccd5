import { z } from 'zod';
import { Anything, Flag, List, Num, Part, Text } from '../lenient.ts';

export const User = Part({ name: Text, username: Text });
const Project = Part({ id: Text, name: Text, path_with_namespace: Text, web_url: Text });
const Label = Part({ title: Text });
export { Label };

/** What most hooks have. Format: docs.gitlab.com, "Webhook events". */
export const Delivery = z.object({
  object_kind: Text,
  event_name: Text,
  event_type: Text,
  object_attributes: Part({ confidential: Flag, url: Text }),
  group: Part({ full_path: Text }),
  user: User,
  user_name: Text,
  user_username: Text,
  project: Project,
  project_id: Text,
  project_name: Text,
  /** Older pushes have no project. */
  repository: Part({ name: Text, homepage: Text }),
});

const Commit = z.object({ id: Text, message: Text, timestamp: Text, author: Part({ name: Text }) });
export { Commit };
export const Push = z.object({
  ref: Text,
  before: Text,
  after: Text,
  commits: List,
  total_commits_count: Num,
  message: Text,
});

/** An issue, an incident, another work item, or a merge request. */
export const Item = z.object({
  object_attributes: Part({
    id: Text,
    iid: Num,
    title: Text,
    description: Text,
    url: Text,
    action: Text,
    state: Text,
    type: Text,
    severity: Text,
    target_branch: Text,
    created_at: Text,
    updated_at: Text,
    closed_at: Text,
    merged_at: Text,
    oldrev: Text,
    system: Flag,
    system_action: Text,
    last_commit: Part({ id: Text }),
  }),
  labels: List,
  assignees: List,
  assignee: User,
  changes: z.record(z.string(), z.unknown()).optional().catch(undefined),
});

const Noted = Part({ iid: Num, id: Text, title: Text, message: Text });
export const Note = z.object({
  object_attributes: Part({
    id: Text,
    note: Text,
    noteable_type: Text,
    action: Text,
    system: Flag,
    created_at: Text,
    updated_at: Text,
  }),
  issue: Noted,
  merge_request: Noted,
  commit: Noted,
  snippet: Noted,
});

export const Pipeline = z.object({
  object_attributes: Part({
    id: Text,
    name: Text,
    ref: Text,
    sha: Text,
    source: Text,
    status: Text,
    created_at: Text,
    started_at: Text,
    finished_at: Text,
    url: Text,
  }),
  commit: Part({ message: Text, title: Text }),
  builds: List,
});
export const Build = z.object({
  name: Text,
  status: Text,
  started_at: Text,
  finished_at: Text,
  failure_reason: Text,
  allow_failure: Flag,
});

export const Job = z.object({
  ref: Text,
  sha: Text,
  build_id: Text,
  build_name: Text,
  build_stage: Text,
  build_status: Text,
  build_created_at: Text,
  build_started_at: Text,
  build_finished_at: Text,
  build_status_changed_at: Text,
  build_allow_failure: Flag,
  build_failure_reason: Text,
  retries_count: Num,
  environment: Part({ name: Text }),
});

export const Deployment = z.object({
  status: Text,
  status_changed_at: Text,
  approver: User,
  approval: Part({ id: Text, comment: Text, created_at: Text }),
  deployment_id: Text,
  deployable_id: Text,
  deployable_url: Text,
  environment: Text,
  short_sha: Text,
  commit_title: Text,
  commit_url: Text,
  ref: Text,
});

export const FeatureFlag = z.object({
  object_attributes: Part({ id: Text, name: Text, description: Text, active: Anything }),
});

export const Release = z.object({
  id: Text,
  action: Text,
  name: Text,
  tag: Text,
  description: Text,
  url: Text,
  created_at: Text,
  released_at: Text,
});

import { z } from 'zod';
import { trackers } from '../../outbound/trackers/index.ts';

export const trackerKinds = ['github', 'gitlab', 'jira', 'linear'] as const;
export const TrackerKind = z.enum(trackerKinds);
export type TrackerKind = z.infer<typeof TrackerKind>;

/** Where each API is when nothing else is said; Jira Cloud is at everybody's own address. */
export const usualAddresses: Record<TrackerKind, string | undefined> = {
  github: 'https://api.github.com',
  gitlab: 'https://gitlab.com',
  jira: undefined,
  linear: 'https://api.linear.app',
};

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '' && search === '' && hash === '';
}

/** What people call a tracker. */
export const TrackerName = z.string().trim().min(1).max(100);
export const Address = z
  .string()
  .trim()
  .max(500)
  .refine(isAddress, 'an address as https://HOST, without user, query and fragment')
  .transform((text) => text.replace(/\/+$/, ''));
/** `owner/repository`, `group/project` or its number, or a key such as `OPS`. */
export const Project = z
  .string()
  .trim()
  .regex(/^[\w.-]+(?:\/[\w.-]+)*$/, 'a name as owner/repository, or a key as OPS')
  .max(300);
export const Token = z
  .string()
  .trim()
  .regex(/^[\x21-\x7E]+$/, 'a token of one line')
  .max(4000);

/** What belongs to a tracker and is no secret. */
export const Options = z.object({
  /** Who the token belongs to, by e-mail address (Jira). */
  user: z.string().trim().max(320).default(''),
  /** What new issues are (Jira). */
  issueType: z.string().trim().min(1).max(100).default('Task'),
  /** Whom owners are there: name here to account there. */
  accounts: z.record(z.string().trim().min(1).max(300), z.string().trim().min(1).max(300)).default({}),
});
export type Options = z.infer<typeof Options>;

/** The same, each as it was when it is not named. */
export const OptionsInput = z.strictObject({
  user: z.string().trim().max(320).optional(),
  issueType: z.string().trim().min(1).max(100).optional(),
  accounts: Options.shape.accounts
    .unwrap()
    .refine((all) => Object.keys(all).length <= 2000, 'at most 2000')
    .optional(),
});

/** The fields that a tracker of a kind has. */
export const fieldsOf = (kind: string) => trackers.find((each) => each.kind === kind)?.fields ?? [];

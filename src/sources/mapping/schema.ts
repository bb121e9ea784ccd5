import { z } from 'zod';
import { milestones, phases } from '../../record/milestone.ts';
import { isKnownZone } from '../../values/offset.ts';
import { faultInTemplate, pointerForm } from './pointer.ts';

/** Where a value stands. */
const Pointer = z.string().max(500).regex(pointerForm, 'a JSON pointer such as /alerts or /title|/name');
/** A text in which `{/pointer}` stands for what the payload says. */
const Template = z
  .string()
  .min(1)
  .max(2000)
  .superRefine((text, context) => {
    const fault = faultInTemplate(text);
    if (fault !== undefined) context.addIssue({ code: 'custom', message: `a text with holes: ${fault}` });
  });
const Value = z.union([z.string(), z.number(), z.boolean()]);
/** Pointers and what has to stand there: one value, one of several, or `"*"` for anything. */
const Condition = z.record(Pointer, z.union([Value, z.array(Value).min(1).max(100)]));

/** How the events of one kind are read. */
const Rule = z.strictObject({
  /** The list they are in; without it the whole payload is one. */
  list: Pointer.optional(),
  when: Condition.optional(),
  unless: Condition.optional(),
  time: Pointer,
  /** Zone of times that state none. */
  zone: z.string().max(60).refine(isKnownZone, 'a time zone such as UTC, Europe/Paris or +01:00').optional(),
  text: Template,
  notes: Template.optional(),
  actor: Template.optional(),
  /** What is the same however often it is delivered; time and text without it. */
  key: Template.optional(),
  phase: z.enum(phases).optional(),
  milestone: z.enum(milestones).optional(),
  /** Something that is open or closed. */
  condition: z.strictObject({ key: Template, name: Template, is: z.enum(['open', 'closed']) }).optional(),
  service: Template.optional(),
  system: Template.optional(),
  severity: Template.optional(),
  title: Template.optional(),
  person: Template.optional(),
  link: Template.optional(),
});
export type Rule = z.infer<typeof Rule>;

const header = z
  .string()
  .max(100)
  .regex(/^[\w-]+$/, 'the name of a header such as X-Signature')
  .transform((name) => name.toLowerCase());

/** How a delivery proves its sender. */
const Signature = z.strictObject({
  header,
  /** `token`: the header is the secret itself. */
  method: z.enum(['hmac-sha256', 'hmac-sha1', 'token']),
  encoding: z.enum(['hex', 'base64']).default('hex'),
  /** What stands before the signature in the header: `sha256=`. */
  prefix: z.string().max(40).default(''),
  /** The header with the seconds since 1970, which are signed before a dot and the body; older than five minutes is refused. */
  time: header.optional(),
});

/** A source that a person describes in `hindcast.yaml`. */
export const Mapping = z.strictObject({
  /** Also the name in its address: `/hooks/NAME/TOKEN`. */
  name: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'a name such as billing-monitor: small letters, digits, hyphens'),
  title: z.string().min(1).max(100).optional(),
  /** What tells its payloads from others'. */
  knows: Condition.optional(),
  events: z.array(Rule).min(1).max(50),
  signature: Signature.optional(),
  /** The header with the delivery's own name. */
  delivery: header.optional(),
});
export type Mapping = z.infer<typeof Mapping>;

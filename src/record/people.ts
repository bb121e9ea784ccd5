import { z } from 'zod';
import { flag, line } from './field.ts';

/** Who had which role: Incident Commander, Technical Lead, Scribe ... */
export const Role = z.object({ role: line(), name: line() });

/** Who took part in the post-mortem. */
export const Attendee = z.object({ name: line(), role: line() });

/** A list the document goes to, ticked when sent. */
export const Distribution = z.object({ list: line(), sent: flag() });

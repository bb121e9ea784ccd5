import { z } from 'zod';
import { flag, line, prose } from './field.ts';

/** How it was noticed. */
export const Detection = z.object({ method: line(), sooner: line(), monitored: line() });

/** How it was handled. */
export const Response = z.object({ efficiency: line(), communication: line() });

/** One why. Each follows the one before it unless `under` names another (a branch of the tree). */
export const Why = z.object({ id: line(), under: line(), question: line(), note: line(), answer: line() });

/** The root cause in words. */
export const RootCause = z.object({ whatHappened: prose(), primary: prose(), evidence: prose() });

/** A reason by kind: technical, process, human, system. */
export const Reason = z.object({ kind: line(), text: line() });

/** What made it possible or worse. `present` is the tick of a checklist. */
export const Factor = z.object({ kind: line(), text: line(), present: flag() });

/** Why it was not prevented: a gap in detection, process, technique, training. */
export const Gap = z.object({ kind: line(), text: line() });

/** Something that went well or wrong, by area (detection, response ...). */
export const Observation = z.object({ area: line(), text: line() });

/** Something learned, by area (technical, process, organizational ...) and topic within it. */
export const Lesson = z.object({ area: line(), topic: line(), text: line() });

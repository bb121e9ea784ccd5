import type { Claim } from '../../record/claim.ts';
import type { Context } from '../context.ts';

const whole =
  /^\W{0,4}duration\b|\b(?:total|overall|entire|altogether|add(?:s|ed|ing) up to|lasted|lasting|unusable)\b/i;
const outage =
  /\b(?:outages?|down(?:time)?|unavailab\w*|disrupt\w*|incident|inaccessible|unreachable|offline|duration|failing|interrupt\w*|returned (?:zero|no|nothing|only errors)|could(?: not|n[’']t)|cannot|can[’']t|unable|stopped|not (?:available|reachable|working|possible)|no one|nobody)\b/i;

const aftermath =
  /\b(?:hours?|minutes?|days?|hrs?|mins?|[hd]) (?:following|after|since|later)\b|\bmonitor\w* (?:\w{1,12} ){0,2}for\b/i;

/** `of which complete loss: 21 minutes`: a field for a part of the field above it. */
const ofWhich = /^[\s*_|+-]{0,9}(?:of which|thereof|out of that|of that|davon|dont)\b/i;

const fields = new WeakMap<Context, ReadonlySet<string>>();

/** Figures that some field of the document states. */
function inFields(context: Context): ReadonlySet<string> {
  let figures = fields.get(context);
  if (figures === undefined)
    fields.set(context, (figures = new Set(context.claims.filter(isLabelled).map(({ figure }) => figure))));
  return figures;
}

/** A value in a field made for it. */
export const isLabelled = ({ origin }: Claim): boolean =>
  origin === 'label' || origin === 'frontMatter' || origin === 'table' || origin === undefined;

/** A figure that a field states too. */
export const isInField = (context: Context, { figure }: Claim): boolean => inFields(context).has(figure);

/** A figure that a field states too, or the time that somebody watched afterwards. */
export const isBeside = (context: Context, claim: Claim): boolean =>
  isInField(context, claim) || aftermath.test(claim.text.slice(0, 2000));

/**
 * What a claim speaks of. `whole`: the incident from start to end, by its place (a field, the title) or its words ("total", "lasted").
 * `part`: an outage, perhaps of one service only. `other`: something else, such as how long somebody watched.
 */
export function reachOf(context: Context, claim: Claim): 'whole' | 'part' | 'other' {
  if (isLabelled(claim) || claim.origin === 'title')
    return ofWhich.test(context.lineText(claim.line).slice(0, 200)) ? 'part' : 'whole';
  const words = (claim.text.length > 20 ? claim.text : context.lineText(claim.line)).slice(0, 2000);
  if (whole.test(words)) return 'whole';
  if (isInField(context, claim) || aftermath.test(words)) return 'other';
  return outage.test(words) ? 'part' : 'other';
}

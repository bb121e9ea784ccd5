import type { DurationValue } from '../values/duration.ts';

const onset =
  '(?:beginning|start(?:ed|s)?|onset|began|outage|incident|fault|failure|impact|deploy(?:ment|s|ed)?|release|publication|roll-?out|(?:bad |faulty )?change|upgrade|migration|merge|cut-?over)';
const happened =
  '(?:had |was |were |has )?(?:start(?:ed|s)?|began|begun|fail(?:ed|s)|stopped|broke|crashed|died|expired|fell|disappeared|vanished|been |went (?:live|out|down|away)|gone|removed|deleted|changed|merged|deployed|released|rolled out|enabled|disabled|applied)';
/** `37 minutes after the beginning`: what happened then says what the length measures. */
const sinceOnset = new RegExp(
  `^\\s(?:after|from|since|into|past) (?:(?:the |its |it |a )?(?:very )?(?:first )?${onset}\\b|(?:the|its|a) first \\w+|it ${happened}|(?:the|our|a) (?:[\\w-]+ ){1,4}${happened})`,
  'i',
);
const noticed =
  /\b(?:detected|noticed|discovered|reali[sz]ed|became aware|learn(?:ed|t)|alerted|paged|warned|phone[sd]|(?:alerts?|alarms?|pages?|reports?|notices?|tickets?|mails?|calls?) (?:[\w-]+ ){0,4}(?:fire[sd]|triggered|came|arrived|went (?:off|out)|reached us)|first (?:[\w-]+ ){0,4}(?:sign|alert|alarm|report|ticket|complaint|call|mail|message|notice|page)|reported|complained|called|wrote|found (?:it|this|out)|picked (?:it|this|that) up|caught (?:it|this))\b/i;
/** `nach 14 Minuten gemeldet`, `rilevato dopo 5 minuti`, `détecté au bout de 10 minutes`: noticed after a length, in other languages. */
const noticedForeign =
  /\b(?:gemeldet|bemerkt|erkannt|entdeckt|festgestellt|rilevat[oaie]|scopert[oaie]|segnalat[oaie]|détectée?s?|découverte?s?|signalée?s?|constatée?s?|detectad[oa]s?|descubiert[oa]s?|descobert[oa]s?|percebid[oa]s?|ontdekt|gemeld|opgemerkt|upptäckt\p{L}?)(?!\p{L})/iu;
const afterForeign =
  /(?<!\p{L})(?:nach|dopo|après|au bout de|tras|a los|después de|após|depois de|na|efter)\s(?:(?:etwa|rund|circa|environ|unos|cerca de|ongeveer|nur|soli|solo|sólo|apenas|seulement)\s)?$/iu;
/** `We noticed 3 minutes in.` */
const noticedBefore =
  /\b(?:noticed|detected|alerted|found out|caught it|were told|knew)\s(?:it\s)?(?:only\s|just\s)?$/i;
const within = /^\s(?:in|into (?:it|the (?:incident|outage|event)))(?=\s{0,2}(?:[.,;:)]|$))/i;
/** `The first sign was a user 19 minutes in.` */
const closesWithin = /^\s(?:in|into (?:it|the (?:incident|outage|event)))\s{0,2}(?:[.;)]|$)/i;
/** `It told us after 5 minutes.`, `The alarm went off within 4 minutes.` */
const toldAfter =
  /\b(?:(?:told|alerted|paged|warned|notified|woke) (?:us|me|someone|people|engineers|the (?:[\w-]+ )?(?:team|engineers?|on-?call)|on-?call)|(?:alerts?|alarms?|pages?|monitors?|checks?) (?:[\w-]+ ){0,3}(?:fired|came|went off|tripped))\s(?:only\s|just\s)?(after\s|in\s)?$/i;

/** True where a sentence says that its incident was noticed so long after it began. */
export function tellsDetection(sentence: string, { from, to }: DurationValue): boolean {
  const before = sentence.slice(Math.max(0, from - 160), from);
  const after = sentence.slice(to, to + 60);
  if (sinceOnset.test(after) && noticed.test(before)) return true;
  if (from < 12 && sinceOnset.test(after) && noticed.test(sentence.slice(to, to + 120))) return true;
  if (within.test(after) && noticedBefore.test(before)) return true;
  if (
    closesWithin.test(after) &&
    noticed.test(before.slice(-80)) &&
    !/\b(?:and|then|but|while)\b/i.test(before.slice(-30))
  )
    return true;
  const told = toldAfter.exec(before);
  if (told && (told[1] !== undefined || /^within\b/i.test(sentence.slice(from))) && !supposed.test(before)) return true;
  return afterForeign.test(before) && noticedForeign.test(sentence.slice(Math.max(0, from - 60), to + 40));
}

/** `recovered by 11:20, 83 minutes after the start`. */
const ended =
  /\b(?:recovered|restored|resolved|mitigated|repaired|fixed|ended|over|back|(?:operating|working|running) normally|(?:available|reachable|working|works|online|operational) again|fully (?:available|operational|functional))\b[^;]{0,60}$/i;
const afterStart =
  /^\safter (?:(?:the|its) )?(?:(?:beginning|start|onset)(?! of (?:the )?(?:incident )?(?:response|call|work|repair|restore))|(?:it |(?:the )?(?:outage|incident|impact|problem|event|disruption|interruption|failure|fault|issue)s? (?:had )?)(?:began|begun|started)|it (?:had )?(?:failed|broke|stopped|crashed|went (?:down|away|dark))|first (?:errors?|failures?))\b/i;
/** `available again at 1.50 am, that is after three hours`. */
const isAfter = /\b(?:(?:that|which|this) (?:is|was)|i\.e\.),?\s(?:only\s)?after\s$/i;

/** True where a sentence says that things were restored so long after they broke. */
export function tellsRecovery(sentence: string, { from, to }: DurationValue): boolean {
  const before = sentence.slice(Math.max(0, from - 120), from);
  return (afterStart.test(sentence.slice(to, to + 60)) || isAfter.test(before)) && ended.test(before);
}

const detectionTitle =
  /^\W{0,6}(?:(?:the )?detection\b|how (?:(?:did|was|were) )?(?:we|it|this|they|i)\b.{0,12}\b(?:know|knew|notice|noticed|find out|found|found out|learn|learned|hear|heard|detect|detected|discovered)\b|who noticed\b|time to detect|discovery\b)/i;

/** True for a heading or a label behind which people say how they found out: `Detection`, `Who noticed`, `How we knew: ...`. */
export function isAboutDetection(words: string): boolean {
  return detectionTitle.test(words);
}

const supposed =
  /\b(?:would|could|should|if|when|every|normally|usually|until|ago|interval|timeout|threshold|later)\b/i;
const took =
  /\b(?:took(?: us| them| me| our \w+)?|that (?:is|was|makes|made)|that.s|which (?:is|was|makes)|so|i\.e\.|delay (?:of|was)|in|within|after)\s(?:only\s|just\s|another\s)?$|[(=]\s?$/i;

/** True where a length stands as the time it took to notice, in a place that is about nothing else. */
export function isDetectionThere(sentence: string, { from, to }: DurationValue): boolean {
  const before = sentence.slice(Math.max(0, from - 40), from);
  const after = sentence.slice(to, to + 60);
  const lead = sentence.slice(Math.max(0, from - 80), from);
  const clause = lead.slice(Math.max(lead.lastIndexOf(')'), lead.lastIndexOf(';')) + 1);
  if (supposed.test(clause + sentence.slice(from, to + 40))) return false;
  const opens = /^\W{0,3}(?:so|only|just|about|after)?\W{0,2}$/i.test(before);
  return (
    sinceOnset.test(after) ||
    within.test(after) ||
    (opens && !/^\s(?:of|in the|to|for|with)\b/i.test(after)) ||
    (took.test(before) && !/^\s(?:of|without|to (?!detect|notic|find|hear|learn|reali|see))/i.test(after))
  );
}

/** True for a sentence that opens with a length since the beginning, where the one before it tells of noticing. */
export function goesOnDetecting(previous: string, sentence: string, { from, to }: DurationValue): boolean {
  const after = sentence.slice(to, to + 60);
  return from < 12 && (sinceOnset.test(after) || within.test(after)) && noticed.test(previous.slice(-160));
}

import type { DurationValue } from '../values/duration.ts';

const onset =
  '(?:beginning|start(?:ed|s)?|onset|began|outage|incident|fault|failure|impact|deploy(?:ment|s|ed)?|release|publication|roll-?out|(?:bad |faulty )?change|upgrade|migration|merge|cut-?over)';
const happened =
  '(?:had |was |were |has )?(?:start(?:ed|s)?|began|begun|fail(?:ed|s)|stopped|broke|crashed|died|expired|fell|disappeared|vanished|been |went (?:live|out|down|away)|gone|removed|deleted|changed|merged|deployed|released|rolled out|enabled|disabled|applied)';
/** `37 minutes after the beginning`: what happened then says what the length measures. */
const sinceOnset = new RegExp(
  `^\\s(?:after|from|since|into|past) (?:(?:the |its |it |a )?(?:very )?(?:first )?${onset}\\b|(?:the|its|a) first (?!(?:alert|alarm|page|call|report|ticket|mail|message|complaint)s?\\b)\\w+|it ${happened}|(?:the|our|a) (?:[\\w-]+ ){1,4}${happened})`,
  'i',
);
const noticed =
  /\b(?:detected|noticed|discovered|reali[sz]ed|became aware|learn(?:ed|t)|alerted|paged|warned|phone[sd]|(?:alerts?|alarms?|pages?|reports?|notices?|tickets?|mails?|calls?) (?:[\w-]+ ){0,4}(?:fire[sd]|triggered|came|arrived|went (?:off|out)|reached us)|first (?:[\w-]+ ){0,4}(?:sign|alert|alarm|report|ticket|complaint|call|mail|message|notice|page)|first (?:any of us|we|anyone|anybody) (?:knew|heard|saw)|reported|complained|called|wrote|found (?:it|this|out)|picked (?:it|this|that) up|caught (?:it|this))\b/i;
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

/** `It took us 9 minutes to find out`, `it took an hour and a guest to tell us`, `it took 20 minutes until somebody called`. */
const tookUntil = /\b(?:took|taken)\b[^.;]{0,30}$/i;
const foundOut =
  /^\s(?:and\s(?:[\w’'-]+\s){1,3})?(?:(?:to|until we)\s(?:be\s|were\s|even\s)?(?:alerted|told|paged|warned|notified|tell us|(?:find|found)\s(?:it\s|this\s)?out(?!\s(?:why|what|how|which|where|who|that)\b)|(?:hear|learn)\s(?:of|about)\s(?:it|this))\b|(?:until|before|for)\s(?:any\w+|some\w+|the first \w+|an? [\w-]+)\s(?:to\s)?(?:(?:call|told|tell|report|notic|complain|wr[io]te|realis|realiz|saw|see)\w{0,4})\b)/i;
/** `The time to the first call was 9 minutes`, `from the first error to the first call it was 9 minutes`. */
const toFirst =
  /\b(?:time|(?:from|between) (?!(?:the |our |an? )?(?:[\w-]+ )?(?:alert|alarm|page|call|report|ticket|mail)\b)[^.;,]{3,60}) (?:to|until|and) (?:the |our |its )?(?:first (?:[\w-]+ )?(?:report|alert|alarm|page|call|complaint|ticket|message|notice)|detection|discovery)\b[^.;,]{0,30}\s(?:was|is|took|were|of)\s(?:only\s|just\s)?$/i;
/** `We knew within 5 minutes`, `It was reported after 20 minutes.` */
const knew = /\b(?:knew|(?:was|were|became) aware)\s(?:(?:of|about)?\s?(?:it|this)\s)?(?:only\s|just\s)?(after\s)?$/i;
const reportedAfter =
  /\b(?:was|were)\s(?:first\s|only\s)?(?:reported|spotted|flagged)\s(?:to us\s)?(?:only\s)?after\s$/i;
const clauseEnd = /^\s{0,2}(?:[.,;)]|$)/;

/** True for the words in which people say how long it took them to hear of it. */
function tellsFindingOut(sentence: string, from: number, before: string, after: string): boolean {
  if (tookUntil.test(before) && foundOut.test(after)) return true;
  if (toFirst.test(before) || (reportedAfter.test(before) && clauseEnd.test(after))) return true;
  const known = knew.exec(before);
  return known !== null && (known[1] !== undefined || /^within\b/i.test(sentence.slice(from, from + 7)));
}

/** True where a sentence says that its incident was noticed so long after it began. */
export function tellsDetection(sentence: string, { from, to }: DurationValue): boolean {
  const before = sentence.slice(Math.max(0, from - 160), from);
  const after = sentence.slice(to, to + 60);
  if (tellsFindingOut(sentence, from, before, after) && !supposed.test(before.slice(-60))) return true;
  if (sinceOnset.test(after) && noticed.test(before)) return true;
  if (from < 12 && sinceOnset.test(after) && noticed.test(sentence.slice(to, to + 120))) return true;
  if (within.test(after) && noticedBefore.test(before)) return true;
  if (
    (closesWithin.test(after) || (before.endsWith(', ') && /^\sin,/.test(after))) &&
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
  /\b(?:recovered|restored|resolved|mitigated|repaired|fixed|ended|over|back|(?:operating|working|running) normally|(?:available|reachable|working|works|online|operational|usable|up|running|normal) again|fully (?:available|operational|functional))\b[^;]{0,60}$/i;
const afterStart =
  /^\safter (?:(?:the|its) )?(?:(?:beginning|start|onset)(?! of (?:the )?(?:incident )?(?:response|call|work|repair|restore))|(?:it |(?:the )?(?:outage|incident|impact|problem|event|disruption|interruption|failure|fault|issue)s? )(?:had )?(?:began|begun|started)|(?:it|they) (?:had )?(?:failed|broken?|stopped|crashed|(?:went|gone) (?:down|away|dark|off))|first (?:errors?|failures?))\b/i;
/** `available again at 1.50 am, that is after three hours`. */
const isAfter = /\b(?:(?:that|which|this) (?:is|was)|i\.e\.),?\s(?:only\s)?after\s$/i;

/** True where a sentence says that things were restored so long after they broke. */
export function tellsRecovery(sentence: string, { from, to }: DurationValue): boolean {
  const before = sentence.slice(Math.max(0, from - 120), from);
  return (afterStart.test(sentence.slice(to, to + 60)) || isAfter.test(before)) && ended.test(before);
}

const backAt =
  /\b(?:back|restored|recovered|resolved|ended|normal|again)\b[^.;,]{0,30}\bat \d{1,2}[:.]\d\d[^.;,]{0,12},\s(?:(?:only|just|almost|nearly)\s)?$/i;
/** `It was back 96 minutes later.` */
const wasBack =
  /\b(?:was|were|came|is)\s(?:all\s)?(?:back(?: up| online)?|restored|fixed|over|resolved)\s(?:only\s|just\s)?$/i;
const stopping = /\b(?:stop|fail|broke|crash|went (?:down|away|dark)|lost|gone|unavailab|outage)/i;

/** `It stopped at 03:02. It was back at 05:10, 128 minutes later`: counted from the time in the sentence before. */
export function tellsRecoveryLater(sentence: string, { from, to }: DurationValue, previous = ''): boolean {
  const before = sentence.slice(Math.max(0, from - 80), from);
  if (!/^\slater\b/i.test(sentence.slice(to, to + 7)) || !(backAt.test(before) || wasBack.test(before))) return false;
  const last = previous.slice(-160);
  return stopping.test(last) && /\d[:.]\d\d/.test(last);
}

const detectionTitle =
  /^\W{0,6}(?:(?:the )?detection\b|how (?:(?:did|was|were) )?(?:we|it|this|they|i)\b.{0,12}\b(?:know|knew|notice|noticed|find out|found|found out|learn|learned|hear|heard|detect|detected|discovered)\b|who noticed\b|time to detect|discovery\b)/i;

const fromNotice =
  /^\s(?:after|from) (?:the |an? |our )?(?:first )?(?:alert|alarm|page|call|report|ticket|mail|message)\b/i;

/** True where a field for the detection says how long after the start it came: `by a guest, 20 minutes after the doors opened`. */
export function countsFromStart(field: string, { to }: DurationValue): boolean {
  const after = field.slice(to, to + 60);
  if (fromNotice.test(after) || supposed.test(field)) return false;
  return sinceOnset.test(after) || within.test(after) || /^\s(?:after|into)\s/i.test(after);
}

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

import type { TimedEvent } from '../timed-event.ts';

/** What the words of a timeline entry may mark; one entry may mark several. Wider than the milestones that reading suggests. */
export type Role = Readonly<{
  onset: boolean;
  notice: boolean;
  recovery: boolean;
  change: boolean;
  finding: boolean;
  works: boolean;
}>;

const onset =
  /\b(?:fail|declin|error|down\b|outage|unavail|unreachable|inaccessib|crash|expir|spik|drops?\b|dropped|time(?:s|d)? ?outs?|timing out|latency|slow|degrad|unable|reject|refus|(?:40|5\d)\d\b|out of \w+|oom|lost\b|lose|loss|broke|breaks?\b|delet|remov|corrupt|exhaust|stuck|stall|block|leak|overload|unhealthy|disconnect|disrupt|not (?:working|responding|available|possible)|stops?\b|stopped|suspend|pause[sd]?\b|paus|reach(?:es|ed)? (?:the |its )?(?:limit|quota)|quota|full\b|kicked|cannot|can(?:no|')t|could not|couldn't|stale|wrong|missing|bad\b|empty|broken|invalid|incorrect|damag|incident (?:start|begin|began)|impact|traffic|goes from|went from|cut\b|power|ausfall|störung|fehler|panne|erreur|échou|falha|caíd|fallo|guasto|storing)/i;
const notice =
  /\b(?:alert|alarm|page[sd]?\b|pager|paging|(?<!(?:running|nightly|daily|weekly|monthly) )report|notic|detect|notif|complain|aware|realis|realiz|ticket|spotted|observ|discover|tweet|support|helpdesk|calls?\b|called|ask(?:s|ed)?\b(?! for\b)|message|mails?\b|e-?mails?\b|writes?\b|tells?\b|told|monitor|check fails|probe|identif|acks?\b|acknowledg|investigat|declar|sees?\b|saw\b|seen\b|looks?\b|gemeldet|meld|signal|alerte|avisa|chiama|belt)/i;
const recovery =
  /\b(?:restor|recover|resolv|resolution|back\b|fixed|fix\b|mitigat|operational|healthy|resum|return(?:s|ed|ing)? to|work(?:s|ed)?\b|working|all clear|succeed|stabil|stable|normal|clear(?:s|ed)\b|no (?:more|further|new)|up\b|running|again\b|available|reachable|green|un(?:paus|block|lock|cordon|frozen|freez)\w*|repaired|revert|roll(?:ed|s|ing)? ?back|rollback|complete|finish|done\b|over\b|ends?\b|ended|closed|lift(?:s|ed)\b|re-?enabl|re-?open|re-?start|reboot|released?|live\b|deployed|merged|applied|replaced|raised|increased|scaled|starts?\b|online|good\b|fine\b|healed|drained|caught up|processed|catch(?:es)? up|behoben|wieder|rétabli|normalis|restablec|restabelec|ripristin|hersteld|opgelost)/i;
const change =
  /\b(?:deploy|merge|releas|roll(?:ed|s)? ?out|rollout|upgrad|updat|migrat|push|applied|config|chang|maintenance|planned|scheduled|enabl|switch|start|begin|began|introduc|restart)/i;

/** What somebody found out or said of a failure that was there before. */
const finding =
  /\b(?:says?|said|found|finds?|identif\w*|suspect\w*|turn(?:s|ed) out|reali[sz]e\w*|discover\w*|under(?:stands?|stood)|because|caused by|root cause|hypothesi\w*)\b/i;

/** The service itself works, as far as words can say it. */
const works =
  /\b(?:succeed\w*|green|work(?:s|ed)?|working|normal\w*|healthy|restored|recovered|available|reachable|operational|online)\b/i;
const office = /clos|declar|announc|status|communic|post|ticket|resolv|mail|report|monitor|review/i;

const wordsOf = ({ event }: TimedEvent): string =>
  `${event.text ?? ''} ${event.notes ?? ''} ${event.phase ?? ''}`.slice(0, 500);

/** Roles of an entry by its words alone; each is looked for when it is asked for. */
export function roleOf(event: TimedEvent): Role {
  const words = wordsOf(event);
  return {
    get onset() {
      return onset.test(words);
    },
    get notice() {
      return notice.test(words);
    },
    get recovery() {
      return recovery.test(words);
    },
    get change() {
      return change.test(words);
    },
    get finding() {
      return finding.test(words);
    },
    get works() {
      return works.test(words) && !office.test(words);
    },
  };
}

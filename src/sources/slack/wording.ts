import type { Milestone, Phase } from '../../record/milestone.ts';

/** Words that make a message part of the timeline. `step` when they report something done. */
export type Wording = {
  phase?: Phase;
  milestone?: Milestone;
  step?: true;
  /** Counts in a question too: "customers report timeouts, is anyone aware?" */
  asked?: true;
  pattern: RegExp;
};

/**
 * The latest stage first: a message that says several things counts as the furthest of them.
 * A milestone found by these words is a suggestion, and only where the sentence is no question, plan or denial.
 */
export const wordings: Wording[] = [
  {
    phase: 'recovery',
    milestone: 'closed',
    pattern: /\b(?:clos(?:ed|ing) (?:out )?(?:the |this )?incident|incident (?:is |now )?closed)\b/,
  },
  {
    phase: 'recovery',
    milestone: 'monitoringConfirmed',
    pattern:
      /\b(?:(?:been|remained|holding|looks|is|are) stable|stable for|no (?:new |more )?errors (?:for|since|in the last))\b/,
  },
  {
    phase: 'recovery',
    milestone: 'resolved',
    pattern:
      /\b(?:all clear|all green|fully (?:recovered|restored|resolved)|back to normal|(?:incident|issue|outage|problem) (?:is |now |has been |is now )?(?:resolved|over|fixed)|service (?:is |has been )?restored|marking (?:this |it )?(?:as )?resolved|resolved)\b/,
  },
  {
    phase: 'recovery',
    milestone: 'mitigated',
    pattern:
      /\b(?:mitigated|(?:rollback|failover|revert|deploy|restart) (?:is |has )?(?:complete|completed|done|finished)|rolled back|reverted|failed over|(?:is|are) recovering|works? again|working again|(?:is|are) back(?: up| online)?(?=[.,!]|$)|(?:has|have) recovered|(?:errors?|error rate|latency|traffic|queue) (?:is |are |rate )?(?:back (?:down|up|to)|dropping|dropped|going down|recovered|draining))\b/,
  },
  {
    phase: 'mitigation',
    milestone: 'mitigationStarted',
    step: true,
    pattern:
      /\b(?:(?:i'm |i am |we're |we are |started |starting |now )?(?:rolling back|reverting|failing over|restarting|scaling (?:up|out|down)|draining|disabling|throttling|rerouting|deploying (?:the |a )?(?:fix|hotfix|patch))|(?:started|starting|kicked off) (?:the |a )?(?:rollback|failover|revert|restart))\b/,
  },
  {
    phase: 'mitigation',
    step: true,
    pattern:
      /\b(?:restarted|scaled (?:up|out|down)|disabled|throttled|rerouted|cordoned|patched|turned off|switched off|flipped)\b/,
  },
  {
    phase: 'investigation',
    milestone: 'rootCauseIdentified',
    pattern:
      /\b(?:root cause (?:is|was|found|identified|confirmed)|found (?:the (?:root )?(?:cause|culprit|problem|bug|issue)|it)|the culprit is|(?:is|was|are|were) caused by|identified the (?:root )?(?:cause|issue|problem)|it was the)\b|\b(?:root )?cause:/,
  },
  {
    phase: 'detection',
    milestone: 'declared',
    pattern:
      /\b(?:declar(?:ed|ing) (?:an? |this )?(?:an? )?(?:incident|outage|sev\w{0,8})|incident (?:was |has been )?declared|(?:opened|opening) an incident|calling (?:this )?an? (?:incident|sev\w{0,8}))\b/,
  },
  {
    phase: 'investigation',
    milestone: 'acknowledged',
    pattern:
      /\b(?:i'm on it|i am on it|on it|ack|acked|acknowledged|i'll take (?:this|it)|taking a look|looking (?:into|at) (?:it|this)|having a look)\b/,
  },
  {
    phase: 'investigation',
    milestone: 'investigationStarted',
    pattern: /\b(?:(?:started|starting|am|are|is|i'm|we're) (?:investigating|investigation)|investigating)\b/,
  },
  {
    phase: 'investigation',
    pattern:
      /\b(?:looking at|looks like|suspect|dashboards?|logs? (?:show|say)|traces?|metrics|cpu|memory|disk|stack ?trace|correlates?|escalat\w{1,6}|paging|paged)\b/,
  },
  {
    phase: 'detection',
    milestone: 'detected',
    asked: true,
    pattern:
      /\b(?:customers?|users?|clients?|merchants?|support) (?:is |are |have |has )?(?:report|complain|see|get)\w{0,4}\b/,
  },
  {
    phase: 'detection',
    milestone: 'detected',
    pattern:
      /\b(?:alert(?:s|ed|ing)?|firing|fired|alarm|pagerduty|(?:is|are|went|goes) down|outage|unreachable|(?:i'm |we're |i am |we are )?seeing (?:\w{1,20} ){0,3}(?:errors?|failures?|timeouts?|5xx|500s)|error rate|5xx|50\ds?|timing out|timeouts?|failing|spik(?:e|es|ing)|latency|degraded)\b/,
  },
  {
    pattern:
      /\b(?:deploy(?:ed|ing|ment|s)?|releas(?:ed|ing)|roll(?:ing|ed)? ?out|feature flag|config(?:uration)? change|merged|migration)\b/,
  },
];

/** Words that make a sentence a question, a plan or a denial, so that it states no milestone. */
export const hedges =
  /\b(?:not|no longer sure|isn't|aren't|wasn't|haven't|hasn't|don't|didn't|if|when|once|until|unless|should|will|would|could|can|may|might|maybe|perhaps|let's|lets|trying|try to|need to|needs to|want to|going to|about to|plan to|ready to|what|who|why|how|any|unknown|unclear|previous|last (?:week|month|time)|yesterday)\b/;

/** Words near a length of time that say what it measures. A heavier word reaches further. */
export type Cue = { figure: string; pattern: RegExp; weight?: number };

/** Cues of prose by figure, mostly English, with the words for an outage in other languages. Patterns are global: walk them by `exec`. */
export const cues: Cue[] = [
  {
    figure: 'timeToDetect',
    pattern:
      /\b(?:un(?:noticed|detected)|m?ttd\b|(?:nobody|no one|none of us) (?:noticed|saw|reali[sz]ed|knew)|picked (?:it|this|that) up (?:in|within|after)|before (?:we|it|anyone|anybody|someone|the team|being|engineers?)\b[^.]{0,20}?(?:reali[sz]|notic|detect|discover|aware|alert|report|spott)\w*|before detection|(?:did not|didn.t|failed to) (?:notice|reali[sz]e|detect|discover|spot)|(?:until|before) (?:the|an?|our|any) (?:[\w-]+ )?(?:alerts?|alarms?|pages?|reports?) (?:fired|came|went|triggered|arrived|reached)|(?:to|until|before) (?:be(?:ing)? |first )?(?:detect\w*|notic\w*|discover\w*|reali[sz]\w*)|time to detect\w*|detection (?:time|took|delay)|detection(?=:?\s~?\d{1,3}\s?[hms])|detected (?:in|within|after)|noticed (?:in|within|after|only after)|raised (?:the|an) (?:alarm|alert) (?:in|within|after)|to (?:see|spot) (?:it|this|that)(?=\s{0,2}(?:[.,;:()]|$))|(?:found out|(?:heard|learned) (?:about|of) it) (?:only )?(?:after|within|in)|(?:alert\w*|detect\w*|notic\w*|identified|discovered) (?:[\w-]+ ){0,5}(?:within|after|in (?:under|about|less))|(?:until|before) (?:we|anyone|somebody|someone) (?:(?:first )?heard (?:of|about)|(?:was|were) told|knew|saw it|(?:had|got|received) (?:the|a|our) (?:first )?(?:report|alert|call|mail|message|page|ticket))|unbemerkt|unentdeckt|inaperçu|hasta detectar\w*)\b/gi,
    weight: 8,
  },
  {
    figure: 'timeToDetect',
    pattern:
      /\b(?:until|before) (?:we|it was|anyone|someone|the team|our team|engineers)\b[^.]{0,25}?\b(?:notic|detect|reali[sz]|discover|aware|alert)/gi,
    weight: 14,
  },
  {
    figure: 'timeToAcknowledge',
    pattern:
      /\b(?:time to ack\w*|m?tta|to acknowledge|acknowledged (?:[\w-]+ ){0,4}(?:in|within|after)|(?:engineers?|on-?call|team) (?:responded|engaged|acknowledged) (?:in|within|after))\b/gi,
  },
  {
    figure: 'timeToMitigate',
    pattern:
      /\b(?:time to mitigat\w*|to (?:fully )?mitigate|mitigated (?:(?:it|(?:the|this) (?:[\w-]+ ){0,2}[\w-]+) )?(?:in|within|after)|mitigation took|mitigation(?=\s~?\d{1,3}\s?[hms]))\b/gi,
  },
  {
    figure: 'timeToResolve',
    pattern:
      /\b(?:time to (?:full )?resol\w*|to (?:fully )?resolve|resolution (?:time|took)|resolution(?=\s~?\d{1,3}\s?[hms])|resolved (?:(?:it|(?:the|this) (?:[\w-]+ ){0,2}[\w-]+) )?(?:in|within|after)|fully resolved)\b/gi,
  },
  {
    figure: 'timeToRepair',
    pattern:
      /\b(?:mttr|time to (?:full )?(?:repair|recover\w*|restor\w*|fix)|to (?:fully )?(?:recover|restore|repair|fix)\b|recover(?:y|ed)?(?: itself)? (?:took|in|within|after|time)|(?:recovery|restoration)(?=\s~?\d{1,3}\s?[hms])|restor(?:ed|ation) (?:in|within|after|took)|(?:was|were) back (?:up |online )?(?:in|within|after)|(?:repaired|fixed) (?:in|within|after)|(?:back|returned) to normal(?: levels?| operations?| service)? (?:in|within|after)|to (?:bring|get) (?:everything|it all|all|(?:the )?(?:service|site|system|platform|app)s?) back|(?:mitigation|fix|workaround) was in place (?:in|within|after))/gi,
  },
  {
    figure: 'degraded',
    pattern:
      /\b(?:degrad\w+|diminished|intermittent\w*|unstable|instability|elevated|partial(?:ly)?|slow(?:er|ness|ed|ly)?|increased (?:latency|errors?|error rates?)|reduced (?:capacity|performance|service)|higher (?:latency|error)|latency|delayed|delays)\b/gi,
  },
  {
    figure: 'downtime',
    pattern:
      /\b(?:down ?time|outages?|(?:was|were|is|are|being|went|go|been|fully|completely|hard|totally) (?:hard |fully |completely |totally )?down(?! (?:by|from|to)\b)|unavailab\w+|inaccessible|(?:not|in)(?: be)? (?:accessible|available|reachable|usable|operational|working)|unreachable|unusable|unresponsive|offline|out of (?:service|order|use|action)|down for|out for|(?:could not|couldn.t|unable to|cannot|failed to) (?:\w+)|interruption|brown ?out|black ?out|5\d\d errors|(?:got|saw|returned|received|served|answered) (?:with )?(?:an? )?(?:http )?5(?:\d\d|xx)|service disruption|indisponib\w+|inaccessibles?|interrompu\w*|nicht (?:erreichbar|verfügbar|nutzbar)|ausgefallen|ausfall\w*|störung|panne|hors service|fuera de servicio|caíd[oa]s?|fora do ar|fuori servizio|storing|spent[oaie]|offline)(?![\p{L}\d])/giu,
  },
  {
    figure: 'duration',
    pattern:
      /\b(?:last(?:ed|ing)|incident|duration|took place over|ongoing for|for a (?:total|period) of|total(?: time)?|in total|together|all in all|disruption|impact(?:ed|ing)?|affect(?:ed|ing)|over (?:a|the) (?:period|time|span|course)|gap (?:in|was|of)|in (?:all|sum)(?=\s{0,2}(?:[,.;:)]|$))|stall|window|(?:nobody|no one) could|issue|errors?|failing|failed|problems?|trouble|event|until (?:it was |we )?(?:restored|resolved|fixed|recovered)|normal operation|from (?:first to last|(?:start|beginning) to (?:finish|end))|end to end|dauert\w*|insgesamt|andauern\w*|a duré|duró|durou|è durat[oa]|duurde|varade)\b/gi,
    weight: -6,
  },
];

/** Figures whose cue names an act, so that it measures even in seconds and only from nearby. */
export const acts = new Set(['timeToDetect', 'timeToMitigate', 'timeToResolve', 'timeToRepair', 'timeToAcknowledge']);

/** Words before a length that make it something else: an interval, a limit, a plan, a step on the way. */
export const notThis =
  /(?:\b(?:space|(?:ha[sd]|have|no|little|enough|leaves?|left|more|is|was|only|with) room|capacity|fuel|batter(?:y|ies)|supplies|stock|credit|history) for\s{1,2}(?:\w+\s{1,2}){0,2}?|\b(?:every|each|per|last|past|previous|next|older than|newer than|less than|timeouts? (?:of|to|after)|interval of|window of|retention|ttl|cache[sd]? for|wait(?:ed|ing|s)?|sleep|cron|up to once|first|initial|another|age of|aged|expires? (?:in|after)|valid for|keep|kept|stored? for|within the (?:next|last|past)|in advance|ahead|early|after|only|additional|polls?|runs?|(?<!\b(?:not|never|than|as|be|get) )(?:scheduled|planned|expected)|expect|exceeds?|enough|recommend(?:ed)?|suggest(?:ed)?|estimated|should|would|will|could have|must|gives?|allows?|grants?|needs?|requires?|ha(?:s|ve)|wasted|slipped|target|objective|announced|agreed|promised|usual|sla|slo|threshold|if|spent|criteri(?:on|a) of|instead of|rather than|below|above|late by|delayed by|number of|alle|toutes les|cada|ogni|elke)\s{1,2}(?:\w+\s{1,2}){0,1}?|\d\s(?:and|und|et|y|e|\/)\s|\b(?:lower|rais|reduc|increas|chang|shorten|extend|bump)\w*\s(?:\w+\s){0,3}(?:from|to|by)\s)$/i;

/** Words behind a length that make it something else. */
export const notAfter =
  /^(?:['’]|\s?(?:(?:within|of|in the middle of) (?:that|this|it|them|these|those)(?=\s{0,2}(?:[.,;:)]|$))|ago|later|earlier|before (?:the|this|that) (?:incident|outage|deploy|release)|prior|old|in advance|intervals?|windows?|limits?|gaps? between|that way|post|timeouts?|period of (?:inactivity|time)s?|of (?:[\w-]+ )?(?:data|logs|events|messages|records|metrics|samples|traffic|history|progress|writes|transactions|inactivity|video|work|effort|footage|overtime|nominal|stable|stability|normal|watching|monitoring|observation|the (?:outage|incident|downtime|disruption|total))|each|per|apart|at a time|delay|threshold|retention|cache|cron|ttl|notice|from now|hackathon|meeting|read(?=\s{0,2}(?:[.,:;)]|$))|call|shift|response time|in (?:19|20)\d\d|drive|behind|into the|stale|without (?:errors?|alerts?|loss|incidents?|a? ?restart)|später|vorher|zuvor|plus tard|más tarde|dopo|depois|later)\b)/i;

/** Sentences that plan, promise, limit or remember: none of their lengths is a claim. */
export const elsewhere =
  /^\W{0,4}(?:similar\b|(?:detect|reduce|ensure|improve|shorten)\s)|\bas a rule\b|\b(?:(?<!\b(?:not|never|than|as|be|get) )(?:planned|scheduled|expected)|maintenance (?:window|work|is|will)|will be|will take|should take|estimat\w+ (?:downtime|duration)|anticipat\w+|(?:may|might) (?:be|have|experience|see)|we.ll|(?:we|it|they).d be (?:back|ready|done|fixed|over|up)|usually|typically|(?<!\b(?:operat|work|runn|function)ing )normally|sonst\b|üblicherweise|normalerweise|d.habitude|di solito|periodic\w*|previously|in the past|objective|similar (?:event|incident|outage|problem|issue)s?|that one (?:lasted|took)|last (?:year|month|time)|mandatory|goal|target (?:for|of|is|was)|median (?:time|duration|interruption|outage|downtime|delay|length|recovery|resolution|detection|mttr)|on average|per (?:user|customer|device|request|message|month|week|year)|a month|is obliged|must be (?:reported|reviewed)|budget(?! burn)|geplant|prévue?|previst[oa])\b/i;

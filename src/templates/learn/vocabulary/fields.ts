/** A label's wording and the field it names. `within` limits it to topics, by name; the first that fits wins. */
export type FieldWords = { pattern: RegExp; path: string; within?: string[] };

const row = (pattern: RegExp, path: string, ...within: string[]): FieldWords =>
  within.length === 0 ? { pattern, path } : { pattern, path, within };

/** Labels that only mean this in their own part of a form. */
const local: FieldWords[] = [
  row(/^what\b/, 'summary.what', 'summary'),
  row(/impact/, 'summary.impact', 'summary'),
  row(/cause|^why/, 'summary.rootCause', 'summary'),
  row(/resol|^fix|mitigat/, 'summary.resolution', 'summary'),
  row(/business/, 'justification.business', 'justification'),
  row(/technical/, 'justification.technical', 'justification'),
  row(/customer/, 'justification.customer', 'justification'),
  row(/reputation/, 'justification.reputational', 'justification'),
  row(/date|when|scheduled/, 'meeting.date', 'meeting'),
  row(/attendees|participants|who/, 'meeting.attendees', 'meeting'),
  row(/agenda/, 'meeting.agenda', 'meeting'),
  row(/duration|length/, 'meeting.duration', 'meeting'),
  row(/recording/, 'meeting.recording', 'meeting'),
  row(/note/, 'meeting.notes', 'meeting'),
  row(/blameless/, 'culture.blameless'),
  row(/feel safe|psychological/, 'culture.safe'),
  row(/perspectives|everyone heard|all heard/, 'culture.heard'),
  row(/within 48/, 'processCheck.within48Hours'),
  row(/stakeholders.*included/, 'processCheck.stakeholders'),
  row(/clearly assigned/, 'processCheck.assigned'),
  row(/chain intact/, 'audit.chainIntact'),
  row(/events captured/, 'audit.eventsCaptured'),
  row(/evidence stored/, 'audit.evidenceStored'),
  row(/anchor/, 'audit.anchor', 'audit'),
  row(/regions?/, 'impact.scope.regions', 'scope'),
  row(/services?/, 'impact.scope.services', 'scope'),
  row(/data sources?/, 'impact.scope.dataSources', 'scope'),
  row(/complaints/, 'quality.complaints', 'quality'),
  row(/escalations/, 'quality.escalations', 'quality'),
  row(/deviations/, 'quality.deviations', 'quality'),
  row(/gaps/, 'quality.gaps', 'quality'),
  row(/resources/, 'impact.team.resources', 'team'),
  row(/dependencies/, 'impact.team.dependencies', 'team'),
  row(/escalation/, 'impact.team.escalation', 'team'),
  row(/downtime/, 'impact.technical.downtime', 'technical'),
  row(/efficiency/, 'response.efficiency'),
  row(/communication/, 'response.communication', 'response', 'detection', 'resolution'),
  row(/(?:detected|noticed|caught).*(?:sooner|earlier|faster)|(?:sooner|earlier).*detect/, 'detection.sooner'),
  row(/by (?:our )?monitoring/, 'detection.monitored'),
  row(
    /detection method|how (?:was|were|did).*(?:detect|notic|discover|find|alert)|detected by|detection source|source of detection/,
    'detection.method',
  ),
];

/** Labels of impact. */
const impact: FieldWords[] = [
  row(
    /(?:users|customers|clients|people|tenants).*(?:affected|impacted)|(?:affected|impacted) (?:users|customers|clients|accounts|people|tenants)|number of (?:users|customers)/,
    'impact.customers.users',
  ),
  row(/(?:user|customer) experience/, 'impact.customers.experience'),
  row(/geograph/, 'impact.customers.geography'),
  row(/segment/, 'impact.customers.segment'),
  row(/(?:customer|user) trust/, 'impact.customers.trust'),
  row(/complaints/, 'impact.customers.complaints'),
  row(/trading disruption/, 'impact.trading.disruption'),
  row(/orders affected/, 'impact.trading.orders'),
  row(/positions affected/, 'impact.trading.positions'),
  row(/exposure/, 'impact.trading.exposure'),
  row(/revenue loss|lost revenue/, 'impact.business.revenueLoss'),
  row(/revenue|financial|monetary|estimated cost|cost of/, 'impact.business.financial'),
  row(/lost transactions|failed transactions/, 'impact.business.lostTransactions'),
  row(/cancellations|churn/, 'impact.business.cancellations'),
  row(/refunds/, 'impact.business.refunds'),
  row(/sla credits|service credits/, 'impact.business.slaCredits'),
  row(/^slas?\b|\bslas? (?:breach|violation)\w*/, 'impact.business.slaBreach'),
  row(/support (?:tickets|requests|cases|calls)|tickets raised/, 'impact.business.supportTickets'),
  row(/public relations|^pr impact|media/, 'impact.business.publicRelations'),
  row(/reputation/, 'impact.business.reputation'),
  row(/operational impact/, 'impact.business.operational'),
  row(/feature/, 'impact.business.features'),
  row(/^business impact/, 'summary.impact', 'what', 'summary'),
  row(/^business impact/, 'impact.business.text'),
  row(/data (?:integrity|corruption)/, 'impact.technical.dataIntegrity'),
  row(/data compromised/, 'incident.dataCompromised'),
  row(/data loss|lost data/, 'impact.technical.dataLoss'),
  row(/performance/, 'impact.technical.performance'),
  row(/security/, 'impact.technical.security'),
  row(/systems affected/, 'impact.technical.systems', 'technical'),
  row(/services degraded|degraded services/, 'impact.technical.servicesDegraded'),
  row(/reporting required|notification required|reportable/, 'impact.regulatory.reportingRequired'),
  row(/legal/, 'impact.regulatory.legal'),
  row(/compliance/, 'impact.regulatory.violations'),
  row(/regulatory/, 'impact.regulatory.text'),
  row(/human override/, 'automation.override'),
];

/** Labels of the header and of the document itself. */
const header: FieldWords[] = [
  row(
    /^(?:incident |issue |case |ticket |reference |problem )?(?:id|no|number|ref|reference|key|nummer|numéro)$|^(?:ticket|incident|issue)$|^(?:incident|jira|tracking|issue) (?:ticket|link|issue)$|^vorfallsnummer$/,
    'incident.id',
  ),
  row(/^(?:incident |issue |problem )?(?:title|name|titel|titre|título)$/, 'incident.title'),
  row(
    /severity|^sev(?: level)?$|criticality|schweregrad|gravité|sévérité|severidad|^(?:impact|priority) level$|^priority$|^priorität$/,
    'incident.severity',
  ),
  row(
    /^(?:incident )?(?:type|category|kind|kategorie|typ|catégorie)(?: of incident)?$|^incident classification$/,
    'incident.type',
  ),
  row(/(?:document|report|post ?mortem|pir|review) status/, 'document.status'),
  row(/^(?:incident |current )?(?:status|state|statut|estado)$/, 'incident.status'),
  row(
    /^(?:post ?mortem|report|review|document|rca|publi\w*|completion) date$|^date (?:of (?:post ?mortem|report|review)|published|written|completed)$|^(?:published|written|completed)(?: on)?$/,
    'document.completedOn',
  ),
  row(
    /^(?:incident |outage |event )?(?:date|day|datum|fecha)(?: of (?:the )?(?:incident|outage|event)| de l incident| del incidente)?$|^dates?(?: of occurrence)?$/,
    'incident.date',
  ),
  row(
    /(?:affected|impacted|betroffene) (?:services?|systems?|components?|products?|applications?|systeme|dienste)|(?:services?|systems?|components?|products?) (?:affected|impacted|involved)|^(?:services?|systems?|applications?|products?|components?|environment|dienst)$/,
    'incident.services',
  ),
  row(
    /^(?:post ?mortem|document|report|review|pir|rca)? ?owner$|^owning team$|^dri$|^owned by$|verantwortlich/,
    'document.owner',
  ),
  row(
    /^authors?$|written by|prepared by|^(?:report(?:ed)? )?author|autor|auteur|^reporter$|^prepared$|^created by$/,
    'document.authors',
  ),
  row(/review(?:ed)? by|^reviewers?$|^approvers?$|approved by/, 'document.reviewedBy'),
  row(/completed by/, 'document.completedBy'),
  row(/next review|review date/, 'document.nextReview'),
  row(/^(?:document )?version$/, 'document.version'),
  row(/last (?:updated|modified|edited)$|^updated(?: on)?$/, 'document.lastUpdated'),
  row(/last (?:updated|modified|edited) by/, 'document.lastUpdatedBy'),
  row(/classification|confidential|^audience$/, 'document.classification'),
  row(/meeting (?:date|scheduled|time)|(?:scheduled|held) (?:for|on)$|date of meeting/, 'meeting.at'),
  row(/meeting recording/, 'meeting.recording'),
  row(/meeting attendees|^attendees$|^participants$|^teilnehmer$/, 'meeting.attendees'),
  row(/^(?:executive )?summary$|^tl ?dr$|^overview$|^zusammenfassung$|^résumé$/, 'summary.text'),
  row(/^what (?:happened|went wrong)$|^(?:incident |problem )?description$|^beschreibung$/, 'summary.what'),
  row(/^(?:customer|user|client) impact$/, 'impact.customers.text'),
  row(/^(?:overall |total )?impact$|^auswirkung(?:en)?$|^consequences$/, 'impact.text'),
  row(
    /^(?:primary |the )?(?:root )?causes?$|^ursache$|^root cause analysis$|^cause racine$|^why(?: (?:did )?it happen(?:ed)?)?$/,
    'rootCause.primary',
  ),
  row(
    /^resolution$|^(?:the )?fix$|^how (?:was it|did we) (?:fix|resolv)\w*|^lösung$|^mitigation$|^solution$|^résolution$/,
    'resolution.text',
  ),
  row(/^detection$|^detected$|^how detected$|^erkennung$|^alert$/, 'detection.method'),
  row(/^time to triage/, 'claims.timeToTriage'),
  row(/^time to (?:start )?investigat/, 'claims.timeToInvestigate'),
  row(/^automated steps/, 'claims.automatedSteps'),
  row(/^manual steps/, 'claims.manualSteps'),
  row(/ai suggestions/, 'claims.aiSuggestions'),
  row(/total cost/, 'claims.costTotal'),
  row(/monthly slo budget|^error budget$/, 'claims.errorBudget'),
  row(/slo budget consumed|budget (?:consumed|burned|spent)/, 'claims.errorBudgetConsumed'),
  row(/remaining budget|budget remaining/, 'claims.errorBudgetRemaining'),
  row(/peak error rate/, 'claims.peakErrorRate'),
  row(/duration above slo|time above/, 'claims.timeAboveSlo'),
];

/** Every wording of labels, the narrow ones first. */
export const fieldWords: FieldWords[] = [...local, ...impact, ...header];

/** Labels that name somebody's role in the incident: the label itself is the role. */
export const roleWords =
  /^(?:incident |technical |tech |communications? |comms |operations |ops |scribe |sre |developer |dev |engineering |support |customer |executive |war ?room |incident mgmt |problem |response |security |business )*(?:commander|manager|leads?|scribe|facilitator|coordinator|liaison|\bic\b|on ?call(?: engineer)?|responders?|deputy|officer|sponsor|subject matter experts?|smes?)$|^post ?mortem (?:lead|facilitator)$/;

/** Labels of places to look at: the label is the kind of link. */
export const linkWords =
  /recording|dashboard|slack|(?:chat )?channel$|war ?room (?:link|channel)|bridge|^link(?:s)?\b|links?$|\burl$|google doc|status ?page|graph|^runbook|^pull request|^prs?$/;

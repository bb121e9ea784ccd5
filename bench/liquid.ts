/** The invariants template in Liquid: the same headings, loops and cells, for a fair comparison of writing. */
export const invariantsLiquid = `# Incident Postmortem: {{incident.id}}

**Date:** {{incident.date}}
**Severity:** {{incident.severity}}
**Author:** {{document.authors}}
**Reviewed By:** {{document.reviewedBy}}

## Summary

{{summary.text}}

## Impact

- **Duration:** {{incident.start.written}} to {{incident.end.written}} ({{claimTexts.duration}})
- **Affected Systems:** {{incident.services}}
- **Financial Impact:** {{impact.business.financial}}
- **Users/Positions Affected:** {{impact.customers.users}}

## Timeline (UTC)

| Time | Event |
|------|-------|
{% for item in timeline %}| {{item.written | escape_cell}} | {{item.text | escape_cell}} |
{% endfor %}
## Root Cause Analysis

### What Happened

{{rootCause.whatHappened}}

### Why It Happened

{% for item in whys %}1. Why? {{item.answer}}
{% endfor %}
### Detection

- **How was this detected?** {{detection.method}}
- **Detection delay:** {{claimTexts.timeToDetect}}
- **Was this detected by our monitoring?** {{detection.monitored}}

## Response

### Immediate Actions

{% for item in steps %}1. {{item.text}}
{% endfor %}
### What Went Well

{% for item in wentWell %}- {{item.text}}
{% endfor %}
### What Could Have Been Better

{% for item in wentWrong %}- {{item.text}}
{% endfor %}
## Invariant Analysis

### Invariants Tested During Incident

| Invariant | Status | Notes |
|-----------|--------|-------|
{% for item in invariants %}| {{item.name | escape_cell}} | {{item.status | escape_cell}} | {{item.notes | escape_cell}} |
{% endfor %}
### Invariants That Should Have Caught This

| Invariant | Expected Behavior | Actual Behavior | Gap Analysis |
|-----------|------------------|-----------------|--------------|
{% for item in invariantGaps %}| {{item.name | escape_cell}} | {{item.expected | escape_cell}} | {{item.actual | escape_cell}} | {{item.gap | escape_cell}} |
{% endfor %}
## Action Items

### Immediate (< 24 hours)

| Action | Owner | Status | Due Date |
|--------|-------|--------|----------|
{% for item in actions %}{% if item.horizon == 'Immediate' %}| {{item.text | escape_cell}} | {{item.owner | escape_cell}} | {{item.status | escape_cell}} | {{item.due | escape_cell}} |
{% endif %}{% endfor %}
### Short-term (< 1 week)

| Action | Owner | Status | Due Date |
|--------|-------|--------|----------|
{% for item in actions %}{% if item.horizon == 'Short-term' %}| {{item.text | escape_cell}} | {{item.owner | escape_cell}} | {{item.status | escape_cell}} | {{item.due | escape_cell}} |
{% endif %}{% endfor %}
### Long-term (< 1 month)

| Action | Owner | Status | Due Date |
|--------|-------|--------|----------|
{% for item in actions %}{% if item.horizon == 'Long-term' %}| {{item.text | escape_cell}} | {{item.owner | escape_cell}} | {{item.status | escape_cell}} | {{item.due | escape_cell}} |
{% endif %}{% endfor %}
## Prevention

### Code Changes Required

{% for item in prevention %}{% if item.area == 'code' %}- [{% if item.done %}x{% else %} {% endif %}] {{item.text}}
{% endif %}{% endfor %}
### Process Changes Required

{% for item in prevention %}{% if item.area == 'process' %}- [{% if item.done %}x{% else %} {% endif %}] {{item.text}}
{% endif %}{% endfor %}
### Monitoring Improvements

{% for item in prevention %}{% if item.area == 'monitoring' %}- [{% if item.done %}x{% else %} {% endif %}] {{item.text}}
{% endif %}{% endfor %}
### Runbook Updates

{% for item in prevention %}{% if item.area == 'runbook' %}- [{% if item.done %}x{% else %} {% endif %}] {{item.text}}
{% endif %}{% endfor %}
## Circuit Breaker Analysis

### State Transitions During Incident

\`\`\`
{% for item in transitions %}{{item.from}} -> {{item.to}} @ {{item.at.written}} ({{item.reason}})
{% endfor %}\`\`\`

### Should Circuit Breaker Have Activated Earlier?

{{circuitBreaker.earlier}}

## Audit Trail Verification

- **Audit chain intact during incident:** {{audit.chainIntact}}
- **All events captured:** {{audit.eventsCaptured}}
- **Evidence stored in R2:** {{audit.evidenceStored}}
- **Anchor verification:** {{audit.anchor}}

## Lessons Learned

{% for item in lessons %}1. {{item.text}}
{% endfor %}
## References

{% for item in links %}- {{item.text}}
{% endfor %}
---

## Approval

| Role | Name | Signature | Date |
|------|------|-----------|------|
{% for item in signoffs %}{% if item.role == 'Incident Commander' %}| Incident Commander | {{item.name | escape_cell}} | {{item.signature | escape_cell}} | {{item.date | escape_cell}} |
{% endif %}{% endfor %}{% for item in signoffs %}{% if item.role == 'Engineering Lead' %}| Engineering Lead | {{item.name | escape_cell}} | {{item.signature | escape_cell}} | {{item.date | escape_cell}} |
{% endif %}{% endfor %}{% for item in signoffs %}{% if item.role == 'Risk Owner' %}| Risk Owner | {{item.name | escape_cell}} | {{item.signature | escape_cell}} | {{item.date | escape_cell}} |
{% endif %}{% endfor %}
---

**Severity Definitions:**

- **S1 (Critical):** Trading halted, capital at risk, data integrity compromised
- **S2 (High):** Significant trading degradation, partial system failure
- **S3 (Medium):** Minor trading impact, non-critical system issues
- **S4 (Low):** Minimal impact, cosmetic issues, documentation gaps

`;

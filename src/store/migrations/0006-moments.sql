-- Of which source the template of a version was: a start with another source finds the approvals that it ends.
alter table incident_version add column template_sha256 text;
update incident_version set template_sha256 = content::json->>'templateSha256';

-- An incident has an original attached once, also when two attach it in the same moment.
update incident_evidence as again set detached_at = now() from incident_evidence as first
  where again.incident_id = first.incident_id and again.sha256 = first.sha256 and again.detached_at is null and first.detached_at is null
    and (first.added_at, first.id) < (again.added_at, again.id);
create unique index incident_evidence_attached on incident_evidence (incident_id, sha256) where detached_at is null;

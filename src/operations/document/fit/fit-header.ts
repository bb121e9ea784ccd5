import { findMilestones } from '../../../figures/index.ts';
import type { Moment } from '../../../record/moment.ts';
import type { PostmortemRecord } from '../../../record/record.ts';
import type { Template } from '../../../templates/index.ts';

const bySeverityNumber = ['critical', 'critical', 'high', 'medium', 'low', 'low'];

/** The canonical word for a severity: the template's own map first, then `SEV2`, `P1`, `S3` by their number. */
function canonicalSeverity(stated: string, template: Template): string {
  const own = Object.entries(template.policy.severities).find(([word]) => word.toLowerCase() === stated.toLowerCase());
  if (own !== undefined) return own[1];
  const number = /^(?:sev(?:erity)?|s|p|prio(?:rity)?)[ -]?([0-5])$/i.exec(stated)?.[1];
  return number === undefined ? stated : (bySeverityNumber[Number(number)] ?? stated);
}

/** Fills start and end from confirmed milestones, and says the severity in the canonical word. */
export function fitHeader(record: PostmortemRecord, template: Template): PostmortemRecord {
  const milestones = findMilestones(record.timeline ?? []);
  const momentOf = (...names: string[]): Moment | undefined => {
    for (const name of names) {
      const chosen = milestones.get(name)?.chosen;
      if (chosen === undefined || chosen.inferred || chosen.moment.at === undefined) continue;
      const { written, at, precision, zone } = chosen.moment;
      return {
        at,
        precision,
        ...(written === undefined ? {} : { written }),
        ...(zone === undefined ? {} : { zone }),
      };
    }
    return undefined;
  };
  const { start, end, severity, ...rest } = record.incident ?? {};
  const from = start ?? momentOf('impactStarted', 'detected');
  const to = end ?? momentOf('resolved', 'mitigated');
  const incident = {
    ...rest,
    ...(from === undefined ? {} : { start: from }),
    ...(to === undefined ? {} : { end: to }),
    ...(severity === undefined ? {} : { severity: canonicalSeverity(severity, template) }),
  };
  return Object.keys(incident).length === 0 ? record : { ...record, incident };
}

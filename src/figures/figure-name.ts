/** Common words for a figure in tables of targets, as letters without blanks. */
const aliases: readonly [pattern: RegExp, name: string][] = [
  [/^(?:meantimeto|timeto|mtt|tt)?(?:detect(?:ion)?|d)$/, 'timeToDetect'],
  [/^(?:meantimeto|timeto|mtt|tt)?(?:acknowledge(?:ment)?|ack|a)$/, 'timeToAcknowledge'],
  [/^(?:timeto|tt)?(?:declare|declaration)$/, 'timeToDeclare'],
  [/^(?:timeto|tt)?triage$/, 'timeToTriage'],
  [/^(?:meantimeto|timeto)?(?:investigate|investigation)$/, 'timeToInvestigate'],
  [/^(?:meantimeto|timeto)?(?:mitigate|mitigation)$/, 'timeToMitigate'],
  [/^(?:meantimeto|timeto)?(?:repair|restore|recover|recovery|restoration)$/, 'timeToRepair'],
  [/^(?:meantimeto|timeto)?(?:resolve|resolution)$/, 'timeToResolve'],
  [/^(?:total)?(?:incident)?duration$/, 'duration'],
  [/^(?:total|service)?downtime$/, 'downtime'],
  [/^(?:service)?(?:availability|uptime)$/, 'availability'],
  [/^(?:total)?(?:incident)?cost$/, 'costTotal'],
  [/^(?:action(?:item)?s?)?completion(?:rate)?$/, 'actionCompletion'],
];

/** The figure a label speaks of: `Time to Detect`, `MTTD` and `timeToDetect` are all timeToDetect. Undefined when none. */
export function figureNamed(label: string): string | undefined {
  const key = label
    .toLowerCase()
    .replace(/\(.{0,100}\)/, '')
    .replace(/[^a-z]/g, '');
  return aliases.find(([pattern]) => pattern.test(key))?.[1];
}

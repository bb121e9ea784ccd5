/** `sev1`, `SEV-2`, `P1`, `severity::high`, `severity/critical`, as teams label their issues. */
const severityLabel = /^(?:sev(?:erity)?[ :/_-]{0,3}(?:[0-5]|critical|high|major|medium|minor|low)|[PS][0-5])$/i;

/** Whether a label of an issue tells a severity. */
export const isSeverityLabel = (name: string | null | undefined): name is string =>
  severityLabel.test(name?.trim() ?? '');

import { say } from '../../record/said.ts';
import type { Check, Code } from '../check.ts';
import { quote } from '../words.ts';
import { readAnswer } from './answer.ts';

const code: Code = {
  code: 'contradiction.reporting',
  severity: 'warning',
  sentence: 'Data was lost or compromised, and yet the document says that nothing needs to be reported.',
  remedy: 'Have the duty to report checked (GDPR: 72 hours), or say why the data is not covered by it.',
};

const personal = /\b(?:customer|user|personal|patient|card|account|email|pii|phi)s?\b/i;

/** Compromised or lost data beside "regulatory reporting required: no". */
export const reporting: Check = {
  codes: [code],
  run(context) {
    const { incident, impact } = context.record;
    const required = impact?.regulatory?.reportingRequired;
    if (readAnswer(required) !== false) return [];
    const { security, dataLoss, dataIntegrity } = impact?.technical ?? {};
    const facts = [
      { path: 'incident.dataCompromised', text: incident?.dataCompromised, counts: true },
      { path: 'impact.technical.security', text: security, counts: /compromised/i.test(security ?? '') },
      { path: 'impact.technical.dataIntegrity', text: dataIntegrity, counts: /compromised/i.test(dataIntegrity ?? '') },
      { path: 'impact.technical.dataLoss', text: dataLoss, counts: personal.test(dataLoss ?? '') },
    ];
    return facts
      .filter(({ text, counts }) => counts && (readAnswer(text) === true || /^\W{0,3}~?[1-9][\d,.]* /.test(text ?? '')))
      .slice(0, 1)
      .map(({ path, text }) =>
        context.report(code, {
          message: say`The document states ${quote(text ?? '')} and also that reporting is not required (${quote(required ?? '')}).`,
          path: 'impact.regulatory.reportingRequired',
          cites: ['impact.regulatory.reportingRequired', path],
        }),
      );
  },
};

import { say } from '../../record/said.ts';
import type { Check, Code } from '../check.ts';
import { quote } from '../words.ts';
import { contained, contentStems } from './content.ts';

const code: Code = {
  code: 'root-cause.restates-symptom',
  severity: 'warning',
  sentence: 'The root cause says again what happened instead of why.',
  remedy: 'Ask why once more: name the condition without which it would not have happened.',
};

/** Words that name a condition or a mechanism: a cause may well repeat the symptom around them. */
const causal =
  /\b(?:because|due to|since|missing|lack(?:ed|ing)?|absent|without|expired|exhaust\w*|leak\w*|bug|race|deadlock|misconfig\w*|wrong|incorrect|unbounded|limit|full|deploy\w*|releas\w*|chang\w*|upgrad\w*|caus\w*|trigger\w*|led to)\b/i;

/** A short root cause whose content words all stand in the title or the summary already. */
export const rootCause: Check = {
  codes: [code],
  run(context) {
    const { rootCause: cause, summary, incident } = context.record;
    const text = cause?.primary ?? summary?.rootCause;
    if (text === undefined || text.length > 160 || causal.test(text)) return [];
    const words = contentStems(text);
    const symptoms = [
      { path: 'incident.title', text: incident?.title },
      { path: 'summary.what', text: summary?.what },
      { path: 'summary.impact', text: summary?.impact },
    ];
    const same = symptoms.find((symptom) => contained(words, contentStems(symptom.text ?? '')) >= 0.8);
    if (same === undefined || words.size < 2) return [];
    const path = cause?.primary === undefined ? 'summary.rootCause' : 'rootCause.primary';
    return [
      context.report(code, {
        message: say`The root cause ${quote(text)} only repeats ${quote(same.text ?? '')}.`,
        path,
        cites: [path, same.path],
      }),
    ];
  },
};

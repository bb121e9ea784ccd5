import type { WrittenRule } from '../rule.ts';

const gdpr = 'https://eur-lex.europa.eu/eli/reg/2016/679/oj';
const nis2 = 'https://eur-lex.europa.eu/eli/dir/2022/2555/oj';
const dora = 'https://eur-lex.europa.eu/eli/reg_del/2025/301/oj';
const cra = 'https://eur-lex.europa.eu/eli/reg/2024/2847/oj';

const aware =
  'Counted from the awareness that it is a significant incident; the detection stands for it until you state another moment.';

const gdprRules: WrittenRule[] = [
  {
    id: 'gdpr-33',
    regime: 'GDPR',
    also: ['General Data Protection Regulation', 'DSGVO', 'UK GDPR', 'GDPR Art. 33'],
    tell: 'Supervisory authority (Art. 55)',
    what: 'Notification of a personal data breach',
    who: ['eu-personal-data'],
    data: true,
    when: 'Personal data was breached, and a risk to people is not unlikely.',
    from: 'aware',
    within: '72h',
    cite: 'Regulation (EU) 2016/679, Art. 33(1)',
    link: gdpr,
    note: 'Aware is who has a reasonable degree of certainty that personal data was compromised (EDPB Guidelines 9/2022): often later than the detection. A later notification gives the reasons for the delay.',
  },
  {
    id: 'gdpr-33-2',
    regime: 'GDPR',
    also: ['GDPR processor'],
    tell: 'The controller',
    what: 'Notification by a processor',
    who: ['eu-personal-data'],
    data: true,
    only: 'You process the data on behalf of somebody else.',
    from: 'aware',
    promptly: 'without undue delay',
    cite: 'Regulation (EU) 2016/679, Art. 33(2)',
    link: gdpr,
  },
  {
    id: 'gdpr-34',
    regime: 'GDPR',
    also: ['GDPR Art. 34'],
    tell: 'The people concerned',
    what: 'Communication of a personal data breach',
    who: ['eu-personal-data'],
    data: true,
    only: 'The breach is likely to result in a high risk to the rights and freedoms of people.',
    from: 'aware',
    promptly: 'without undue delay',
    cite: 'Regulation (EU) 2016/679, Art. 34(1)',
    link: gdpr,
  },
];

const nis2Rules: WrittenRule[] = [
  {
    id: 'nis2-early-warning',
    regime: 'NIS2',
    also: ['NIS 2', 'NIS-2'],
    tell: 'CSIRT or competent authority',
    what: 'Early warning of a significant incident',
    who: ['nis2-entity', 'nis2-trust-service'],
    when: 'The incident is significant (Art. 23(3)).',
    from: 'aware',
    within: '24h',
    cite: 'Directive (EU) 2022/2555, Art. 23(4)(a)',
    link: nis2,
    note: aware,
  },
  {
    id: 'nis2-notification',
    regime: 'NIS2',
    also: ['NIS 2', 'NIS-2'],
    tell: 'CSIRT or competent authority',
    what: 'Incident notification with a first assessment',
    who: ['nis2-entity'],
    when: 'The incident is significant (Art. 23(3)).',
    from: 'aware',
    within: '72h',
    cite: 'Directive (EU) 2022/2555, Art. 23(4)(b)',
    link: nis2,
    note: aware,
  },
  {
    id: 'nis2-trust-notification',
    regime: 'NIS2',
    also: ['NIS 2', 'NIS-2'],
    tell: 'CSIRT or competent authority',
    what: 'Incident notification of a trust service provider',
    who: ['nis2-trust-service'],
    when: 'The incident is significant (Art. 23(3)).',
    only: 'It has an impact on the trust services.',
    from: 'aware',
    within: '24h',
    cite: 'Directive (EU) 2022/2555, Art. 23(4), second subparagraph',
    link: nis2,
    note: aware,
  },
  {
    id: 'nis2-final',
    regime: 'NIS2',
    also: ['NIS 2', 'NIS-2'],
    tell: 'CSIRT or competent authority',
    what: 'Final report; of an incident that goes on, a progress report',
    who: ['nis2-entity'],
    when: 'The incident is significant (Art. 23(3)).',
    from: { done: 'nis2-notification' },
    within: '1mo',
    dayOff: 'next',
    cite: 'Directive (EU) 2022/2555, Art. 23(4)(d) and (e)',
    link: nis2,
    note: 'Of an incident that goes on, the final report follows within a month of its handling.',
  },
  {
    id: 'nis2-trust-final',
    regime: 'NIS2',
    also: ['NIS 2', 'NIS-2'],
    tell: 'CSIRT or competent authority',
    what: 'Final report of a trust service provider; of an incident that goes on, a progress report',
    who: ['nis2-trust-service'],
    when: 'The incident is significant (Art. 23(3)).',
    only: 'It has an impact on the trust services.',
    from: { done: 'nis2-trust-notification' },
    within: '1mo',
    dayOff: 'next',
    cite: 'Directive (EU) 2022/2555, Art. 23(4)(d) and (e) and second subparagraph',
    link: nis2,
    note: 'Of an incident that goes on, the final report follows within a month of its handling.',
  },
];

const major = {
  event: 'classification as a major incident',
  words: ['classified as major', 'classified as a major', 'classified major'],
};
const financial = { regime: 'DORA', who: ['dora-financial-entity'], tell: 'Competent authority (Art. 46)', link: dora };

const doraRules: WrittenRule[] = [
  {
    ...financial,
    id: 'dora-initial',
    what: 'Initial notification of a major ICT-related incident',
    when: 'The incident is major (Delegated Regulation (EU) 2024/1772).',
    from: major,
    within: '4h',
    latest: { from: 'aware', within: '24h' },
    cite: 'Regulation (EU) 2022/2554, Art. 19(4)(a); Delegated Regulation (EU) 2025/301, Art. 5(1)(a) and (2)',
    note: 'An incident classified as major only after those 24 hours is notified within four hours of its classification. Some entities may hand in what falls on a day off by noon of the next working day (Art. 5(4)); this clock does not wait for it.',
  },
  {
    ...financial,
    id: 'dora-intermediate',
    what: 'Intermediate report, even where nothing has changed',
    when: 'The incident is major (Delegated Regulation (EU) 2024/1772).',
    from: { done: 'dora-initial' },
    within: '72h',
    cite: 'Regulation (EU) 2022/2554, Art. 19(4)(b); Delegated Regulation (EU) 2025/301, Art. 5(1)(b)',
    note: 'An updated one follows without undue delay when regular activities have been recovered: settle this clock anew then, as the final report counts from the latest.',
  },
  {
    ...financial,
    id: 'dora-final',
    what: 'Final report with the root cause',
    when: 'The incident is major (Delegated Regulation (EU) 2024/1772).',
    from: { done: 'dora-intermediate' },
    within: '1mo',
    dayOff: 'noon',
    cite: 'Regulation (EU) 2022/2554, Art. 19(4)(c); Delegated Regulation (EU) 2025/301, Art. 5(1)(c) and (4)',
    note: 'One month after the intermediate report, or the latest updated one. What falls on a weekend or bank holiday may come by noon of the next working day.',
  },
];

const product = {
  regime: 'CRA',
  also: ['Cyber Resilience Act'],
  who: ['cra-manufacturer'],
  tell: 'CSIRT coordinator and ENISA',
  link: cra,
};
const severe = 'A severe incident has an impact on the security of a product with digital elements.';

const craRules: WrittenRule[] = [
  {
    ...product,
    id: 'cra-early-warning',
    what: 'Early warning of a severe incident',
    when: severe,
    from: 'aware',
    within: '24h',
    cite: 'Regulation (EU) 2024/2847, Art. 14(4)(a)',
  },
  {
    ...product,
    id: 'cra-notification',
    what: 'Incident notification',
    when: severe,
    from: 'aware',
    within: '72h',
    cite: 'Regulation (EU) 2024/2847, Art. 14(4)(b)',
  },
  {
    ...product,
    id: 'cra-final',
    what: 'Final report',
    when: severe,
    from: { done: 'cra-notification' },
    within: '1mo',
    dayOff: 'next',
    cite: 'Regulation (EU) 2024/2847, Art. 14(4)(c)',
  },
];

/** Clocks of the European Union. Sources read in November 2026. */
export const europe: readonly WrittenRule[] = [...gdprRules, ...nis2Rules, ...doraRules, ...craRules];

import type { WrittenRule } from '../rule.ts';

const visa = 'https://usa.visa.com/dam/VCOM/download/merchants/cisp-what-to-do-if-compromised.pdf';
const card: Omit<WrittenRule, 'id' | 'tell' | 'what' | 'from' | 'cite'> = {
  regime: 'PCI DSS',
  also: ['PCI'],
  who: ['card-data'],
  data: true,
  when: 'Account data of cards may have been compromised.',
};

/** Duties of the card brands, which are contracts and not law. */
export const cards: readonly WrittenRule[] = [
  {
    ...card,
    id: 'pci-brands',
    tell: 'Acquirer and card brands',
    what: 'Notice of a suspected or confirmed compromise of account data',
    from: 'aware',
    promptly: 'immediately',
    cite: 'PCI DSS v4.0.1, requirement 12.10.1; rules of the card brands',
    link: 'https://www.pcisecuritystandards.org/document_library/',
    note: 'PCI DSS asks for a response plan that notifies acquirers and brands; the brands set the time.',
  },
  {
    ...card,
    id: 'pci-visa-report',
    tell: 'Visa, by way of the acquirer',
    what: 'Report of the first investigation',
    from: 'aware',
    within: '3d',
    cite: 'Visa, What To Do If Compromised',
    link: visa,
    note: 'Within three days; Visa counts working days in some regions, so the shorter is meant here.',
  },
];

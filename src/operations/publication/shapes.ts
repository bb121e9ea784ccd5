import { isIPv6 } from 'node:net';

/** Something that a public text must not hold, by its shape. `instead` stands for it. */
export type Shape = { kind: string; pattern: RegExp; instead: string; accept?: (match: string) => boolean };

const machineWords =
  /(?:^|-)(?:prod|prd|stg|stage|staging|dev|qa|uat|db|web|app|api|node|host|srv|server|vm|k8s|kube|redis|kafka|pg|postgres|mysql|mongo|bastion|lb|cache|worker|queue|gw|gateway|proxy|master|replica|primary|standby)(?:\d|-|$)/i;

/** A name of one machine: a machine word with a number, an instance of a service, an address in words. What follows after a dot is its domain. */
const isMachine = (match: string): boolean =>
  (/\d$/.test(match) && (machineWords.test(match) || /^[a-z]{2,10}0\d{1,3}$/i.test(match))) ||
  /-[0-9a-f]{8,10}-[a-z0-9]{4,5}$/.test(match) ||
  /^ip(?:-\d{1,3}){4}$/.test(match);

/** Shapes in the order in which they are looked for. Each is linear: every repeat is bounded. A new one is a line here. */
export const shapes: readonly Shape[] = [
  {
    kind: 'e-mail address',
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g,
    instead: '(e-mail address removed)',
  },
  { kind: 'chat name', pattern: /<[@#!][\w|.-]{1,80}>|(?<![\w@./])@[a-z][\w.-]{1,40}/gi, instead: 'a team member' },
  {
    kind: 'IP address',
    pattern:
      /(?<![\w.-])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\/\d{1,2}|:\d{1,5})?(?![\w-]|\.\d)/g,
    instead: '(address removed)',
  },
  {
    kind: 'IP address',
    pattern: /(?<![\w:.])[0-9a-f:]{3,39}(?![\w:])/gi,
    instead: '(address removed)',
    accept: (match) => isIPv6(match),
  },
  {
    kind: 'hardware address',
    pattern: /(?<![\w:])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\w:])/gi,
    instead: '(address removed)',
  },
  {
    kind: 'cloud resource',
    pattern: /(?<!\w)(?:arn:[\w:/.*-]{5,300}|(?:i|vpc|subnet|sg|eni|ami|vol)-[0-9a-f]{8,17}(?!\w))/g,
    instead: '(resource removed)',
  },
  {
    kind: 'host name',
    pattern:
      /(?<![\w.-])(?:[\w-]{1,63}\.){1,10}(?:internal|local|lan|corp|intra|intranet|private|svc|localdomain|consul|amazonaws\.com|azure\.com|windows\.net|googleapis\.com|run\.app|cloudapp\.net)(?![\w-])(?::\d{1,5})?/gi,
    instead: '(host removed)',
  },
  {
    kind: 'host name',
    pattern: /(?<![\w.-])[a-z][a-z0-9]{0,30}(?:-[a-z0-9]{1,30}){0,12}(?![\w-])(?:\.[a-z][a-z0-9-]{0,62}){0,6}/gi,
    instead: '(host removed)',
    accept: (whole) => isMachine(whole.split('.', 1)[0] ?? ''),
  },
  { kind: 'telephone number', pattern: /(?<![\w+])\+\d[\d ()/-]{7,20}\d(?!\w)/g, instead: '(number removed)' },
];

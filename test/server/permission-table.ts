/** Who may do what, written by hand from the sentences of the permissions: tests compare the server with this, not with itself. */

/** Everybody who calls in the matrix: people by role, and tokens (`t-`) with every scope there is. */
export const callers = ['owner', 'admin', 'approver', 'editor', 'viewer', 't-admin', 't-editor', 't-viewer'] as const;
export type CallerName = (typeof callers)[number];

/** The incidents of the matrix: `restricted` is seen by a caller who is no member, `member` by one who is. */
export const places = ['internal', 'restricted', 'member', 'published', 'archived'] as const;
export type PlaceName = (typeof places)[number];

const everybody = 'owner admin approver editor viewer t-admin t-editor t-viewer';
const editorsUp = 'owner admin approver editor t-admin t-editor';
const adminsUp = 'owner admin t-admin';
const people = 'owner admin approver editor viewer';
const nobody = '';

/** Permissions on an incident: the callers who have them, by place. */
export const onIncidents: Record<string, Record<PlaceName, string>> = {
  // Everybody signed in sees incidents; restricted ones only their members, admins and owners.
  'incident.see': {
    internal: everybody,
    restricted: adminsUp,
    member: everybody,
    published: everybody,
    archived: everybody,
  },
  // Editors and above change incidents that they see and that are not archived.
  'incident.edit': {
    internal: editorsUp,
    restricted: adminsUp,
    member: editorsUp,
    published: editorsUp,
    archived: nobody,
  },
  // Approvers and above (people) move incidents that they see on.
  'incident.approve': {
    internal: 'owner admin approver',
    restricted: 'owner admin',
    member: 'owner admin approver',
    published: 'owner admin approver',
    archived: 'owner admin approver',
  },
  // Owners reopen archived incidents; tokens never do.
  'incident.reopen': { internal: 'owner', restricted: 'owner', member: 'owner', published: 'owner', archived: 'owner' },
  // People, from editors up, sign off incidents that they see; tokens never do.
  'signoff.sign': {
    internal: 'owner admin approver editor',
    restricted: 'owner admin',
    member: 'owner admin approver editor',
    published: 'owner admin approver editor',
    archived: nobody,
  },
  // Who sees an incident sees its evidence.
  'evidence.see': {
    internal: everybody,
    restricted: adminsUp,
    member: everybody,
    published: everybody,
    archived: everybody,
  },
  // Editors and above add evidence to incidents that they see and that are not archived.
  'evidence.add': {
    internal: editorsUp,
    restricted: adminsUp,
    member: editorsUp,
    published: editorsUp,
    archived: nobody,
  },
};

/** Permissions that no incident has a say in. */
export const anywhere: Record<string, string> = {
  'documents.use': everybody,
  'incident.create': editorsUp,
  'incident.restrict': adminsUp,
  'template.see': everybody,
  'template.change': adminsUp,
  'people.see': everybody,
  'people.change': 'owner admin',
  'token.own': people,
  'self.change': people,
  'settings.see': adminsUp,
  'settings.change': 'owner',
  'ledger.see': everybody,
  'ledger.keep': adminsUp,
  'ledger.erase': 'owner',
  'evidence.retain': 'owner admin',
};

/** Which permission each operation asks for, by the first line whose pattern fits its name. */
const asked: [RegExp, string][] = [
  [/^incident\.create$/, 'incident.create'],
  [/^incident\.(list|show|document|bundle|history|gate)$/, 'incident.see'],
  [/^incident\.(restrict|unrestrict|members|addMember|removeMember)$/, 'incident.restrict'],
  [/^(record|audit)\.(set|apply|fill)$/, 'incident.edit'],
  [/^lifecycle\.gate$/, 'incident.see'],
  [/^lifecycle\.(submit|return)$/, 'incident.edit'],
  [/^lifecycle\.(approve|archive)$/, 'incident.approve'],
  [/^lifecycle\.reopen$/, 'incident.reopen'],
  [/^(version\.\w+|signoff\.list|publication\.(preview|show))$/, 'incident.see'],
  [/^signoff\.(prepare|sign|withdraw)$/, 'signoff.sign'],
  [/^publication\.(publish|withdraw)$/, 'incident.approve'],
  [/^people\.(self|list)$/, 'people.see'],
  [/^people\.(invite|change|disable|enable)$/, 'people.change'],
  [/^token\.(create|list|revoke)$/, 'token.own'],
  [/^(session|passkey)\.\w+$/, 'self.change'],
  [/^ledger\.(checkpoint|list|prove|consistency|anchors|keys)$/, 'ledger.see'],
  [/^ledger\.(verify|anchor)$/, 'ledger.keep'],
  [/^ledger\.erase$/, 'ledger.erase'],
  [/^ledger\.rotate-key$/, 'settings.change'],
  [/^settings?\.(list|show)$/, 'settings.see'],
  [/^settings?\.\w+$/, 'settings.change'],
  [/^document\.\w+$/, 'documents.use'],
  [/^template\.(list|show|learn)$/, 'template.see'],
  [/^template\.\w+$/, 'template.change'],
  [/^evidence\.(list|show|download|verify-chain)$/, 'evidence.see'],
  [/^evidence\.(release|remove)$/, 'evidence.retain'],
  [/^evidence\.draft$/, 'incident.edit'],
  [/^evidence\.\w+$/, 'evidence.add'],
  // The lists of the record, from `timeline` to `custom`.
  [/^\w+\.(add|import|change|remove)$/, 'incident.edit'],
];

/** The permission that this table says an operation asks for. @throws Error for an operation that it does not know */
export function permissionOf(operation: string): string {
  const found = asked.find(([pattern]) => pattern.test(operation));
  if (found === undefined) throw new Error(`${operation}: add a line to test/server/permission-table.ts`);
  return found[1];
}

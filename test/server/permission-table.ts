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
  // Who sees an incident that is not archived proposes changes of it.
  'incident.propose': {
    internal: everybody,
    restricted: adminsUp,
    member: everybody,
    published: everybody,
    archived: nobody,
  },
  // Editors and above accept or refuse what is proposed; tokens never do.
  'incident.accept': {
    internal: 'owner admin approver editor',
    restricted: 'owner admin',
    member: 'owner admin approver editor',
    published: 'owner admin approver editor',
    archived: nobody,
  },
  // Editors and above finish, reopen and hand on actions of incidents that they see, archived ones, too.
  'action.follow': {
    internal: editorsUp,
    restricted: adminsUp,
    member: editorsUp,
    published: editorsUp,
    archived: editorsUp,
  },
  // People, from editors up, commit to actions, verify and decline them; tokens never do.
  'action.decide': {
    internal: 'owner admin approver editor',
    restricted: 'owner admin',
    member: 'owner admin approver editor',
    published: 'owner admin approver editor',
    archived: 'owner admin approver editor',
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
  // Who sees an incident that is not archived comments on it; what is somebody else's is asked for when it is known.
  ...Object.fromEntries(
    ['comment.add', 'comment.edit', 'comment.settle', 'comment.remove'].map((permission) => [
      permission,
      { internal: everybody, restricted: adminsUp, member: everybody, published: everybody, archived: nobody },
    ]),
  ),
  // Who sees an incident sees its evidence.
  'evidence.see': {
    internal: everybody,
    restricted: adminsUp,
    member: everybody,
    published: everybody,
    archived: everybody,
  },
  // Editors and above look back at incidents that they see, archived ones as well.
  'review.hold': {
    internal: editorsUp,
    restricted: adminsUp,
    member: editorsUp,
    published: editorsUp,
    archived: editorsUp,
  },
  // People, from editors up, lead meetings and have their checks asked.
  'meeting.hold': {
    internal: 'owner admin approver editor',
    restricted: 'owner admin',
    member: 'owner admin approver editor',
    published: 'owner admin approver editor',
    archived: 'owner admin approver editor',
  },
  // People who see an incident answer the checks that were asked of them; tokens never do.
  'poll.answer': { internal: people, restricted: 'owner admin', member: people, published: people, archived: people },
  // Editors and above add evidence to incidents that they see and that are not archived.
  'evidence.add': {
    internal: editorsUp,
    restricted: adminsUp,
    member: editorsUp,
    published: editorsUp,
    archived: nobody,
  },
  // Editors and above say what became of clocks, of archived incidents too.
  'clock.settle': {
    internal: editorsUp,
    restricted: adminsUp,
    member: editorsUp,
    published: editorsUp,
    archived: editorsUp,
  },
};

/** Permissions that no incident has a say in. */
export const anywhere: Record<string, string> = {
  'documents.use': everybody,
  'incident.create': editorsUp,
  'incident.restrict': adminsUp,
  // Editors and above see signals that belong to no incident.
  'signal.see': editorsUp,
  'hook.see': adminsUp,
  'hook.change': adminsUp,
  'channel.see': adminsUp,
  'channel.change': 'owner admin',
  'notice.see': adminsUp,
  'notice.change': adminsUp,
  'service.see': everybody,
  'service.change': adminsUp,
  'tracker.see': everybody,
  'tracker.change': adminsUp,
  'template.see': everybody,
  'template.change': adminsUp,
  'people.see': everybody,
  'people.change': 'owner admin',
  'token.own': people,
  'self.change': people,
  'settings.see': adminsUp,
  'settings.change': 'owner',
  'metrics.see': adminsUp,
  'ledger.see': everybody,
  'ledger.keep': adminsUp,
  'ledger.erase': 'owner',
  'evidence.retain': 'owner admin',
};

/** Which permission each operation asks for, by the first line whose pattern fits its name. */
const asked: [RegExp, string][] = [
  [/^incident\.create$/, 'incident.create'],
  [/^incident\.(draft|rewrite)$/, 'incident.edit'],
  [/^incident\.(list|show|brief|document|bundle|history|gate|similar)$/, 'incident.see'],
  [/^(home\.\w+|action\.(list|show|matching)|occasion\.list|search\.(find|recurring)|insight\.\w+)$/, 'incident.see'],
  [/^action\.(finish|reopen|assign)$/, 'action.follow'],
  [/^action\.(commit|verify|decline)$/, 'action.decide'],
  [/^incident\.(restrict|unrestrict|members|addMember|removeMember)$/, 'incident.restrict'],
  [/^(record|audit)\.(set|apply|fill)$/, 'incident.edit'],
  [/^incident\.measure$/, 'incident.edit'],
  [/^tracker\.list$/, 'tracker.see'],
  [/^tracker\.(create|change|remove|test|sync)$/, 'tracker.change'],
  [/^link\.list$/, 'incident.see'],
  [/^(action\.(send-to-tracker|link|unlink)|link\.(resolve|retry))$/, 'action.follow'],
  [/^service\.list$/, 'service.see'],
  [/^service\.(add|change|remove|test)$/, 'service.change'],
  [/^steps\.record$/, 'incident.edit'],
  [/^(incident\.use-template|version\.(keep|restore))$/, 'incident.edit'],
  [/^lifecycle\.gate$/, 'incident.see'],
  [/^lifecycle\.(submit|return)$/, 'incident.edit'],
  [/^lifecycle\.(approve|archive)$/, 'incident.approve'],
  [/^lifecycle\.reopen$/, 'incident.reopen'],
  [/^proposal\.list$/, 'incident.see'],
  [/^proposal\.make$/, 'incident.propose'],
  [/^proposal\.(accept|refuse)$/, 'incident.accept'],
  [/^clock\.(list|running|rules)$/, 'incident.see'],
  [/^clock\.(apply|begin|settle|reopen)$/, 'clock.settle'],
  [/^clock\.try$/, 'settings.see'],
  [/^comment\.list$/, 'incident.see'],
  [/^review\.(list|show|look)$/, 'incident.see'],
  [/^review\.(move|hold)$/, 'review.hold'],
  [/^meeting\.(show|calendar)$/, 'incident.see'],
  [/^meeting\.(plan|cancel|tick)$/, 'meeting.hold'],
  [/^poll\.show$/, 'incident.see'],
  [/^poll\.ballot$/, 'poll.answer'],
  [/^poll\.(open|close)$/, 'meeting.hold'],
  [/^comment\.(add|reply)$/, 'comment.add'],
  [/^comment\.(resolve|decline|reopen)$/, 'comment.settle'],
  [/^comment\.edit$/, 'comment.edit'],
  [/^comment\.remove$/, 'comment.remove'],
  [/^comment\.apply$/, 'incident.edit'],
  [/^(version\.\w+|signoff\.list|publication\.(preview|show))$/, 'incident.see'],
  [/^signoff\.(prepare|sign|withdraw)$/, 'signoff.sign'],
  [/^publication\.(publish|withdraw)$/, 'incident.approve'],
  [/^announcement\.(list|preview)$/, 'incident.see'],
  [/^(announcement\.send|status\.withdraw)$/, 'incident.approve'],
  [/^subscription\.list$/, 'settings.see'],
  [/^subscription\.(add|remove)$/, 'settings.change'],
  [/^people\.(self|list)$/, 'people.see'],
  [/^people\.(invite|change|disable|enable)$/, 'people.change'],
  [/^token\.(create|list|revoke)$/, 'token.own'],
  [/^(session|passkey)\.[\w-]+$/, 'self.change'],
  [/^(hook|delivery)\.(list|show)$|^rules\.try$|^source\.list$/, 'hook.see'],
  [/^preference\.[\w-]+$/, 'self.change'],
  [/^channel\.list$/, 'channel.see'],
  [/^channel\.\w+$/, 'channel.change'],
  [/^notice\.(list|show)$/, 'notice.see'],
  [/^notice\.\w+$/, 'notice.change'],
  [/^signal\.(list|show|open|ignore)$/, 'signal.see'],
  [/^(hook|delivery)\.[\w-]+$/, 'hook.change'],
  [/^signal\.(join|leave)$/, 'incident.edit'],
  [/^ledger\.(checkpoint|list|prove|consistency|anchors|keys)$/, 'ledger.see'],
  [/^ledger\.(verify|anchor)$/, 'ledger.keep'],
  [/^ledger\.erase$/, 'ledger.erase'],
  [/^ledger\.rotate-key$/, 'settings.change'],
  [/^settings?\.(list|show)$/, 'settings.see'],
  [/^settings?\.\w+$/, 'settings.change'],
  [/^document\.\w+$/, 'documents.use'],
  [/^template\.(list|show|layout|learn|try)$/, 'template.see'],
  [/^template\.\w+$/, 'template.change'],
  [/^evidence\.(list|show|read|download|verify-chain)$/, 'evidence.see'],
  [/^evidence\.(release|remove)$/, 'evidence.retain'],
  [/^evidence\.draft$/, 'incident.edit'],
  [/^evidence\.\w+$/, 'evidence.add'],
  // The lists of the record, from `timeline` to `custom`.
  [/^\w+\.(add|import|change|move|remove)$/, 'incident.edit'],
];

/** The permission that this table says an operation asks for. @throws Error for an operation that it does not know */
export function permissionOf(operation: string): string {
  const found = asked.find(([pattern]) => pattern.test(operation));
  if (found === undefined) throw new Error(`${operation}: add a line to test/server/permission-table.ts`);
  return found[1];
}

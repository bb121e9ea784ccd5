const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What a tool that only looks begins with, or ends with. */
const looksFirst = words(
  'get list describe show read search query find fetch check inspect view watch tail head count',
);
const looksLast = words('status preview describe list get show logs history health info details count diff dryrun');
/** What a tool that mends begins or ends with, and what one that changes something may have anywhere. */
const mends = words(
  'rollback revert undo restart reboot failover scale drain evict cordon redeploy disable throttle reroute',
);
const changes = words(
  'update create set post send write add delete remove put insert execute exec trigger cancel enable',
);

/** `k8s__rollOut-Back (MCP, ops 1.2)` as the words of its last part: `roll`, `out`, `back`. */
function wordsOf(tool: string): string[] {
  const server = tool.indexOf(' (MCP');
  const name = (server < 0 ? tool : tool.slice(0, server)).slice(0, 200);
  const last = name.split(/__|[./:]/).at(-1) ?? '';
  return last
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/(?<![a-z])(roll|fail|scale)[^a-z]+(back|over|up|down|out|in)(?![a-z])/g, (_, verb, way) =>
      verb === 'scale' ? 'scale' : verb + way,
    )
    .replaceAll(/(?<![a-z])dry[^a-z]+run(?![a-z])/g, 'dryrun')
    .split(/[^a-z\d]+/)
    .filter(Boolean);
}

/**
 * Whether a tool looks or mends, by the first and the last word of its name; undefined when neither says so. What mends is asked of
 * people anyway, and only what surely looks is left out.
 */
export function callKind(tool: string): 'looks' | 'mends' | undefined {
  const all = wordsOf(tool);
  const [first = '', last = ''] = [all[0], all.at(-1)];
  if (looksLast.has(last)) return 'looks';
  if (mends.has(first) || mends.has(last)) return 'mends';
  if (looksFirst.has(first) && !all.some((word) => changes.has(word))) return 'looks';
  return undefined;
}

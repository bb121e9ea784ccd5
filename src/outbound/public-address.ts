import { BlockList, isIPv6 } from 'node:net';

const closed = new BlockList();
/** Special-purpose addresses (RFC 6890): of this machine, of private networks, of links, of nobody. */
const subnets: [string, number, 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];
for (const [net, prefix, family] of subnets) closed.addSubnet(net, prefix, family);

/** The IPv4 address that an IPv6 one stands for: mapped (`::ffff:`), or translated (`64:ff9b::`). */
function embedded(address: string): string | undefined {
  const match = /^(?:::ffff:|64:ff9b::)(?:(\d+\.\d+\.\d+\.\d+)|([\da-f]{1,4}):([\da-f]{1,4}))$/i.exec(address);
  if (match === null) return undefined;
  const [, dotted, high = '0', low = '0'] = match;
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return dotted ?? `${a >> 8}.${a & 255}.${b >> 8}.${b & 255}`;
}

/** Whether an address lies in the open network, and not on this machine or in a private one. */
export function isPublicAddress(address: string): boolean {
  const inside = embedded(address);
  if (inside !== undefined) return isPublicAddress(inside);
  return !closed.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

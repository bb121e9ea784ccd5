// Verifies a Hindcast bundle with nothing but Node (20.11 or newer): node verify-bundle.mjs FILE [KEY]
// KEY is the log's verifier key, from somebody you trust; without it, the key that the bundle names is believed.
import { isUtf8 } from 'node:buffer';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

// RFC 8785: keys in the order of their UTF-16 units; strings and numbers as JavaScript writes them.
const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const pair = (key) => `${JSON.stringify(key)}:${canonical(value[key])}`;
  return `{${Object.keys(value).sort().map(pair).join(',')}}`;
};

// One value has one form: what reads the same but is written otherwise is refused.
const strict = (encoding) => (text) => {
  const bytes = Buffer.from(text, encoding);
  if (bytes.toString(encoding) !== text) throw new Error(`${encoding} in another form than its own`);
  return bytes;
};
const [base64, hex] = [strict('base64'), strict('hex')];

// `name+hash+base64(1 || Ed25519 key)`, see https://c2sp.org/signed-note
const readKey = (text) => {
  const [name, id, ...rest] = text.split('+');
  const typed = base64(rest.join('+'));
  const own = sha(`${name}\n`, typed).subarray(0, 4);
  if (typed[0] !== 1 || typed.length !== 33 || own.toString('hex') !== id) throw new Error(`${text} is no Ed25519 key`);
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), typed.subarray(1)]);
  return { name, id: own, text, key: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
};

const signedBy = (text, lines, keys) =>
  keys.filter(({ name, id, key }) =>
    lines.some((line) => {
      const [, by, encoded] = /^\u2014 (\S+) (\S+)$/u.exec(line) ?? [];
      if (by !== name) return false;
      const bytes = base64(encoded);
      return bytes.subarray(0, 4).equals(id) && verify(null, Buffer.from(text), key, bytes.subarray(4));
    }),
  );

const openNote = (note, keys) => {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  return { lines: text.split('\n'), by: signedBy(text, note.slice(end + 2).split('\n'), keys) };
};

const isIncluded = (leaf, index, size, root, proof) => {
  let [at, last, hash] = [index, size - 1, leaf];
  if (!(index >= 0 && index < size)) return false;
  for (const beside of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = sha('\x01', beside, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else hash = sha('\x01', hash, beside);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash.equals(root);
};

const byPasskey = ({ statement, assertion, key }, signature) => {
  const client = Buffer.from(assertion.clientDataJSON, 'base64url');
  const authenticator = Buffer.from(assertion.authenticatorData, 'base64url');
  const { type, challenge } = JSON.parse(client.toString());
  if (type !== 'webauthn.get' || challenge !== sha(statement).toString('base64url')) return false;
  const signed = Buffer.concat([authenticator, sha(client)]);
  const publicKey = createPublicKey({ key, format: 'jwk' });
  return (authenticator[32] & 5) === 5 && verify(key.kty === 'OKP' ? null : 'sha256', signed, publicKey, signature);
};

const checkSignoff = (signoff, { keys, incident, content }, need) => {
  const { statement, role, person, method, key } = signoff;
  const said = JSON.parse(statement);
  const part = `sign-off of ${role} by ${person}`;
  const signature = base64(signoff.signature);
  const byServer = () => keys.includes(key) && verify(null, Buffer.from(statement), readKey(key).key, signature);
  need(method === 'passkey' ? byPasskey(signoff, signature) : byServer(), part, 'not by its key');
  need(said.sha256 === sha(content).toString('hex'), part, 'it is over another content');
  const same = said.incident.id === incident.id && said.role === role && said.person.name === person;
  need(same, part, 'its statement speaks of another incident, role or person', `${method}, ${said.at}`);
};

const checkLedger = ({ checkpoint, entries, incident }, keys, need) => {
  const { lines, by } = openNote(checkpoint, keys);
  const [origin, size, root] = [lines[0], Number(lines[1]), base64(lines[2])];
  need(by[0]?.name === origin, 'checkpoint', 'not signed by a key of the log', `${size} entries of ${origin}`);
  for (const { seq, hash, salt, payload, proof } of entries) {
    need(isIncluded(sha('\x00', hex(hash)), seq, size, root, proof.map(hex)), `entry ${seq}`, 'not in the tree');
    if (payload === undefined) continue;
    need(sha(hex(salt), payload).equals(hex(hash)), `entry ${seq}`, 'has another payload');
    need(JSON.parse(payload).incident === incident.id, `entry ${seq}`, 'belongs to another incident');
  }
};

const checkContent = (bundle, need) => {
  const content = JSON.parse(bundle.content);
  const plain = ([key, value]) => [key, Array.isArray(value) ? value.map((entry) => entry.value) : value];
  const record = Object.fromEntries(Object.entries(content.record).map(plain));
  const evidence = bundle.evidence.map(({ name, sha256 }) => ({ name, sha256 }));
  const was = ([name, hash]) => need(sha(canonical(bundle[name])).equals(hex(hash)), name, 'was changed');
  Object.entries(bundle.parts).forEach(was);
  need(canonical(record) === canonical(bundle.record), 'record', 'is not that of the content');
  need(canonical(evidence) === canonical(content.evidence), 'evidence', 'is not that of the content');
  for (const signoff of bundle.signoffs) checkSignoff(signoff, bundle, need);
};

const check = (file, trusted, need) => {
  const [title, body, blank, seal, end, ...more] = file.toString().split('\n');
  const laid = isUtf8(file) && `${title}${blank}${end}${more}` === 'hindcast bundle v1';
  need(laid, 'file', 'not laid out as a bundle');
  const bundle = JSON.parse(body);
  need(canonical(bundle) === body, 'file', 'its JSON is not canonical');
  const all = bundle.keys.map(readKey);
  for (const [index, note] of bundle.rotations.entries()) {
    const { lines, by } = openNote(note, all.slice(index, index + 2));
    const handed = lines[2] === bundle.keys[index] && lines[3] === bundle.keys[index + 1] && by.length === 2;
    need(handed, 'keys', `key ${index + 2} does not follow from the one before`);
  }
  need(bundle.rotations.length === all.length - 1, 'keys', 'a key has no announcement');
  const known = trusted === undefined || bundle.keys.includes(trusted);
  const keys = known ? all.slice(Math.max(0, bundle.keys.indexOf(trusted))) : [];
  const [sealer] = signedBy(`${title}\n${body}\n`, [seal], keys);
  need(sealer !== undefined, 'seal', 'not by a key of the log over these bytes', `by ${sealer?.text}`);
  checkLedger(bundle, keys, need);
  checkContent(bundle, need);
};

export function verifyBundle(file, trusted) {
  const [faults, shown] = [[], []];
  const need = (holds, part, fault, says) => (holds ? says && shown.push([part, says]) : faults.push([part, fault]));
  try {
    check(file, trusted, need);
  } catch (error) {
    faults.push(['file', error.message]);
  }
  return { faults, shown };
}

if (process.argv[1] === import.meta.filename) {
  const { faults, shown } = verifyBundle(readFileSync(process.argv[2]), process.argv[3]);
  const lines = shown.map(([part, says]) => `holds   ${part}: ${says}`);
  lines.push(...faults.map(([part, fault]) => `DIFFERS ${part}: ${fault}`));
  const proven = process.argv[3] ? 'proven' : 'proven by the key it names itself';
  process.stdout.write(`${[...lines, faults.length > 0 ? 'not proven' : proven].join('\n')}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

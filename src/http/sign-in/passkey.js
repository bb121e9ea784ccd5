// Passkeys on the pages `/sign-in` and `/account`. Written for the browser as it is: no build step, nothing loaded.
const decode = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.codePointAt(0));
const encode = (buffer) =>
  btoa(String.fromCodePoint(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Sends JSON and gives JSON; an error carries the words the server gave. */
async function post(path, body) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${answer.title}. ${answer.detail}`);
  return answer;
}

const withIds = (list = []) => list.map((one) => ({ ...one, id: decode(one.id) }));

async function signIn() {
  const options = await post('/sign-in/passkey/options', {});
  const publicKey = {
    ...options,
    challenge: decode(options.challenge),
    allowCredentials: withIds(options.allowCredentials),
  };
  const { id, type, response } = await navigator.credentials.get({ publicKey });
  const { location } = await post('/sign-in/passkey', {
    id,
    rawId: id,
    type,
    response: {
      clientDataJSON: encode(response.clientDataJSON),
      authenticatorData: encode(response.authenticatorData),
      signature: encode(response.signature),
      userHandle: response.userHandle ? encode(response.userHandle) : null,
    },
  });
  window.location.assign(location);
}

async function add() {
  const options = await post('/api/v1/passkeys/options', {});
  const publicKey = {
    ...options,
    challenge: decode(options.challenge),
    user: { ...options.user, id: decode(options.user.id) },
    excludeCredentials: withIds(options.excludeCredentials),
  };
  const { id, type, response } = await navigator.credentials.create({ publicKey });
  const name = document.querySelector('#passkey-name').value.trim() || 'Passkey';
  const answer = {
    id,
    rawId: id,
    type,
    response: {
      clientDataJSON: encode(response.clientDataJSON),
      attestationObject: encode(response.attestationObject),
      transports: response.getTransports?.() ?? [],
    },
  };
  await post('/api/v1/passkeys', { name, answer });
  window.location.reload();
}

function offer(button, act) {
  const status = document.querySelector('#passkey-status');
  if (!button || !window.PublicKeyCredential) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    status.textContent = '';
    button.disabled = true;
    try {
      await act();
    } catch (error) {
      status.textContent = error.name === 'NotAllowedError' ? 'No passkey was chosen.' : error.message;
    }
    button.disabled = false;
  });
}

offer(document.querySelector('#passkey-sign-in'), signIn);
offer(document.querySelector('#passkey-add'), add);

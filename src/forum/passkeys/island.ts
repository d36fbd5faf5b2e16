/*
 * Passkeys: a form with `data-passkey` asks our server what to ask the browser for (`data-options`), the browser asks its
 * owner, and what comes of it is sent with the form as `credential`. The form says itself what to say when nothing does.
 */

type Described = PublicKeyCredentialDescriptorJSON

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0))

const textOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

const described = (list: readonly Described[] = []): PublicKeyCredentialDescriptor[] =>
  list.map(({ id }) => ({ id: bytesOf(id), type: 'public-key' }))

async function make(options: PublicKeyCredentialCreationOptionsJSON): Promise<object> {
  const publicKey = {
    ...options,
    challenge: bytesOf(options.challenge),
    user: { ...options.user, id: bytesOf(options.user.id) },
    excludeCredentials: described(options.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions
  const { id, rawId, type, response } = (await navigator.credentials.create({
    publicKey,
  })) as PublicKeyCredential & { response: AuthenticatorAttestationResponse }
  const made = {
    clientDataJSON: textOf(response.clientDataJSON),
    attestationObject: textOf(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  }
  return { id, rawId: textOf(rawId), type, response: made }
}

async function get(options: PublicKeyCredentialRequestOptionsJSON): Promise<object> {
  const publicKey = {
    ...options,
    challenge: bytesOf(options.challenge),
    allowCredentials: described(options.allowCredentials),
  } as unknown as PublicKeyCredentialRequestOptions
  const { id, rawId, type, response } = (await navigator.credentials.get({
    publicKey,
  })) as PublicKeyCredential & { response: AuthenticatorAssertionResponse }
  const shown = {
    clientDataJSON: textOf(response.clientDataJSON),
    authenticatorData: textOf(response.authenticatorData),
    signature: textOf(response.signature),
    userHandle: response.userHandle && textOf(response.userHandle),
  }
  return { id, rawId: textOf(rawId), type, response: shown }
}

/** A sentence that was made for the person, by the server. */
class Told extends Error {}

async function ask(form: HTMLFormElement): Promise<void> {
  const fields = new FormData(form)
  const csrf = String(fields.get('csrf') ?? '')
  const body = new URLSearchParams({ csrf })
  const password = fields.get('currentPassword')
  if (password !== null) body.set('currentPassword', String(password))
  const answer = await fetch(form.dataset['options']!, {
    method: 'post',
    body,
    headers: { accept: 'application/json', 'x-csrf-token': csrf },
  })
  const told = await answer.json()
  if (!answer.ok) throw new Told(told.error?.message)
  const credential = form.dataset['passkey'] === 'new' ? await make(told) : await get(told)
  form.querySelector<HTMLInputElement>('input[name=credential]')!.value = JSON.stringify(credential)
  const typed = form.querySelector<HTMLInputElement>('input[name=currentPassword]')
  if (typed) typed.disabled = true
  form.submit()
}

function say(form: HTMLFormElement, sentence: string): void {
  form.querySelector('.problem[role=alert]')?.remove()
  const notice = document.createElement('p')
  notice.className = 'problem'
  notice.setAttribute('role', 'alert')
  notice.textContent = sentence
  form.append(notice)
}

const canAsk = 'PublicKeyCredential' in window

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]'))
  if (canAsk) form.hidden = false
  else if (!form.hidden) say(form, form.dataset['unknown'] ?? '')

document.addEventListener('submit', event => {
  const { target: form } = event
  if (!(form instanceof HTMLFormElement) || form.dataset['passkey'] === undefined || !canAsk) return
  event.preventDefault()
  if (form.hasAttribute('aria-busy')) return
  form.setAttribute('aria-busy', 'true')
  ask(form)
    .catch(error => say(form, (error instanceof Told && error.message) || (form.dataset['failed'] ?? '')))
    .finally(() => form.removeAttribute('aria-busy'))
})

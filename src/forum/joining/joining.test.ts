import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '#base/ids.ts'
import { runDueJobs } from '#jobs/queue.ts'
import type { Mail } from '#mail/model.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { act, type Forum } from '../act.ts'
import { GUEST, mustWrite, SYSTEM } from '../actor.ts'
import {
  askAgain,
  askForAddress,
  confirmAddress,
  confirmByHand,
  setAddress,
  takeAddressBack,
  useAddressLink,
} from '../confirming/actions.ts'
import { invite, withdraw } from '../invitations/actions.ts'
import { MAIL_JOB, sendQueued } from '../mail/actions.ts'
import { hashPassword, type PasswordHash } from '../members/passwords.ts'
import {
  answerForgotten,
  askForPassword,
  FORGOTTEN_JOB,
  setPassword,
  usePasswordLink,
} from '../passwords/actions.ts'
import { resolveSession, signIn, startSession } from '../sessions/actions.ts'
import { changeJoiningSettings, changeSettings } from '../settings/actions.ts'
import { approve, join, refuse } from './actions.ts'
import { waitingMembers } from './store.ts'

const PASSWORD = 'nine herrings and a bucket'
const HASH = '$argon2id$none' as PasswordHash
const HOUR = 3_600_000

describe.each(STORES)('joining on %s', kind => {
  let writing: TestWriting
  let forum: Forum
  let sent: Mail[]
  beforeEach(async () => {
    writing = await testWriting(kind)
    sent = []
    const send = async (mail: Mail) => void sent.push(mail)
    forum = { ...writing.forum, mailer: { server: 'mail.test:25', folder: null, send } }
  })
  afterEach(() => writing.close())

  const typed = (change: Partial<Parameters<typeof join>[1]> = {}) => ({
    ...{
      name: 'Edda',
      address: 'Edda@example.org',
      password: HASH,
      invitation: '',
      answers: {},
      locale: 'en' as const,
    },
    ...change,
  })
  const enter = (change?: Parameters<typeof typed>[0]) => act(forum, GUEST, a => join(a, typed(change)))
  const set = (change: Parameters<typeof changeSettings>[1]) =>
    act(forum, SYSTEM, a => changeSettings(a, change))
  const work = async () => {
    const { store, log, clock } = forum
    await runDueJobs({
      ...{ store, log, now: clock },
      handlers: {
        [MAIL_JOB]: job => sendQueued(forum, job),
        [FORGOTTEN_JOB]: job => answerForgotten(forum, job),
      },
    })
    return sent.splice(0)
  }
  /** The token of the first link of this kind in the mails, each of which begins with our own address. */
  const linkIn = (mails: readonly Mail[], path: string) => {
    const texts = mails.map(mail => mail.text).join('\n')
    for (const [address] of texts.matchAll(/https?:\/\/\S+/g))
      expect(address).toMatch(/^https:\/\/forum\.test\//)
    return new RegExp(`https://forum\\.test/${path}/([\\w-]+)`).exec(texts)?.[1] ?? ''
  }
  const row = (name: string) =>
    writing.house.store.read.selectFrom('members').selectAll().where('name', '=', name).executeTakeFirst()
  const session = async (memberId: number) =>
    sha256(await act(forum, SYSTEM, a => startSession(a, memberId, 'a test')))
  const actorIn = async (hash: string) => (await resolveSession(forum, hash))?.actor

  test('a new member reads, and writes once the address is confirmed, by one link, once, within an hour', async () => {
    const { id } = await enter()
    const hash = await session(id)
    expect(await actorIn(hash)).toMatchObject({ unconfirmed: true })
    expect(() => mustWrite({ ...GUEST, memberId: id, unconfirmed: true })).toThrow('refused.unconfirmed')
    await expect(
      act(forum, (await actorIn(hash)) ?? GUEST, a => askAgain(a, { network: 'x', locale: 'en' })),
    ).resolves.toBeUndefined()
    const mails = await work()
    expect(mails.map(mail => [mail.to, mail.subject])).toEqual(
      Array(2).fill(['Edda@example.org', 'Confirm your mail address']),
    )
    const token = linkIn(mails, 'confirm')
    const confirm = (text: string) => act(forum, SYSTEM, a => confirmAddress(a, text))
    for (const wrong of ['', 'x', `${token}x`])
      await expect(confirm(wrong)).rejects.toMatchObject({ code: 'not-found' })
    await expect(act(forum, SYSTEM, a => useAddressLink(a, token, null))).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(usePasswordLink(forum, token, PASSWORD)).rejects.toMatchObject({ code: 'not-found' })
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => confirm(token)))
    expect(answers.filter(each => each.status === 'fulfilled')).toHaveLength(1)
    expect(await actorIn(hash)).not.toHaveProperty('unconfirmed')
    expect(await row('Edda')).toMatchObject({ addressKey: 'edda@example.org' })
    const other = await enter({ name: 'Finn', address: 'finn@example.org' })
    const late = linkIn(await work(), 'confirm')
    writing.house.pass(HOUR + 1)
    await expect(confirm(late)).rejects.toMatchObject({ code: 'not-found' })
    await act(forum, SYSTEM, a => confirmByHand(a, other.id))
    expect(await actorIn(await session(other.id))).not.toHaveProperty('unconfirmed')
    await act(forum, SYSTEM, a => changeJoiningSettings(a, { confirmation: 'offered', invitedBy: 'members' }))
    const third = await enter({ name: 'Gro', address: 'gro@example.org' })
    await forum.site.at(forum.store.read)
    expect(await actorIn(await session(third.id))).not.toHaveProperty('unconfirmed')
  })

  test('an address that somebody has joins like any other, and its owner is told', async () => {
    const fresh = await enter()
    const known = await enter({ name: 'Finn', address: 'BO@example.org' })
    const plain = ({
      id: _id,
      name: _name,
      nameKey: _key,
      address: _address,
      ...rest
    }: object & Record<string, unknown>) => rest
    expect(plain((await row('Finn')) ?? {})).toEqual(plain((await row('Edda')) ?? {}))
    const mails = await work()
    expect(mails.map(mail => [mail.to, mail.subject])).toEqual([
      ['Edda@example.org', 'Confirm your mail address'],
      ['BO@example.org', 'Your mail address was typed in here'],
    ])
    expect(mails[1]?.text).not.toContain('Finn')
    expect(linkIn(mails.slice(1), 'confirm')).toBe('')
    for (const { id } of [fresh, known])
      expect(await actorIn(await session(id))).toMatchObject({ unconfirmed: true })
    await expect(act(forum, SYSTEM, a => confirmByHand(a, known.id))).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('of two who typed the same address it is theirs who opens the link', async () => {
    await enter()
    const first = linkIn(await work(), 'confirm')
    await enter({ name: 'Finn' })
    const second = linkIn(await work(), 'confirm')
    await act(forum, SYSTEM, a => confirmAddress(a, second))
    await expect(act(forum, SYSTEM, a => confirmAddress(a, first))).rejects.toMatchObject({
      code: 'conflict',
    })
    expect((await row('Finn'))?.addressKey).toBe('edda@example.org')
  })

  test('a forgotten password is chosen anew by a link in a mail, and everybody is signed out', async () => {
    const { Bo } = writing.house.members
    const ask = (name: string, network = 'a network') =>
      askForPassword(forum, { name, locale: 'de', network })
    const hash = await session(Bo)
    await ask('nobody@example.org')
    expect(await work()).toEqual([])
    await ask('bo@EXAMPLE.org')
    const mails = await work()
    expect(mails).toMatchObject([{ to: 'bo@example.org', locale: 'de' }])
    const token = linkIn(mails, 'password')
    await usePasswordLink(forum, token, PASSWORD)
    await expect(usePasswordLink(forum, token, PASSWORD)).rejects.toMatchObject({ code: 'not-found' })
    expect(await actorIn(hash)).toBeUndefined()
    await expect(
      signIn(forum, { name: 'Bo', password: PASSWORD, network: 'x', agent: '' }),
    ).resolves.toHaveProperty('token')
    await ask('Bo')
    const late = linkIn(await work(), 'password')
    writing.house.pass(HOUR + 1)
    await expect(usePasswordLink(forum, late, PASSWORD)).rejects.toMatchObject({ code: 'not-found' })
    for (let times = 0; times < 4; times++) await ask('Bo')
    await expect(ask('Bo')).rejects.toMatchObject({ code: 'too-many' })
    for (let times = 0; times < 8; times++) await ask('Bo', `network ${times}`)
    const many = await work()
    expect(many).toHaveLength(6)
    await usePasswordLink(forum, linkIn(many, 'password'), PASSWORD)
  })

  test('an address changes once the new one is confirmed, and can be taken back from the old one', async () => {
    const { Bo, Cy } = writing.house.members
    const hash = await hashPassword(PASSWORD)
    await act(forum, SYSTEM, a => setPassword(a, Bo, hash))
    const change = (address: string, currentPassword = PASSWORD) =>
      askForAddress(forum, writing.people.Bo, { address, currentPassword, locale: 'en', network: 'x' })
    await expect(change('new@example.org', 'wrong')).rejects.toMatchObject({ field: 'currentPassword' })
    await change('cy@example.org')
    expect(await work()).toMatchObject([
      { to: 'cy@example.org', subject: 'Your mail address was typed in here' },
    ])
    await change('first@example.org')
    const first = linkIn(await work(), 'address')
    await change('new@example.org')
    const token = linkIn(await work(), 'address')
    expect(await row('Bo')).toMatchObject({ address: 'bo@example.org' })
    const [own, other] = [await session(Bo), await session(Bo)]
    const use = (text: string) => act(forum, SYSTEM, a => useAddressLink(a, text, own))
    await expect(use(first)).rejects.toMatchObject({ code: 'not-found' })
    await use(token)
    expect(await row('Bo')).toMatchObject({ address: 'new@example.org', addressKey: 'new@example.org' })
    expect([await actorIn(own), await actorIn(other)]).toMatchObject([{ memberId: Bo }, undefined])
    const told = await work()
    expect(told).toMatchObject([{ to: 'bo@example.org', subject: 'Your mail address was changed' }])
    const back = linkIn(told, 'address-back')
    const password = await act(forum, SYSTEM, a => takeAddressBack(a, back))
    expect(await row('Bo')).toMatchObject({ address: 'bo@example.org' })
    expect(await actorIn(own)).toBeUndefined()
    await usePasswordLink(forum, password, 'ten herrings and a barrel')
    expect((await row('Cy'))?.id).toBe(Cy)
  })

  test('a link that changes an address holds no more once there is another password or address', async () => {
    const { Bo } = writing.house.members
    const hash = await hashPassword(PASSWORD)
    const give = () => act(forum, SYSTEM, a => setPassword(a, Bo, hash))
    const ask = async () => {
      await askForAddress(forum, writing.people.Bo, {
        ...{ address: 'thief@example.org', currentPassword: PASSWORD, locale: 'en', network: 'x' },
      })
      return linkIn(await work(), 'address')
    }
    const use = (token: string) => act(forum, SYSTEM, a => useAddressLink(a, token, null))
    await give()
    const first = await ask()
    await give()
    await expect(use(first)).rejects.toMatchObject({ code: 'not-found' })
    const second = await ask()
    const open = await session(Bo)
    await act(forum, SYSTEM, a => setAddress(a, Bo, 'fresh@example.org'))
    await expect(use(second)).rejects.toMatchObject({ code: 'not-found' })
    expect(await actorIn(open)).toBeUndefined()
    await use(await ask())
    const back = linkIn(await work(), 'address-back')
    await act(forum, SYSTEM, a => setAddress(a, Bo, 'bo@example.org'))
    await expect(act(forum, SYSTEM, a => takeAddressBack(a, back))).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('who takes an address back has no ways in that were added since, and is told', async () => {
    const { Bo } = writing.house.members
    const { write } = writing.house.store
    const hash = await hashPassword(PASSWORD)
    await act(forum, SYSTEM, a => setPassword(a, Bo, hash))
    const add = async (name: string) => {
      const at = writing.house.clock()
      const key = { credential: name, publicKey: 'k', counter: 0, transports: '', name, usedAt: null }
      await write
        .insertInto('passkeys')
        .values({ ...key, memberId: Bo, at })
        .execute()
      await write
        .insertInto('identities')
        .values({ issuer: 'https://id.test', subject: name, memberId: Bo, at })
        .execute()
    }
    await add('own')
    writing.house.pass(HOUR)
    await askForAddress(forum, writing.people.Bo, {
      ...{ address: 'thief@example.org', currentPassword: PASSWORD, locale: 'en', network: 'x' },
    })
    const token = linkIn(await work(), 'address')
    await act(forum, SYSTEM, a => useAddressLink(a, token, null))
    const back = linkIn(await work(), 'address-back')
    writing.house.pass(HOUR)
    await add('thief')
    const confirmedAt = writing.house.clock()
    await write.insertInto('authenticators').values({ memberId: Bo, secret: 's', confirmedAt }).execute()
    await write.insertInto('recoveryCodes').values({ memberId: Bo, hash: 'h' }).execute()
    await act(forum, SYSTEM, a => takeAddressBack(a, back))
    const { read } = forum.store
    expect(await read.selectFrom('passkeys').select('name').execute()).toEqual([{ name: 'own' }])
    expect(await read.selectFrom('identities').select('subject').execute()).toEqual([{ subject: 'own' }])
    for (const table of ['authenticators', 'recoveryCodes'] as const)
      expect(await read.selectFrom(table).select('memberId').execute(), table).toEqual([])
    const told = await work()
    expect(told.map(mail => mail.to)).toEqual(Array(3).fill('bo@example.org'))
  })

  test('where administrators have to agree, nobody is in before they do', async () => {
    await set({ registration: 'approval' })
    const answers = { question: 'Which sea?', answer: 'North', about: 'I load <b>ships</b>.' }
    const [one, two] = [
      await enter({ answers }),
      await enter({ name: 'Finn', address: 'finn@example.org', locale: 'ar' }),
    ]
    expect([one.isWaiting, two.isWaiting]).toEqual([true, true])
    await work()
    expect(await waitingMembers(forum.store.read, 10)).toMatchObject([
      { name: 'Edda', answers },
      { name: 'Finn' },
    ])
    const hash = await hashPassword(PASSWORD)
    await act(forum, SYSTEM, a => setPassword(a, one.id, hash))
    const enters = () => signIn(forum, { name: 'Edda', password: PASSWORD, network: 'x', agent: '' })
    await expect(enters()).rejects.toMatchObject({ message: 'sign-in.waiting' })
    await expect(act(forum, writing.people.Mo, a => approve(a, one.id))).rejects.toMatchObject({
      code: 'not-allowed',
    })
    const all = await Promise.allSettled([
      ...Array.from({ length: 5 }, () => act(forum, SYSTEM, a => approve(a, one.id))),
      act(forum, SYSTEM, a => refuse(a, writing.house.members.Bo)),
      act(forum, SYSTEM, a => approve(a, writing.house.members.Bo)),
    ])
    expect(all.filter(each => each.status === 'fulfilled')).toHaveLength(1)
    await expect(enters()).resolves.toHaveProperty('token')
    await act(forum, SYSTEM, a => refuse(a, two.id))
    expect(await row('Finn')).toBeUndefined()
    // Of two mails of the same moment either may go first.
    expect((await work()).map(mail => `${mail.to} ${mail.locale}`).sort()).toEqual([
      ...['Edda@example.org en', 'finn@example.org ar'],
    ])
  })

  test('a member invites so many in a day, whether or not they take invitations back', async () => {
    await act(forum, SYSTEM, a =>
      changeJoiningSettings(a, { confirmation: 'required', invitedBy: 'members' }),
    )
    const { Bo } = writing.people
    const ask = (address: string) =>
      act(forum, Bo, a => invite(a, { address, uses: 1, days: 7, locale: 'en' }))
    const withdrawAll = async () => {
      const made = await forum.store.read.selectFrom('invitations').select('id').execute()
      for (const { id } of made) await act(forum, Bo, a => withdraw(a, id))
    }
    for (let turn = 0; turn < 2; turn++) {
      for (let index = 0; index < 5; index++) await ask(`g${turn}${index}@example.org`)
      await withdrawAll()
    }
    const many = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => ask(`h${index}@x.org`)))
    for (const each of many) expect(each).toMatchObject({ status: 'rejected', reason: { code: 'too-many' } })
    expect(await work()).toHaveLength(10)
    writing.house.pass(24 * HOUR)
    await ask('tomorrow@example.org')
  })

  test('an invitation makes as many members as it is good for, and no more', async () => {
    await set({ registration: 'invitation' })
    await expect(enter()).rejects.toMatchObject({ message: 'register.by-invitation' })
    const ask = (who: 'Ada' | 'Bo' | 'guest', change: Partial<Parameters<typeof invite>[1]> = {}) =>
      act(forum, writing.people[who], a =>
        invite(a, { address: '', uses: 1, days: 7, locale: 'en', ...change }),
      )
    await expect(ask('guest')).rejects.toMatchObject({ code: 'not-signed-in' })
    await expect(ask('Bo')).rejects.toMatchObject({ code: 'not-allowed' })
    const token = await ask('Ada')
    const copies = 200
    const many = await Promise.allSettled(
      Array.from({ length: copies }, (_, index) =>
        enter({ name: `Guest ${index}`, address: `g${index}@example.org`, invitation: token }),
      ),
    )
    expect(many.filter(each => each.status === 'fulfilled')).toHaveLength(1)
    const names = await forum.store.read
      .selectFrom('members')
      .select('name')
      .where('name', 'like', 'Guest %')
      .execute()
    expect(names).toHaveLength(1)
    const three = await ask('Ada', { uses: 3 })
    for (const name of ['Bo', 'Staff'])
      await expect(enter({ name, invitation: three })).rejects.toMatchObject({ code: 'conflict' })
    for (let index = 0; index < 3; index++)
      await enter({ name: `Third ${index}`, address: `t${index}@example.org`, invitation: three })
    await expect(enter({ invitation: three })).rejects.toMatchObject({ code: 'not-found' })
    await work()
    const mailed = await ask('Ada', { address: 'edda@example.org', uses: 9 })
    expect(await work()).toMatchObject([{ to: 'edda@example.org', unsubscribe: null }])
    await expect(enter({ address: 'x@example.org', invitation: mailed })).rejects.toMatchObject({
      field: 'address',
    })
    await enter({ invitation: mailed })
    await act(forum, SYSTEM, a =>
      changeJoiningSettings(a, { confirmation: 'required', invitedBy: 'members' }),
    )
    const late = await ask('Bo', { uses: 50, days: 50 })
    for (let index = 0; index < 4; index++) await ask('Bo')
    await expect(ask('Bo')).rejects.toMatchObject({ code: 'too-many' })
    writing.house.pass(8 * 24 * HOUR)
    await expect(enter({ name: 'Late', invitation: late })).rejects.toMatchObject({ code: 'not-found' })
    await set({ registration: 'closed' })
    await expect(enter({ name: 'Shut', invitation: mailed })).rejects.toMatchObject({
      message: 'register.closed',
    })
  }, 120_000)
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runDueJobs } from '#jobs/queue.ts'
import { countJobs } from '#jobs/store.ts'
import type { Mail } from '#mail/model.ts'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { act, type Forum } from '../act.ts'
import { SYSTEM } from '../actor.ts'
import { chooseMail, MAIL_JOB, queueMail, sendQueued, tryMailsAgain, unsubscribe } from './actions.ts'
import { delinked, type MailOrder, quoted } from './model.ts'
import { failedMails } from './store.ts'

const ORDER: Omit<MailOrder, 'to'> = {
  kind: 'conversation',
  letter: words => ({
    subject: words.say('mail.test-subject'),
    parts: ['<b>One</b>', { link: 'https://forum.test/conversations/1', label: 'Read it' }],
  }),
}

describe.each(STORES)('mails of the forum on %s', kind => {
  let writing: TestWriting
  let forum: Forum
  let sent: Mail[]
  let failure: Error | null
  beforeEach(async () => {
    writing = await testWriting(kind)
    sent = []
    failure = null
    const send = async (mail: Mail) => {
      if (failure) throw failure
      sent.push(mail)
    }
    forum = { ...writing.forum, mailer: { server: 'mail.test:25', folder: null, send } }
  })
  afterEach(() => writing.close())

  const queue = (to: MailOrder['to'], change: Partial<MailOrder> = {}) =>
    act(forum, SYSTEM, a => queueMail(a, { ...ORDER, ...change, to }))
  const work = () => {
    const { store, log, clock } = forum
    return runDueJobs({ store, log, now: clock, handlers: { [MAIL_JOB]: job => sendQueued(forum, job) } })
  }
  const endOf = (mail: Mail | undefined) => mail?.unsubscribe?.split('/').at(-1) ?? ''

  test('are sent once the action is done, in the language of whom they are for', async () => {
    const { Bo } = writing.house.members
    await writing.house.store.write
      .updateTable('members')
      .set({ preferences: '{"language":"ar"}' })
      .where('id', '=', Bo)
      .execute()
    await expect(
      act(forum, SYSTEM, async a => {
        await queueMail(a, { ...ORDER, to: { memberId: Bo } })
        throw new Error('not done')
      }),
    ).rejects.toThrow()
    expect(await work()).toBe(0)
    await queue({ memberId: Bo })
    expect((await forum.store.read.selectFrom('jobs').select('payload').execute())[0]?.payload).not.toContain(
      'One',
    )
    await work()
    expect(sent).toMatchObject([{ to: 'bo@example.org', locale: 'ar', subject: 'رسالة تجريبية' }])
    expect(sent[0]?.html).toContain('<html lang="ar" dir="rtl">')
    expect(sent[0]?.html).toContain('<p>&lt;b&gt;One&lt;/b&gt;</p>')
    expect(sent[0]?.html).not.toMatch(/<img|<style|<script|style=|src=/)
    expect(sent[0]?.text).toContain('<b>One</b>\n\nRead it:\nhttps://forum.test/conversations/1\n\n--\n')
  })

  test('of a kind that one can do without end by one request, and at once', async () => {
    const { Bo, Cy } = writing.house.members
    for (const memberId of [Bo, Cy]) await queue({ memberId })
    await work()
    const token = endOf(sent[0])
    const [id, name, mac] = token.split('.')
    for (const forged of [
      '',
      'x',
      `${Cy}.${name}.${mac}`,
      `${id}.account.${mac}`,
      `${id}.${name}.`,
      `${id}.${name}`,
    ])
      await expect(unsubscribe(forum, forged), forged).rejects.toMatchObject({ code: 'not-found' })
    await queue({ memberId: Bo })
    for (let times = 0; times < 2; times++) await unsubscribe(forum, token)
    await queue({ memberId: Bo })
    await queue({ memberId: Bo }, { kind: 'account' })
    await work()
    expect(sent.slice(2).map(mail => [mail.to, mail.unsubscribe])).toEqual([['bo@example.org', null]])
    await writing.as('Bo', a => chooseMail(a, new Map([['conversation', true]])))
    await queue({ memberId: Bo })
    await work()
    expect(sent).toHaveLength(4)
  })

  test('of a kind that one can do without go to no address that nobody has confirmed', async () => {
    const { Bo } = writing.house.members
    await writing.house.store.write
      .updateTable('members')
      .set({ addressConfirmedAt: null })
      .where('id', '=', Bo)
      .execute()
    await queue({ memberId: Bo })
    await queue({ memberId: Bo }, { kind: 'account' })
    await work()
    expect(sent.map(mail => mail.unsubscribe)).toEqual([null])
  })

  test('are tried again, and are shown to administrators when that was in vain', async () => {
    failure = new Error('554 no such mailbox')
    await queue({ address: 'gone@example.org', locale: 'de' }, { kind: 'account' })
    for (let tries = 0; tries < 8; tries++) {
      await work()
      writing.house.pass(6 * 3_600_000)
    }
    expect(await countJobs(forum.store.read)).toEqual({ waiting: 0, dead: 1 })
    expect(await failedMails(forum.store.read, MAIL_JOB, 10)).toMatchObject([
      { to: 'gone@example.org', kind: 'account', error: '554 no such mailbox' },
    ])
    failure = null
    await expect(writing.as('Mo', tryMailsAgain)).rejects.toMatchObject({ code: 'not-allowed' })
    await writing.as('Ada', tryMailsAgain)
    await work()
    expect(sent).toHaveLength(1)
  })
})

test('what people wrote is no link in a mail', () => {
  expect(delinked('see https://evil.example/x\nme@evil.example')).toBe(
    'see https:\u200b/\u200b/\u200bevil.\u200bexample/\u200bx me@\u200bevil.\u200bexample',
  )
  expect(quoted('Bo”, says Ada')).toBe('“Bo", says Ada”')
})

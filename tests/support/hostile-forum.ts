import type { Actor } from '#forum/actor.ts'
import { type Filling, fillIn } from './fill.ts'
import type { HostileTexts } from './hostile-texts.ts'
import { multipart } from './multipart.ts'
import type { TestPages } from './pages.ts'

/** Everything that people write with forms. */
export interface Writing {
  readonly pages: TestPages
  readonly texts: HostileTexts
  /** Values of the parameters of routes, of what is there already. */
  readonly things: Readonly<Record<string, string | number>>
  /** The address of a page elsewhere that says hostile things of itself. */
  readonly elsewhere: string
}

type Fill = (who: Actor, page: string, more?: Omit<Filling, 'page'>) => Promise<string>

/** What a tag may hold, and what the part of a mail address before the @ may. */
const signs = "zq'·+#&"
const STRANGE = "'&`{x=1?#"
const idIn = (path: string): string => /\/(\d+)/.exec(path)?.[1] ?? ''
const postIn = (path: string): string => /(?:#p|^\/posts\/\d+\/)(\d+)$/.exec(path)?.[1] ?? ''
const mayHold = (text: string, address: string): string =>
  `${address}?${text.replace(/^zq\d+z/, '').replace(/\s/g, '+')}`

/** Names, titles and words of the administration. */
async function administer({ pages, texts, things }: Writing, fill: Fill): Promise<void> {
  const { administrator } = pages.people
  const own = (page: string, more?: Omit<Filling, 'page'>) => fill(administrator, page, more)
  await own('/administration/settings', { with: { timeZone: 'Europe/Berlin', registration: 'approval' } })
  await own('/administration/titles', {
    with: {
      titles: `0 ${texts.line(40)}\n1 ${texts.line(40)}\n2 ${texts.line(40)}`,
      ...{ titleFrom: '0', renameDays: '0', signatures: 'on', signaturePictures: '1' },
    },
  })
  await own('/administration/boards/new', {
    to: '/administration/boards',
    with: { parent: '', kinds: ['discussion', 'question', 'announcement'].slice(0, 2) },
  })
  await own(`/administration/boards/${things['/boards/:id']}`)
  await own('/administration/groups')
  await own(`/administration/groups/${things['/administration/groups/:id']}`)
  await own('/administration/prefixes', { with: { boards: [String(things['/boards/:id'])] } })
  await own(`/administration/prefixes/${things['/administration/prefixes/:id']}`)
  for (const kind of ['line', 'text', 'choice'])
    await own('/administration/profile-fields', {
      with: {
        kind,
        ...(kind !== 'text' && { onCard: '1' }),
        choices: `${texts.line(60)}\n${texts.line(60)}`,
      },
    })
  await own(`/administration/profile-fields/${things['/administration/profile-fields/:id']}`)
  await own('/administration/badges')
  await own(`/administration/badges/${things['badge']}`)
  await own('/administration/providers', { with: { issuer: 'https://other.example', clientSecret: 'x' } })
  await own(`/administration/providers/${things['provider']}`, { with: { issuer: 'https://login.example' } })
  await own('/administration/joining', { to: '/questions', with: { answers: `${texts.line(100)}\nherring` } })
  await own('/administration/members/new', {
    to: '/administration/members',
    with: { name: "Edda O'Neil-·", address: `edda${STRANGE}@example.org` },
  })
  await own(`/administration/members/${things['/members/:id']}`, { with: { address: 'bo@example.org' } })
  await own(`/tags/${things['tag']}/edit`, { with: { tags: signs } })
}

/** What a member says of themself. */
async function present({ pages, texts, things }: Writing, fill: Fill): Promise<void> {
  for (const who of [pages.people.member, pages.people.administrator]) {
    await fill(who, '/account', { with: { country: 'NO' } })
    await fill(who, '/account/signature', {
      with: { signature: `${texts.line(150)} [a](javascript:alert(1)) ![b](data:text/html,x)` },
    })
  }
  const { administrator } = pages.people
  await fill(administrator, `/account/passkeys/${things['/account/passkeys/:id']}`)
  await fill(administrator, '/account/invitations', {
    with: { address: `guest${STRANGE}@example.org` },
    gives: 200,
  })
  await fill(administrator, `/members/${things['/members/:id']}/bo`, { to: '/badges' })
}

/** Threads, their posts, and what is said about these. */
async function write({ pages, texts, things, elsewhere }: Writing, fill: Fill): Promise<void> {
  const { member, moderator, administrator } = pages.people
  const board = things['/boards/:id']
  const start = (more: Record<string, string>) =>
    fill(member, `/boards/${board}/threads/new`, {
      to: '/threads',
      with: {
        ...{
          kind: 'discussion',
          tags: `${signs}, b`,
          told: '',
          publishAt: '',
          pollUntil: '',
          requestKey: '',
        },
        sourceUrl: mayHold(texts.line(200), 'https://news.example/'),
        pollOptions: `${texts.line(100)}\n${texts.line(100)}`,
        ...more,
      },
    })
  const threads = [
    await start({ source: `${elsewhere}\n\n${texts.written('markdown', 20_000)}`, format: 'markdown' }),
    await start({ source: texts.written('bbcode', 20_000), format: 'bbcode' }),
  ].map(idIn)
  await start({ publishAt: '2026-12-30T09:00', pollQuestion: '', pollOptions: '' })
  for (const thread of threads) {
    for (const format of ['markdown', 'bbcode'] as const) {
      const place = await fill(member, `/threads/${thread}/reply`, {
        to: '/posts',
        with: { source: texts.written(format, 20_000), format, requestKey: '', quote: '' },
      })
      const path = `/posts/${thread}/${postIn(place)}`
      await fill(member, `${path}/edit`, { to: '/edit', with: { source: texts.written(format, 20_000) } })
      await fill(moderator, `${path}/report`)
    }
    await fill(member, `/posts/${thread}/2/delete`, { to: '/delete' })
    await fill(moderator, `/threads/${thread}/rename`, { with: { tags: 'b', sourceUrl: '' } })
  }
  await fill(administrator, `/reports/${things['/reports/:id']}`, { to: '/close' })
}

/** What is said about findings, and what pages elsewhere say. */
async function read({ pages, things, elsewhere }: Writing, fill: Fill): Promise<void> {
  const { member, moderator } = pages.people
  const finding = `/posts/${things['thread']}/${things['number']}/findings/${things['key']}`
  await fill(member, finding, { to: '/sources', with: { address: `${elsewhere}two`, published: '' } })
  await fill(moderator, `${finding}/sources/${things['source']}/remove`)
  await fill(member, `${finding}/speaker`)
}

/** Conversations, files, drafts, and who wants to join. */
async function converse(writing: Writing, fill: Fill): Promise<void> {
  const { pages, texts } = writing
  const { member, administrator } = pages.people
  const talk = idIn(
    await fill(member, '/conversations/new', {
      to: '/conversations',
      with: { people: 'Ada', source: texts.written('markdown', 5000), requestKey: '' },
    }),
  )
  for (const who of [member, administrator])
    await fill(who, `/conversations/${talk}/labels`, {
      with: { labels: `${texts.line(30)}, ${texts.line(30)}` },
    })
  for (const place of [
    `board:${writing.things['/boards/:id']}`,
    `thread:${writing.things['thread']}`,
    'conversation',
  ]) {
    const fields = {
      title: texts.line(150),
      source: texts.line(300),
      people: texts.line(100),
      pollQuestion: texts.line(100),
    }
    await pages.post(member, '/drafts', { place, fields: JSON.stringify(fields), age: '0' })
  }
  const file = multipart(
    [
      {
        name: `${texts.line(90).replaceAll('"', '%22')}.txt`,
        type: 'text/html"><script>',
        bytes: Buffer.from('<script>alert(1)</script>'),
      },
    ],
    { alt: texts.line(200) },
  )
  const { cookie, token } = await pages.proof(member)
  const sent = await pages.send({
    ...{ method: 'POST', url: '/attachments', payload: file.payload },
    headers: { cookie, 'x-csrf-token': token, 'content-type': file.type, accept: 'application/json' },
  })
  if (sent.statusCode !== 200) throw new Error(`a file: ${sent.statusCode} ${sent.body}`)
  const [{ id, markdown }] = sent.json().attachments
  await pages.post(member, `/attachments/${id}/alt`, { alt: texts.line(300) })
  await fill(member, `/threads/${writing.things['thread']}/reply`, {
    to: '/posts',
    with: {
      source: `${markdown}\n\n[attachment](attachment:${id})`,
      requestKey: '',
      quote: '',
      attachments: String(id),
      format: 'markdown',
    },
  })
  await join(writing)
}

async function join({ pages, texts }: Writing): Promise<void> {
  const { guest } = pages.people
  const { opened, asked } = await pages.json(guest, '/register')
  pages.house.pass(10_000)
  const typed = {
    name: "Fenn O'Zq",
    address: `fenn${STRANGE}@example.org`,
    password: 'nine herrings and a bucket',
  }
  const proof = { opened: String(opened), asked: String(asked), website: '', next: '/' }
  const sent = await pages.post(guest, '/register', {
    ...typed,
    ...proof,
    answer: 'herring',
    about: texts.line(400),
  })
  if (sent.statusCode !== 303) throw new Error(`joining: ${sent.statusCode} ${sent.body}`)
}

/** Writes hostile texts into everything in which something can be written. → what answered. */
export async function writeEverything(writing: Writing): Promise<void> {
  const fill: Fill = async (who, page, more) =>
    (await fillIn(writing.pages, who, writing.texts, { page, ...more })).location
  for (const part of [administer, present, write, read, converse]) await part(writing, fill)
}

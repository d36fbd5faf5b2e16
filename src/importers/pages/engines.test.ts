import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type NeutralPost, reference } from '../neutral.ts'
import { readPages } from './read.ts'
import { tellPages } from './telling.ts'

const fixture = (name: string) => ({
  name,
  bytes: readFileSync(new URL(`./fixtures/${name}`, import.meta.url)),
})
const read = (name: string) => {
  const reading = readPages([fixture(name)])
  const { record } = reading
  const thread = record.threads[0]!
  const account = tellPages(
    reading,
    thread.posts.map(({ key }) => ({ item: 'post', where: '', outcome: 'taken', key })),
  )
  return { record, account, thread, posts: thread.posts, members: record.members, boards: record.boards }
}
const at = (post: NeutralPost | undefined) => (post?.at == null ? null : new Date(post.at).toISOString())
const day = (time: number | null | undefined) =>
  time == null ? null : new Date(time).toISOString().slice(0, 10)
const of = (name: string, key: string) => `[quote="${name}, post: ${reference(key)}"]`

describe('XenForo 2', () => {
  const page = read('xenforo2.html')
  it('reads the thread without its prefix, its boards without the start page, and its key from its address', () => {
    expect(page.thread).toMatchObject({
      key: 'hafenrunde.example/forum/thread/41',
      title: 'Warum quietscht die Schleuse?',
    })
    expect(page.boards.map(board => [board.title, board.section])).toEqual([
      ['Technik', true],
      ['Schleusen', false],
    ])
  })
  it('reads posts, leaves an advert in the place of one, and knows a guest', () => {
    expect(page.posts.map(post => [post.number, post.guestName, at(post)])).toEqual([
      [1, null, '2021-05-04T06:15:30.000Z'],
      [2, 'Gast am Kai', '2021-05-04T08:02:00.000Z'],
    ])
    expect(page.account).toContainEqual(expect.objectContaining({ item: 'advert', outcome: 'left' }))
  })
  it('reads the card in the language of the board', () => {
    expect(page.members).toHaveLength(1)
    expect(page.members[0]).toMatchObject({
      title: 'Schleusenwart',
      messages: 2417,
      reactionScore: 1086,
      location: 'Kanal West',
    })
    expect(day(page.members[0]?.joinedAt)).toBe('2014-03-03')
  })
  it('writes what was meant: a late picture, a smiley, literal BBCode, code, a list, a player', () => {
    expect(page.posts[0]?.source).toBe(
      [
        'Seit gestern quietscht das [b]obere[/b] Tor. :)\n',
        'Ich habe [noparse][b]nichts[/b][/noparse] geölt.',
        '[img]https://www.hafenrunde.example/forum/attachments/tor-jpg.12/[/img]',
        '[code]druck = 4\n  if druck > 3[/code]',
        '[list]\n[*]Fett\n[*]Geduld\n[/list]',
        '[url]https://www.youtube.com/watch?v=abcdefghijk[/url]',
      ].join('\n'),
    )
  })
  it('keeps nested quotations, without the button to expand them', () => {
    expect(page.posts[1]?.source).toBe(
      `${of('Öljanne', 'hafenrunde.example/forum/post/901')}[quote]altes Wort[/quote]\nIch habe nichts geölt.[/quote]\nDann ist es das [url=https://lager.example/kugel]Lager[/url].`,
    )
  })
  it('records an edit note as an edit, and leaves the signature', () => {
    expect(page.posts[0]?.edits.map(edit => new Date(edit.at).toISOString())).toEqual([
      '2021-05-04T07:00:00.000Z',
    ])
    expect(page.account).toContainEqual(
      expect.objectContaining({ item: 'signature', where: 'xenforo2.html #1', outcome: 'left' }),
    )
  })
})

describe('Invision', () => {
  const page = read('invision.html')
  it('numbers posts by their place and reads the card', () => {
    expect(page.posts.map(post => [post.number, post.guestName])).toEqual([
      [1, null],
      [2, 'Guest Tawny'],
    ])
    expect(page.members[0]).toMatchObject({
      name: 'Mira',
      title: 'Keeper of rungs',
      messages: 1204,
      location: 'Under the oak',
    })
  })
  it('takes the edit note out of the text, and the quoted post from the quotation', () => {
    expect(page.posts[0]?.source).toBe(
      'Do owls climb?\n\n[img]https://talltrees.example/uploads/owl.jpg[/img];)\n\n[code=lua]local rung = 1\nreturn rung[/code]',
    )
    expect(page.posts[0]?.edits).toHaveLength(1)
    expect(page.posts[1]?.source).toBe(
      `${of('Mira', 'talltrees.example/post/610')}Do owls climb?[/quote]\n\nThey [i]wait[/i].`,
    )
  })
})

describe('Discourse', () => {
  const page = read('discourse.html')
  it('takes the publication, not the edit, as the time; numbers may skip', () => {
    expect(page.posts.map(post => [post.number, at(post), post.edits.length])).toEqual([
      [1, '2020-01-05T10:00:00.000Z', 1],
      [4, '2020-01-06T10:00:00.000Z', 0],
    ])
  })
  it('reads a topic of its own for quotations, cards of links, large pictures and details', () => {
    expect(page.posts[0]?.source).toContain('[url]https://springs.example/coil[/url]')
    expect(page.posts[0]?.source).toContain('[img]https://tick.example/uploads/small.jpeg[/img]')
    expect(page.posts[0]?.source).toContain('[spoiler="Numbers"][list=1]\n[*]one\n[*]two\n[/list][/spoiler]')
    expect(page.posts[1]?.source).toBe(
      `${of('hanna', 'tick.example/post/88/1')}Mine runs [b]backwards[/b].[/quote]\n\nTurn the [icode]spring[/icode], @hanna.`,
    )
    expect(page.boards.map(board => board.section)).toEqual([false, false])
  })
})

describe('vBulletin 4', () => {
  const page = read('vbulletin4.html')
  it('reads windows-1252 under another name, printed numbers, and times in the zone of the page', () => {
    expect(page.posts[0]?.source).toBe(
      `${of('Slate', 'mossboard.example/forums/post/3290')}Scrape it.[/quote]\nNever scrape. It’s alive.\n[code]soap  1\nwater 9[/code]`,
    )
    expect(page.posts.map(post => [post.number, at(post)])).toEqual([
      [11, '2007-11-16T05:33:00.000Z'],
      [12, '2007-11-20T22:56:00.000Z'],
    ])
  })
  it('reads the reason of an edit, a late picture, an attached file, and a row without a post', () => {
    expect(page.posts[0]?.edits[0]).toMatchObject({ reason: 'typo', at: Date.UTC(2007, 10, 16, 6, 5) })
    expect(page.posts[1]?.source).toBe(
      '[img]http://pics.example/roof.jpg[/img]\n\n[url=http://www.mossboard.example/forums/attachment.php?attachmentid=44]plan.pdf[/url]',
    )
    expect(page.posts).toHaveLength(2)
  })
})

describe('vBulletin 3', () => {
  const page = read('vbulletin3.html')
  it('reads margin boxes as quotations and code', () => {
    expect(page.posts[1]?.source).toBe(
      `${of('Drone', 'hive.example/board/post/700')}No, they hum.[/quote]\nIn which key?\n[code]b flat[/code]\n[quote]an old saying[/quote]`,
    )
  })
  it('reads the card, the file and the edit, and leaves signature and advert', () => {
    expect(page.members).toHaveLength(1)
    expect(page.members[0]).toMatchObject({ title: 'Busy member', messages: 26, location: 'Comb 3' })
    expect(page.posts[0]?.source).toContain('?attachmentid=9]hum.jpg[/url]')
    expect(page.posts[0]?.source).not.toContain('Wax on')
    expect(page.posts[0]?.edits[0]?.reason).toBe('spelling')
  })
})

describe('MyBB', () => {
  const page = read('mybb.html')
  it('reads UTF-8 under a wrong declaration, days first, counts with a thin space', () => {
    expect(page.posts.map(post => [post.number, at(post)])).toEqual([
      [11, '2012-12-13T08:42:00.000Z'],
      [12, '2012-12-14T00:05:00.000Z'],
    ])
    expect(page.members[0]).toMatchObject({
      name: 'Éloi',
      title: 'Allumeur de mèches',
      messages: 1982,
      reactionScore: null,
    })
    expect(page.account[1]).toMatchObject({
      item: 'page',
      outcome: 'changed',
      why: expect.stringContaining('windows-1251'),
    })
  })
  it('finds its thread behind the names an archive gave its files', () => {
    expect(page.thread.key).toBe('gardiens.example/forum/thread/31')
    expect(page.posts[1]?.source).toMatch(
      /^\[quote="Éloi, post: .+"\]\[quote\]droit comme un i\[\/quote\]\nIl penche/,
    )
  })
})

describe('SMF 2', () => {
  const page = read('smf2.html')
  it('counts replies after the first post, keeps moderators out of the boards and the group out of the title', () => {
    expect(page.posts.map(post => post.number)).toEqual([1, 2])
    expect(page.boards.map(board => board.title)).toEqual(['Skies', 'Kites'])
    expect(page.members.map(member => [member.name, member.title, member.messages])).toEqual([
      ['Gale', 'Lamp on a string', 1132],
    ])
    expect(page.posts[1]?.guestName).toBe('Calm')
  })
  it('reads headings that stand before their quotation or code', () => {
    expect(page.posts[0]?.source).toBe('Tie a lamp :D\n[u]first[/u].\n[code]knot  2\nloop 1[/code]')
    expect(page.posts[1]?.source).toBe(
      `${of('Gale', 'windward.example/post/50')}Tie a lamp[/quote]\nAnd the wind?\n[quote]no wind, no kite[/quote]`,
    )
  })
})

describe('phpBB 3', () => {
  it('reads prosilver: numbers counted back from the last page, "Yesterday" from the day it was saved', () => {
    const page = read('phpbb3.html')
    expect(page.posts.map(post => [post.number, at(post)])).toEqual([
      [12, '2018-03-21T20:20:00.000Z'],
      [13, '2018-10-18T20:50:00.000Z'],
    ])
    expect(page.thread.key).toBe('paperboats.example/forum/thread/845')
    expect(page.posts[0]?.source).toBe('Wax [i]both[/i] sides.\n[code]fold  a\nfold  b[/code]\n:)')
    expect(page.posts[0]?.edits[0]?.reason).toBe('wax')
    expect(page.posts[1]?.source).toContain('[quote]an older line[/quote][/quote]\nWith candles?')
  })
  it('reads subsilver2: the second body is the signature, quotations are named but not linked', () => {
    const page = read('subsilver2.html')
    expect(page.posts.map(post => [post.number, at(post)])).toEqual([
      [1, '2002-07-24T22:30:00.000Z'],
      [2, '2002-07-25T13:48:00.000Z'],
    ])
    expect(page.posts[0]?.source).toBe('They burn.\nUse a cloth. ;)')
    expect(page.posts[1]?.source).toBe(
      '[quote="Ladle"]They burn.\n[quote]cold lids do not[/quote][/quote]\n\nWet or dry?',
    )
    expect(page.members[0]).toMatchObject({ name: 'Ladle', title: 'Stirrer', messages: 3, location: 'Hob' })
  })
})

describe('phpBB 2', () => {
  const page = read('phpbb2.html')
  it('joins a body split around a quotation and cuts the signature below underscores', () => {
    expect(page.posts[0]?.source).toBe(
      'Ash bends — “gently”.\n\nSee [url]http://wood.example/a-long-address-that-is-cut-short/page.html[/url]',
    )
    expect(page.posts[1]?.source).toBe('[quote="Ash"]Ash bends[/quote]\n\nOak does not.')
    expect(page.posts.map(post => [post.number, at(post), post.guestName])).toEqual([
      [1, '2006-01-11T19:46:00.000Z', null],
      [2, '2006-01-13T08:53:00.000Z', 'Nobody'],
    ])
    expect(page.posts[0]?.edits).toHaveLength(1)
  })
})

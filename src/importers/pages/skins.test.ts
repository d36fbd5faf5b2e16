import { describe, expect, it } from 'vitest'
import { readPages } from './read.ts'

const read = (markup: string) => {
  const { record, left } = readPages([{ name: 'page.html', bytes: new TextEncoder().encode(markup) }])
  const posts = record.threads[0]!.posts.map(post => ({
    number: post.number,
    at: post.at === null ? null : new Date(post.at).toISOString().slice(0, 16),
    author: record.members.find(member => member.key === post.author)?.name ?? `guest ${post.guestName}`,
    source: post.source.replace(/, post: \u0001[^\u0001]*\u0001/g, ''),
  }))
  return {
    title: record.threads[0]!.title,
    posts,
    members: record.members,
    boards: record.boards,
    left,
    record,
  }
}

describe('XenForo', () => {
  const post = (id: number, extra: string, inside: string) =>
    `<article class="message ${extra} js-post" data-author="Wren" data-content="post-${id}">${inside}</article>`
  const text = (words: string) =>
    `<article class="message-body"><div class="bbWrapper">${words}</div></article>`
  const page =
    read(`<!DOCTYPE html><html id="XF" lang="en-US"><head><title>Reed beds | Marsh</title></head><body>
    <div class="pageNavSimple"><a class="pageNavSimple-el pageNavSimple-el--current">2 of 3</a></div>
    ${post(
      11,
      'message--article',
      `<ul class="message-attribution-main"><li><time datetime="2023-06-03T08:00:00+00:00">Jun 3</time></li></ul>${text('An article.')}
      <aside class="message-articleUserInfo"><div class="message-articleUserName"><a class="username" href="/members/wren.5/" data-user-id="5">Wren</a></div>
      <div class="message-articleUserBlurb"><span class="userTitle">Reed cutter</span></div></aside>`,
    )}
    ${post(12, 'message--post message--deleted', '<div class="message-cell">This message has been deleted by Moss.</div>')}
    ${post(13, 'message--post', `<h4 class="message-name"><a class="username" href="/members/wren.5/">Wren</a></h4><div class="message-signature"><div class="bbWrapper">Cut low.</div></div>`)}
    ${post(14, 'message--post', `<h4 class="message-name"><span class="username">Rail</span></h4>${text('So.')}<aside class="message-signature"><div class="bbWrapper">Sig.</div></aside>`)}
    </body></html>`)
  it('reads an article, the title of the page where no heading is, the pager of narrow screens', () => {
    expect(page.title).toBe('Reed beds')
    expect(page.posts[0]).toMatchObject({ at: '2023-06-03T08:00', author: 'Wren', source: 'An article.' })
    expect(page.members[0]).toMatchObject({ title: 'Reed cutter' })
    expect(page.left).toContainEqual(
      expect.objectContaining({ why: expect.stringContaining('2 of 3 pages') }),
    )
  })
  it('takes no deleted post and no signature for a text, and keeps their numbers free', () => {
    expect(page.posts.map(each => each.source)).toEqual(['An article.', 'So.'])
    expect((page.posts[1]?.number ?? 0) - (page.posts[0]?.number ?? 0)).toBe(3)
    expect(page.left.filter(line => line.why === 'the page does not hold its text')).toHaveLength(2)
  })
})

describe('SMF 2.1', () => {
  const post = (id: number, counter: string, time: string, body: string) =>
    `<div class="windowbg" id="msg${id}"><div class="post_wrapper"><div class="poster"><h4><span class="off" title="Offline"></span> <a href="https://kiln.example/index.php?action=profile;u=4" title="View the profile of Ember">Ember</a></h4>
     <ul class="user_info"><li class="title">Stoker</li><li class="postgroup">Full Member</li><li class="postcount">Posts: 207</li></ul></div>
     <div class="postarea"><div class="keyinfo"><div id="subject_${id}" class="subject_title subject_hidden"><a href="https://kiln.example/index.php?msg=${id}" rel="nofollow">Damp clay</a></div>
     <div class="postinfo"><span class="messageicon"><img src="xx.png" alt=""></span><a href="https://kiln.example/index.php?msg=${id}" rel="nofollow" title="Damp clay" class="smalltext">${time}</a>
     <span class="page_number floatright">${counter}</span></div></div>
     <div class="post"><div class="inner" data-msgid="${id}" id="msg_${id}">${body}</div></div></div>
     <div class="moderatorbar"><div class="signature" id="msg_${id}_signature">Glow</div></div></div></div>`
  const page =
    read(`<!DOCTYPE html><html lang="en-US"><head><link rel="canonical" href="https://kiln.example/index.php?topic=9.0"></head><body>
    <div class="navigate_section"><ul><li><a href="https://kiln.example/index.php"><span>Kiln</span></a></li><li><span class="dividers"> &#9658; </span><a href="https://kiln.example/index.php?board=2.0"><span>Clay</span></a></li><li class="last"><a href="https://kiln.example/index.php?topic=9.0"><span>Damp clay</span></a></li></ul></div>
    ${post(40, '', 'July 29, 2021, 09:05:38 PM', 'Mine cracks.')}
    ${post(44, ' #1 ', 'July 30, 2021, 01:05:38 AM', '<blockquote class="bbc_standard_quote"><cite><a href="https://kiln.example/index.php?msg=40">Quote from: Ember on July 29, 2021, 09:05:38 PM</a></cite>Mine cracks.</blockquote>Dry it.')}
    </body></html>`)
  it('counts replies from the second post on, and reads quotes with their heading inside', () => {
    expect(page.posts).toEqual([
      { number: 1, at: '2021-07-29T21:05', author: 'Ember', source: 'Mine cracks.' },
      {
        number: 2,
        at: '2021-07-30T01:05',
        author: 'Ember',
        source: '[quote="Ember"]Mine cracks.[/quote]\nDry it.',
      },
    ])
    expect(page.members).toMatchObject([{ title: 'Stoker', messages: 207 }])
    expect(page.boards.map(board => board.title)).toEqual(['Clay'])
  })
})

describe('Discourse with its scripts', () => {
  const post = (number: number, at: number, body: string) =>
    `<div class="topic-post clearfix regular"><article id="post_${number}" data-post-id="${700 + number}" data-user-id="3" class="boxed onscreen-post"><div class="topic-body">
     <div class="topic-meta-data"><div class="names trigger-user-card"><span class="first full-name"><a href="/u/pip" data-user-card="pip">Pip Lark</a></span><span class="second username"><a href="/u/pip" data-user-card="pip">pip</a></span><span class="user-title">Warden</span></div>
     <div class="post-infos"><a class="post-date" href="/t/x/5/${number}"><span class="relative-date" data-time="${at}" title="May 1, 2020 8:00 am">May 1</span></a></div></div>
     <div class="regular contents"><div class="cooked"><p>${body}</p></div><section class="embedded-posts"><div class="cooked"><p>a reply shown twice</p></div></section></div>
     <div class="user-signature">Sing.</div></div></article></div>`
  const page =
    read(`<!DOCTYPE html><html lang="en"><head><link rel="canonical" href="https://nest.example/t/soft-moss/5"></head><body class="navigation-topics">
    <div id="topic-title"><h1 data-topic-id="5"><a href="/t/soft-moss/5" class="fancy-title"><span>Soft moss</span></a></h1><div class="topic-category"><a class="badge-category__wrapper" href="/c/nests/4"><span class="badge-category"><span class="badge-category__name">Nests</span></span></a></div></div>
    ${post(1, Date.UTC(2020, 4, 1, 8), 'Where from?')}${post(3, Date.UTC(2020, 4, 2, 8), 'The wall.')}</body></html>`)
  it('reads names, times and numbers, the text once and no signature', () => {
    expect(page).toMatchObject({
      title: 'Soft moss',
      boards: [{ title: 'Nests' }],
      members: [{ title: 'Warden' }],
    })
    expect(page.posts).toEqual([
      { number: 1, at: '2020-05-01T08:00', author: 'pip', source: 'Where from?' },
      { number: 3, at: '2020-05-02T08:00', author: 'pip', source: 'The wall.' },
    ])
  })
  it('gives its posts the keys that the page without scripts gives them', () => {
    expect(page.record.threads[0]).toMatchObject({
      ...{
        key: 'nest.example/thread/5',
        posts: [{ key: 'nest.example/post/5/1' }, { key: 'nest.example/post/5/3' }],
      },
    })
  })
})

describe('phpBB', () => {
  const post = (id: number, byline: string, content: string, profile = '') =>
    `<div id="p${id}" class="post bg1"><div class="inner"><dl class="postprofile"><dt><a href="./memberlist.php?mode=viewprofile&amp;u=2" class="username">Kelp</a></dt>${profile}</dl>
     <div class="postbody"><p class="author">by <strong><a href="./memberlist.php?mode=viewprofile&amp;u=2" class="username">Kelp</a></strong> » ${byline}</p><div class="content">${content}</div></div></div></div>`
  const around = (posts: string, lang = 'en-gb') =>
    `<!DOCTYPE html><html lang="${lang}"><body><div class="content-wrap content"><h2 class="topic-title"><a href="./viewtopic.php?t=3">Tides</a></h2>${posts}</div></body></html>`
  it('3.3 states its times, and prints a date in the heading of a quote', () => {
    const { posts } = read(
      around(
        post(5, '<time datetime="2021-02-03T04:05:06+00:00">03 Feb 2021 04:05</time>', 'Low at six.') +
          post(
            6,
            '<time datetime="2021-02-03T05:05:06+00:00">03 Feb 2021 05:05</time>',
            '<blockquote cite="./viewtopic.php?p=5#p5"><div><cite>Kelp wrote: <a href="./viewtopic.php?p=5#p5" data-post-id="5" onclick="">↑</a><span class="responsive-hide">Wed Feb 03, 2021 4:05 am</span></cite>Low at six.</div></blockquote>High now.',
          ),
      ),
    )
    expect(posts.map(each => each.at)).toEqual(['2021-02-03T04:05', '2021-02-03T05:05'])
    expect(posts[1]?.source).toBe('[quote="Kelp"]Low at six.[/quote]\nHigh now.')
  })
  it('prints other languages, also in a style that wraps the page in a box of the same name as a text', () => {
    const { posts, members } = read(
      around(
        post(
          7,
          '12 лютого 2015, 10:11',
          'Приплив.',
          '<dd>Рибалка</dd><dd><strong>Повідомлень:</strong> 12</dd><dd><strong>З нами з:</strong> 1 січня 2010</dd>',
        ),
        'uk',
      ),
    )
    expect(posts).toMatchObject([{ at: '2015-02-12T10:11', author: 'Kelp', source: 'Приплив.' }])
    expect(members).toMatchObject([{ messages: 12, title: 'Рибалка', joinedAt: Date.UTC(2010, 0, 1) }])
  })
})

describe('MyBB 1.6', () => {
  it('prints posts as tables', () => {
    const { posts, members } =
      read(`<html lang="en"><body><div class="navigation"><a href="index.php">Rope</a> / <a href="forumdisplay.php?fid=2">Knots</a><span class="active">Sheet bend</span></div>
      <div id="posts"><table id="post_31" class="tborder"><tbody><tr><td class="trow1 post_author"><strong><span class="largetext"><a href="member.php?action=profile&amp;uid=2">Bight</a></span></strong><br><span class="smalltext">Splicer<br></span>
      <div class="author_statistics smalltext">Posts: 41<br>Joined: Jan 2009</div></td></tr>
      <tr><td class="trow2"><div class="float_right"><strong>Post: <a href="showthread.php?tid=6&amp;pid=31#pid31">#1</a></strong></div><span class="post_date">01-17-2010, 03:12 PM</span>
      <div class="post_body" id="pid_31">Over, under.</div><div class="signature">Pull.</div></td></tr></tbody></table></div></body></html>`)
    expect(posts).toMatchObject([{ at: '2010-01-17T15:12', author: 'Bight', source: 'Over, under.' }])
    expect(members).toMatchObject([{ title: 'Splicer', messages: 41, joinedAt: Date.UTC(2009, 0, 1) }])
  })
})

import type { FastifyInstance } from 'fastify'
import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf } from '#forum/actor.ts'
import { visibleTo } from '#forum/permissions/visible.ts'
import { type ListedSpeaker, MOST_COUNTED } from '#forum/quotations/model.ts'
import { speakersList } from '#forum/quotations/store-speaker-lists.ts'
import { SubmitButton } from '#web/components/button.ts'
import { LineInput } from '#web/components/field.ts'
import { line } from '#web/fields.ts'
import { form, freshForm, readQuery } from '#web/forms.ts'
import { show } from '#web/respond.ts'
import { keptRecord, Listed, Onward, tabPage } from '../frame.ts'
import { SpeakerLink, speakerJson } from '../stands.ts'

const PATH = '/record/speakers'
const MAX_FIND = 100
const MAX_AFTER = 300

const ListQuery = form({
  find: line({ max: MAX_FIND, min: 0 }),
  after: line({ max: MAX_AFTER, min: 0 }),
})

/** `/record/speakers`: everybody whose words posts report, by name. */
export function speakerListRoutes(app: FastifyInstance, forum: Forum): void {
  app.get(PATH, keptRecord, async (request, reply) => {
    const { words } = request.visitor
    const { read } = forum.store
    const { find, after } = readQuery(ListQuery, request)
    const visible = visibleTo(await forum.site.at(read), actorOf(request))
    const { speakers, next } = await speakersList(read, visible, {
      begins: find,
      ...(after !== '' && { after: { nameKey: after } }),
    })
    const rows = speakers.map(speaker => SpeakerLine(speaker, words))
    const path = find === '' ? PATH : `${PATH}?find=${encodeURIComponent(find)}`
    const page = tabPage(request, 'speakers', {
      about: 'record.speakers-about',
      list: html`${FindForm(find, words)}${Listed(rows, find === '' ? words.say('record.no-speakers') : words.say('record.no-such-speaker'))}${Onward(path, next?.nameKey ?? null, words)}`,
      json: {
        speakers: speakers.map(each => ({ ...speakerJson(each), postCount: each.postCount })),
        next: next?.nameKey ?? null,
      },
    })
    return show(request, reply, { ...page, ...(find !== '' && { robots: 'noindex' as const }) })
  })
}

function FindForm(find: string, words: Words): Html {
  const field = LineInput(freshForm({ find }), {
    name: 'find',
    label: words.say('record.find-speaker'),
    type: 'search',
    max: MAX_FIND,
    inputmode: 'search',
  })
  return html`<form class="form find" method="get" action="${PATH}" role="search">${field}${SubmitButton(words.say('member.find-send'), { kind: 'quiet' })}</form>`
}

function SpeakerLine(speaker: ListedSpeaker, words: Words): Html {
  const { postCount: count } = speaker
  const quoted =
    count < MOST_COUNTED
      ? words.say('record.quoted-in', { count })
      : words.say('record.quoted-in-many', { count })
  return html`<article class="row pair"><div><h3>${SpeakerLink(speaker)}</h3></div><div class="last">${quoted}</div></article>`
}

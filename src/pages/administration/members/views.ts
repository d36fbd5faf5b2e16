import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { MAX_ADDRESS, MAX_NAME } from '#forum/members/model.ts'
import type { FoundMember } from '#forum/members/store-search.ts'
import { ButtonLink, SubmitButton } from '#web/components/button.ts'
import { HiddenInput, LineInput } from '#web/components/field.ts'
import { FormNotice } from '#web/components/notice.ts'
import { type FormState, freshForm } from '#web/forms.ts'
import { MEMBERS_PATH } from '../model.ts'
import { Administration, type Frame, upTo } from '../views.ts'
import { listPath, type MemberPage, managePath, NEW_MEMBER_PATH, ROLE_NAMES } from './model.ts'

/** The list of members, with the search above it. */
export function MemberList(frame: Frame, page: MemberPage): Html {
  const { words } = frame
  const { search, members, more, groupName } = page
  const last = members.at(-1)
  const onward = [
    search.after !== null &&
      html`<a href="${listPath({ ...search, after: null })}">${words.say('administration.members-first')}</a>`,
    more &&
      last &&
      html`<a href="${listPath({ ...search, after: last.id })}" rel="next">${words.say('administration.members-next')}</a>`,
  ]
  const list =
    members.length > 0
      ? html`<div class="scroll">${Table(members, words)}</div><div class="acts">${onward}</div>`
      : html`<p class="nothing">${words.say('administration.members-none')}</p>`
  const kept =
    groupName !== null &&
    html`<p>${words.sayHtml('administration.members-of', { group: html`<b><bdi>${groupName}</bdi></b>` })} <a href="${listPath({ ...search, group: null, after: null })}">${words.say('administration.members-all')}</a></p>`
  return Administration(frame, {
    path: MEMBERS_PATH,
    title: words.say('administration.members'),
    content: html`<p>${ButtonLink(NEW_MEMBER_PATH, words.say('administration.add-member'), 'quiet')}</p>${Search(page, words)}${kept}${list}`,
  })
}

function Search({ search: { find, group } }: MemberPage, words: Words): Html {
  const input = LineInput(freshForm({ find }), {
    name: 'find',
    label: words.say('administration.members-find'),
    hint: words.say('administration.members-find-hint'),
    type: 'search',
    max: MAX_ADDRESS,
  })
  return html`<form class="form search" method="get" action="${MEMBERS_PATH}" role="search">${group !== null && HiddenInput('group', group)}${input}<div class="sends">${SubmitButton(words.say('administration.find'))}</div></form>`
}

function Table(members: readonly FoundMember[], words: Words): Html {
  const rows = members.map(({ id, name, address, role, suspended, joinedAt }) => {
    const standing = words.say(suspended ? 'administration.suspended' : ROLE_NAMES[role])
    return html`<tr><th scope="row"><a href="${managePath(id)}"><bdi>${name}</bdi></a></th><td>${standing}</td><td>${
      address === null ? '–' : html`<bdi>${address}</bdi>`
    }</td><td>${words.date(joinedAt)}</td></tr>`
  })
  return html`<table class="list"><thead><tr><th scope="col">${words.say('administration.member')}</th><th scope="col">${words.say('administration.role')}</th><th scope="col">${words.say('administration.address')}</th><th scope="col">${words.say('administration.joined')}</th></tr></thead><tbody>${rows}</tbody></table>`
}

/** The form of a new member. */
export function NewMember(frame: Frame, state: FormState): Html {
  const { words, csrf } = frame
  const name = LineInput(state, {
    name: 'name',
    label: words.say('administration.member-name'),
    hint: upTo(MAX_NAME, words),
    required: true,
  })
  const address = LineInput(state, {
    name: 'address',
    label: words.say('administration.address'),
    hint: words.say('administration.new-address-hint'),
    type: 'email',
    max: MAX_ADDRESS,
  })
  return Administration(frame, {
    path: MEMBERS_PATH,
    title: words.say('administration.new-member'),
    content: html`<form class="form" method="post" action="${MEMBERS_PATH}">${csrf}${FormNotice(state)}<p>${words.say('administration.new-member-about')}</p>${name}${address}<div class="sends">${SubmitButton(words.say('administration.add-member'))}</div></form>`,
    isWithin: true,
  })
}

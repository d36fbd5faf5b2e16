import type { FastifyRequest } from 'fastify'
import { type Html, html } from '#base/html.ts'
import type { Forum } from '#forum/act.ts'
import { actorOf, mayAdminister } from '#forum/actor.ts'
import { mayRegister } from '#forum/members/rules.ts'
import { mayLookAfterReports } from '#forum/reports/rules.ts'
import { Notice } from '#web/components/notice.ts'
import { Trail } from '#web/components/trail.ts'
import { CsrfField } from '#web/csrf.ts'
import type { Shell, ShellPage } from '#web/options.ts'

/** Where the links of the bar and the foot lead. */
const PATHS = {
  boards: '/',
  record: '/record',
  members: '/members',
  conversations: '/conversations',
  reports: '/reports',
  administration: '/administration',
  account: '/account',
  address: '/account/address',
  factor: '/account/factor',
  signIn: '/sign-in',
  register: '/register',
  signOut: '/sign-out',
  preferences: '/preferences',
} as const

/** The frame around every page: bar, content, foot. Looks nothing up. */
export function shellOf(forum: Forum): (page: ShellPage, request: FastifyRequest) => Shell {
  return (page, request) => {
    const { words } = request.visitor
    const { name } = forum.site.latest().settings
    return {
      title: page.title === name ? name : `${page.title} · ${name}`,
      body: html`${Bar(forum, request)}<main id="main">${Trail(page.trail, words)}${Unconfirmed(request)}${LacksFactor(request)}${page.main}</main><footer class="foot"><a href="${PATHS.preferences}">${words.say('shell.preferences')}</a></footer>`,
    }
  }
}

function Bar(forum: Forum, request: FastifyRequest): Html {
  const { words } = request.visitor
  const { settings } = forum.site.latest()
  const actor = actorOf(request)
  const here = request.url.split('?', 1)[0]
  const link = (path: string, name: string): Html =>
    html`<a href="${path}"${here === path && html` aria-current="page"`}>${name}</a>`
  const places = [
    link(PATHS.boards, words.say('shell.boards')),
    link(PATHS.record, words.say('shell.record')),
    link(PATHS.members, words.say('shell.members')),
    mayLookAfterReports(actor) && link(PATHS.reports, words.say('report.list')),
    mayAdminister(actor) && link(PATHS.administration, words.say('shell.administration')),
  ]
  const mine =
    actor.name === null
      ? [
          link(PATHS.signIn, words.say('shell.sign-in')),
          mayRegister(actor, settings) && link(PATHS.register, words.say('shell.register')),
        ]
      : [
          link(PATHS.conversations, conversationsName(request)),
          link(PATHS.account, actor.name),
          SignOut(request),
        ]
  return html`<header class="bar"><a href="/"><b><bdi>${settings.name}</bdi></b></a><nav aria-label="${words.say('shell.places')}">${places}</nav><nav aria-label="${words.say('shell.you')}">${mine}</nav></header>`
}

/** The name of the conversations, with how many of them are unread. */
function conversationsName({ visitor }: FastifyRequest): string {
  const { words, who } = visitor
  const count = who?.unread ?? 0
  return count === 0
    ? words.say('conversation.list')
    : words.say('conversation.list-unread', { number: words.number(count) })
}

/** What members are told, wherever they are, who have yet to confirm their address. */
function Unconfirmed(request: FastifyRequest): Html | false {
  const { words } = request.visitor
  const link = html`<a href="${PATHS.address}">${words.say('shell.unconfirmed-link')}</a>`
  return (
    actorOf(request).unconfirmed === true && Notice('plain', words.sayHtml('shell.unconfirmed', { link }))
  )
}

/** What moderators and administrators are told, wherever they are, whose rights wait for a second factor. */
function LacksFactor(request: FastifyRequest): Html | false {
  const { words } = request.visitor
  const link = html`<a href="${PATHS.factor}">${words.say('shell.lacks-factor-link')}</a>`
  return (
    actorOf(request).lacksFactor === true && Notice('plain', words.sayHtml('shell.lacks-factor', { link }))
  )
}

function SignOut(request: FastifyRequest): Html {
  return html`<form method="post" action="${PATHS.signOut}">${CsrfField(request)}<button>${request.visitor.words.say('shell.sign-out')}</button></form>`
}

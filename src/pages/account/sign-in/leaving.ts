import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import type { Departure } from '#forum/providers/actions.ts'
import { done, show } from '#web/respond.ts'
import { giveStep } from '#web/steps.ts'

/**
 * Sends a browser to a provider. By a page that leads on by itself: `form-action 'self'` keeps browsers from following a
 * redirect that comes after a form to another site, and it shall stay so.
 */
export async function leaveFor(
  request: FastifyRequest,
  reply: FastifyReply,
  departure: Departure & { name: string },
): Promise<FastifyReply> {
  const { location, token, name } = departure
  const { words, answer } = request.visitor
  giveStep(reply, 'provider', token)
  if (answer === 'json') return done(request, reply, { json: { location }, back: '/' })
  return show(request, reply, {
    title: words.say('provider.leaving', { name }),
    head: () => html`<meta http-equiv="refresh" content="0; url=${location}">`,
    main: () => Leaving(words, name, location),
    json: () => ({ location }),
    robots: 'noindex',
    style: 'full',
  })
}

function Leaving(words: Words, name: string, location: string): Html {
  const link = html`<a href="${location}" rel="noreferrer">${words.say('provider.leaving-link')}</a>`
  return html`<h1>${words.say('provider.leaving', { name })}</h1><p>${words.sayHtml('provider.leaving-about', { link })}</p>`
}

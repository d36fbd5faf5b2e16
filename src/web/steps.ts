import type { FastifyReply, FastifyRequest } from 'fastify'
import { cookieHeader, readCookie } from './cookies.ts'

/**
 * What a browser is in the middle of: the code after a password, a passkey that is asked for, a provider that is asked. Its
 * cookie binds the answer to the browser that was asked, and is gone when the browser closes.
 */
export type StepName = 'second' | 'passkey' | 'provider'

const TOKEN = /^[\w-]{43}$/

const cookieOf = (name: StepName, secure: boolean): string =>
  secure ? `__Host-step-${name}` : `step-${name}`

/** Gives the browser the token of a step, in place of an earlier one of the same name. */
export function giveStep(reply: FastifyReply, name: StepName, token: string): void {
  const { secure } = reply.server.web.options.config
  reply.header('set-cookie', cookieHeader(cookieOf(name, secure), token, null, secure))
}

/** The token of a step that a browser is in, or null. */
export function stepToken(request: FastifyRequest, name: StepName): string | null {
  const { secure } = request.server.web.options.config
  const token = readCookie(request.headers.cookie, cookieOf(name, secure))
  return token !== null && TOKEN.test(token) ? token : null
}

/** Takes the token of a step from the browser. */
export function clearStep(reply: FastifyReply, name: StepName): void {
  const { secure } = reply.server.web.options.config
  reply.header('set-cookie', cookieHeader(cookieOf(name, secure), '', 'gone', secure))
}

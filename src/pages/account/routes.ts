import type { FastifyInstance } from 'fastify'
import type { Forum } from '#forum/act.ts'
import { addressRoutes } from './address/routes.ts'
import { confirmRoutes } from './confirm/routes.ts'
import { takingRoutes } from './conversations/routes.ts'
import { draftListRoutes } from './drafts/routes.ts'
import { factorRoutes } from './factor/routes.ts'
import { forgottenRoutes } from './forgotten/routes.ts'
import { invitationRoutes } from './invitations/routes.ts'
import { dataRoutes } from './leaving/data.ts'
import { leavingRoutes } from './leaving/routes.ts'
import { linkRoutes } from './link/routes.ts'
import { mailRoutes } from './mail/routes.ts'
import { nameRoutes } from './name/routes.ts'
import { passkeyRoutes } from './passkeys/routes.ts'
import { passwordRoutes } from './password/routes.ts'
import { pictureRoutes } from './picture/routes.ts'
import { privacyRoutes } from './privacy/routes.ts'
import { profileRoutes } from './profile/routes.ts'
import { providerLinkRoutes } from './providers/routes.ts'
import { registerRoutes } from './register/routes.ts'
import { ownReportRoutes } from './reports/routes.ts'
import { scheduledRoutes } from './scheduled/routes.ts'
import { sessionRoutes } from './sessions/routes.ts'
import { codeRoutes } from './sign-in/code-routes.ts'
import { namedRoutes } from './sign-in/named-routes.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { signatureRoutes } from './signature/routes.ts'
import { tiesRoutes } from './ties/routes.ts'

/** Joining, signing in and out, and all that members keep of their own account. */
export function accountRoutes(app: FastifyInstance, forum: Forum): void {
  joiningRoutes(app, forum)
  signingInRoutes(app, forum)
  ownRoutes(app, forum)
}

function joiningRoutes(app: FastifyInstance, forum: Forum): void {
  registerRoutes(app, forum)
  confirmRoutes(app, forum)
}

function signingInRoutes(app: FastifyInstance, forum: Forum): void {
  signInRoutes(app, forum)
  codeRoutes(app, forum)
  namedRoutes(app, forum)
  forgottenRoutes(app, forum)
  linkRoutes(app, forum)
}

/** What members keep, in the order of the menu of an account. */
function ownRoutes(app: FastifyInstance, forum: Forum): void {
  profileRoutes(app, forum)
  nameRoutes(app, forum)
  pictureRoutes(app, forum)
  signatureRoutes(app, forum)
  privacyRoutes(app, forum)
  passwordRoutes(app, forum)
  passkeyRoutes(app, forum)
  factorRoutes(app, forum)
  providerLinkRoutes(app, forum)
  sessionRoutes(app, forum)
  draftListRoutes(app, forum)
  scheduledRoutes(app, forum)
  ownReportRoutes(app, forum)
  addressRoutes(app, forum)
  mailRoutes(app, forum)
  takingRoutes(app, forum)
  tiesRoutes(app, forum)
  invitationRoutes(app, forum)
  dataRoutes(app, forum)
  leavingRoutes(app, forum)
}

import { Argument, type Command, Option } from 'commander'
import { Refused } from '#base/errors.ts'
import type { Config } from '#config/config.ts'
import { act, type Forum } from '#forum/act.ts'
import { SYSTEM } from '#forum/actor.ts'
import { addMember } from '#forum/members/actions/admit.ts'
import { MEMBER_ROLES, type MemberRole } from '#forum/members/model.ts'
import { hashPassword, type PasswordHash } from '#forum/members/passwords.ts'
import { namedMembers } from '#forum/members/store.ts'
import { type Account, findAccount } from '#forum/members/store-accounts.ts'
import { makePasswordLink, setPassword } from '#forum/passwords/actions.ts'
import { changeRole } from '#forum/sessions/actions.ts'
import { withForum } from './forum.ts'
import { askSecret, canAsk, readInput } from './secret.ts'

interface Options {
  role?: MemberRole
  address?: string
  passwordStdin?: boolean
  link?: boolean
  json?: boolean
}

/** `rostra member add|role|password`: what an operator does for members, also when nobody can sign in. */
export function addMemberCommands(program: Command): void {
  const member = program.command('member').description('add members, give roles and passwords')
  const fromInput = () => new Option('--password-stdin', 'read the password from standard input')
  const link = () =>
    new Option('--link', 'print an address at which they choose a password, once').conflicts('passwordStdin')
  const json = () => new Option('--json', 'print a machine-readable account')
  member
    .command('add')
    .description('add a member, who cannot sign in without a password or a link')
    .argument('<name>', 'as others will see it')
    .addOption(new Option('--role <role>', 'what they may do').choices(MEMBER_ROLES).default('member'))
    .option('--address <address>', 'their mail address')
    .addOption(fromInput())
    .addOption(link())
    .addOption(json())
    .action(add)
  member
    .command('role')
    .description('give a member a role')
    .argument('<name>')
    .addArgument(new Argument('<role>').choices(MEMBER_ROLES))
    .addOption(json())
    .action(giveRole)
  member
    .command('password')
    .description('give a member a password, asked for at the terminal; their sessions end')
    .argument('<name>')
    .addOption(fromInput())
    .addOption(link())
    .addOption(json())
    .action(changePassword)
}

async function add(name: string, options: Options): Promise<void> {
  const { role = 'member', address = null } = options
  const typed = options.passwordStdin ? await readInput() : null
  await withForum(async (forum, config) => {
    const password = typed === null ? null : await hashPassword(typed, [name, address ?? ''])
    const { id, token } = await act(forum, SYSTEM, async a => {
      const made = await addMember(a, { name, address, password, role })
      return { id: made, token: options.link ? await makePasswordLink(a, made) : null }
    })
    const account = await accountOf(forum, id)
    tell(`Added ${account.name}, ${account.role}, number ${id}.`, account, options, linkOf(config, token))
  })
}

async function giveRole(name: string, role: MemberRole, options: Options): Promise<void> {
  await withForum(async forum => {
    const { id } = await find(forum, name)
    await act(forum, SYSTEM, a => changeRole(a, id, role))
    const account = await accountOf(forum, id)
    tell(`${account.name} is ${account.role} now.`, account, options)
  })
}

async function changePassword(name: string, options: Options, command: Command): Promise<void> {
  if (!options.link && !options.passwordStdin && !canAsk())
    command.error('error: there is no terminal to ask for a password; say --password-stdin or --link', {
      exitCode: 2,
    })
  const typed = options.passwordStdin ? await readInput() : null
  await withForum(async (forum, config) => {
    const account = await find(forum, name)
    if (options.link) {
      const token = await act(forum, SYSTEM, a => makePasswordLink(a, account.id))
      tell(`${account.name} chooses a password at this address:`, account, options, linkOf(config, token))
      return
    }
    const password = await hashFor(account, typed ?? (await askTwice(account.name)))
    await act(forum, SYSTEM, a => setPassword(a, account.id, password))
    tell(`${account.name} has a new password; their sessions have ended.`, account, options)
  })
}

const hashFor = ({ name, address }: Account, password: string): Promise<PasswordHash> =>
  hashPassword(password, [name, address ?? ''])

/** Throws an `Error` when the second answer is not the first. */
async function askTwice(name: string): Promise<string> {
  const password = await askSecret(`New password of ${name}: `)
  if ((await askSecret('Once more: ')) === password) return password
  throw new Error('These are two different passwords; nothing was changed.')
}

/** Throws an `Error` where nobody is called so. */
async function find(forum: Forum, name: string): Promise<Account> {
  const [found] = (await namedMembers(forum.store.read, [name])).values()
  if (!found) throw new Error(`There is no member ${name}.`)
  return accountOf(forum, found.id)
}

async function accountOf(forum: Forum, id: number): Promise<Account> {
  const account = await findAccount(forum.store.read, id)
  if (!account) throw new Refused('not-found')
  return account
}

const linkOf = ({ url }: Config, token: string | null): string | null =>
  token === null ? null : `${url}/password/${token}`

/** Says what was done, and nothing that is secret but the link, which was asked for. */
function tell(sentence: string, account: Account, { json }: Options, link: string | null = null): void {
  const { id, name, role, address } = account
  if (json) console.log(JSON.stringify({ id, name, role, address, ...(link && { link }) }))
  else console.log(link === null ? sentence : `${sentence}\n${link}`)
}

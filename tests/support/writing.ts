import { type Act, act, type Forum } from '#forum/act.ts'
import { type Actor, GUEST } from '#forum/actor.ts'
import type { ForumEvent } from '#forum/events.ts'
import { type Visible, visibleTo } from '#forum/permissions/visible.ts'
import { reply } from '#forum/posts/actions/reply.ts'
import { startThread } from '#forum/posts/actions/start.ts'
import type { StoreKind } from './databases.ts'
import { forumOf, type TestForum, testForum } from './forum.ts'

/** Everybody who may do something in a test forum: its members, and a guest. */
export const PEOPLE = ['Ada', 'Mo', 'Bo', 'Cy', 'Sol', 'guest'] as const
export type Person = (typeof PEOPLE)[number]

/** A forum in which people write. */
export interface TestWriting {
  readonly house: TestForum
  readonly forum: Forum
  readonly people: Readonly<Record<Person, Actor>>
  /** What happened so far. */
  readonly events: ForumEvent[]
  /** Runs an action as somebody. */
  as<T>(who: Person, action: (a: Act) => Promise<T>): Promise<T>
  /** What somebody may see at present. */
  seen(who: Person): Promise<Visible>
  /** Starts a thread in the board `news` unless another is named; → its id. */
  start(who: Person, change?: { boardId?: number; title?: string; source?: string }): Promise<number>
  /** Adds a post to a thread; → its number. */
  write(who: Person, threadId: number, source?: string): Promise<number>
  close(): Promise<void>
}

const ROLES = { Ada: 'administrator', Mo: 'moderator', Bo: 'member', Cy: 'member', Sol: 'member' } as const

function peopleOf({ members }: TestForum): Record<Person, Actor> {
  const entries = PEOPLE.map((name): [Person, Actor] =>
    name === 'guest'
      ? [name, GUEST]
      : [name, { ...GUEST, memberId: members[name], name, role: ROLES[name], suspended: name === 'Sol' }],
  )
  return Object.fromEntries(entries) as Record<Person, Actor>
}

/** Opens a test forum in which everybody can write. */
export async function testWriting(kind: StoreKind): Promise<TestWriting> {
  const house = await testForum(kind)
  const { store } = house
  const events: ForumEvent[] = []
  const forum: Forum = {
    ...(await forumOf(house)),
    origin: 'https://forum.test',
    deliver: async stored => void events.push(...stored.map(each => each.event)),
  }
  const people = peopleOf(house)
  const as = <T>(who: Person, action: (a: Act) => Promise<T>): Promise<T> => act(forum, people[who], action)
  return {
    ...{ house, forum, people, events, as },
    seen: async who => visibleTo(await forum.site.at(store.read), people[who]),
    start: async (who, { boardId = house.boards.news, title = 'Port strike', source = 'First.' } = {}) => {
      const input = { boardId, title, source, format: 'markdown', requestKey: null } as const
      return (await as(who, a => startThread(a, input))).threadId
    },
    write: async (who, threadId, source = 'More.') => {
      const input = { threadId, source, format: 'markdown', requestKey: null } as const
      return (await as(who, a => reply(a, input))).number
    },
    close: () => house.close(),
  }
}

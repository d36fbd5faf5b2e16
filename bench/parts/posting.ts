import { join } from 'node:path'
import type { CommitQuestion } from '../baseline/commits.ts'
import { startChild } from '../children.ts'
import { type Figure, middle } from '../figures.ts'
import { interleave } from '../interleave.ts'
import { ADDRESS, KEY, postRequest, rateOf } from '../load/load.ts'
import type { Part } from '../part.ts'
import { rostra } from '../program.ts'
import type { Client } from '../stage/client.ts'
import { prose } from '../stage/prose.ts'
import { replyFields } from '../stage/stage.ts'

const WORDS = 100

/** The request in which a member replies to a thread, with a place for the key that makes each a post of its own. */
export async function postingRequest(member: Client, thread: number): Promise<string> {
  const fields = await replyFields(member, thread)
  const [source = ''] = prose(1, WORDS)
  return postRequest(
    `/threads/${thread}/posts`,
    { Cookie: member.cookie, 'X-Forwarded-For': ADDRESS },
    { ...fields, source, requestKey: KEY },
  )
}

/**
 * Members reply at once through the real server, each post on the disk before it is acknowledged; beside it the same rows
 * written by `better-sqlite3` alone, a commit a post, into a copy of the database on the same disk, with the same setting.
 */
export const posting: Part = async (stage, { rounds, seconds }): Promise<Figure[]> => {
  const requests = await Promise.all(
    stage.members.map((member, index) => postingRequest(member, stage.busy[index] as number)),
  )
  const plan = { port: stage.server.port, connections: requests.length, seconds, requests }
  const slow: number[] = []
  const ours = async () => {
    const result = await stage.load.ask(plan)
    slow.push(result.slow)
    return { rate: rateOf(result, 303) }
  }
  // The rows that are written again are those of a first round.
  await ours()
  const file = join(stage.data, 'commits.sqlite')
  await rostra(stage.data, ['backup', file])
  const baseline = startChild<CommitQuestion, number>('baseline/commits.ts')
  try {
    const {
      ours: posts,
      baseline: bare,
      ratio,
    } = await interleave(rounds, ours, async () => ({
      rate: await baseline.ask({ file, threads: stage.busy, seconds }),
    }))
    return [
      middle(`posting through the server, ${requests.length} members at once`, '/s', posts['rate']!),
      { what: '  99 of 100 acknowledged within', value: Math.max(...slow), unit: 'ms' },
      middle('  bare commits of the same rows', '/s', bare['rate']!),
      middle('  share', 'ratio', ratio['rate']!, { least: 0.3 }),
    ]
  } finally {
    await baseline.end()
  }
}

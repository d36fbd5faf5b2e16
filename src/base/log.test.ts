import { describe, expect, it } from 'vitest'
import { createLog, type LogLevel } from './log.ts'

function logging(readable: boolean, level: LogLevel = 'info') {
  const lines: string[] = []
  return { lines, log: createLog({ level, readable, to: { write: line => lines.push(line) } }) }
}

describe('log', () => {
  it('writes a JSON object a line', () => {
    const { log, lines } = logging(false)
    log.info({ port: 3000 }, 'Listening')
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      level: 'info',
      port: 3000,
      msg: 'Listening',
    })
    expect(lines[0]?.endsWith('}\n')).toBe(true)
  })

  it('writes its level and the graver ones', () => {
    const { log, lines } = logging(false, 'warn')
    log.info('no')
    log.warn('yes')
    log.error('yes')
    expect(lines).toHaveLength(2)
    const silent = logging(false, 'silent')
    silent.log.error('no')
    expect(silent.lines).toEqual([])
  })

  it.each([true, false])('hides secrets (readable: %s)', readable => {
    const { log, lines } = logging(readable)
    log.info({
      password: 'hush',
      body: { token: 'hush' },
      request: { headers: { cookie: 'hush', authorization: 'hush', 'set-cookie': ['hush'] } },
    })
    log.error({ err: new Error('no answer from postgres://ann:hu@sh@db.example:5432/forum') }, 'Stopped')
    expect(lines.join('')).not.toMatch(/hush|hu@sh|ann/)
    expect(lines.join('')).toContain('postgres://[hidden]@db.example:5432/forum')
  })

  it('tells a person the time of day, the level, the sentence, the fields and the stack', () => {
    const { log, lines } = logging(true)
    log.info({ port: 3000, host: 'localhost' }, 'Listening')
    log.error(new Error('broken'))
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d info {2}Listening port=3000 host=localhost\n$/)
    expect(lines[1]).toMatch(/^\d\d:\d\d:\d\d error broken\nError: broken\n {4}at /)
  })

  it('lets nobody forge a line or steer the terminal', () => {
    const { log, lines } = logging(true)
    log.info({ agent: 'a\r\n12:00:00 error\u2028', 'x\n': 1 }, '\u001b[2Jgone\u0085')
    expect(lines[0]?.slice(9)).toBe(
      'info  \\u001b[2Jgone\\u0085 agent=a\\u000d\\u000a12:00:00 error\\u2028 x\\u000a=1\n',
    )
  })

  it('takes time in proportion to what it writes', () => {
    const { log, lines } = logging(false)
    const start = performance.now()
    log.info('://a:'.repeat(200_000))
    expect(performance.now() - start).toBeLessThan(2000)
    expect(lines).toHaveLength(1)
  })
})

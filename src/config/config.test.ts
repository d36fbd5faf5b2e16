import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from './config.ts'
import { VARIABLES } from './variables.ts'

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: 'localhost',
      url: 'http://localhost:3000',
      secure: false,
      data: './data',
      databaseUrl: undefined,
      durability: 'full',
      trustedProxies: 0,
      logLevel: 'info',
      pageCacheBytes: 32 * 1024 * 1024,
      uploadBytes: 8 * 1024 * 1024,
      ...{ s3Url: undefined, s3Key: undefined, s3Secret: undefined, s3Region: 'us-east-1' },
      reading: 'on',
      outgoing: 'allowed',
      outgoingHosts: [],
      smtp: undefined,
      mailFrom: undefined,
      secret: undefined,
    })
  })

  it('reads every variable', () => {
    expect(
      readConfig({
        PORT: '8080',
        HOST: '::',
        ROSTRA_URL: 'https://forum.example/',
        ROSTRA_DATA: '/srv/forum',
        DATABASE_URL: 'postgres://ann:hush@db.example/forum',
        ROSTRA_DURABILITY: 'normal',
        ROSTRA_TRUSTED_PROXIES: '10.0.0.0/8, ::1',
        ROSTRA_LOG: 'debug',
        ROSTRA_CACHE_MB: '0',
        ROSTRA_UPLOAD_MB: '20',
        ROSTRA_READING: 'off',
        ROSTRA_OUTGOING: 'forbidden',
        ROSTRA_OUTGOING_HOSTS: 'Wiki.example, 10.0.0.7:8080',
        ROSTRA_S3_URL: 'https://s3.example/bucket/',
        ROSTRA_S3_KEY: 'key',
        ROSTRA_S3_SECRET: 'secret',
        ROSTRA_S3_REGION: 'eu-central-1',
        ROSTRA_SMTP_URL: 'smtps://me:s%40cret@mail.example',
        ROSTRA_MAIL_FROM: 'board@forum.example',
        ROSTRA_SECRET: 'ab'.repeat(32),
        HOME: '/root',
      }),
    ).toEqual({
      port: 8080,
      host: '::',
      url: 'https://forum.example',
      secure: true,
      data: '/srv/forum',
      databaseUrl: 'postgres://ann:hush@db.example/forum',
      durability: 'normal',
      trustedProxies: ['10.0.0.0/8', '::1'],
      logLevel: 'debug',
      pageCacheBytes: 0,
      uploadBytes: 20 * 1024 * 1024,
      ...{ s3Url: 'https://s3.example/bucket', s3Key: 'key', s3Secret: 'secret', s3Region: 'eu-central-1' },
      reading: 'off',
      outgoing: 'forbidden',
      outgoingHosts: [
        { host: 'wiki.example', port: null },
        { host: '10.0.0.7', port: 8080 },
      ],
      smtp: {
        ...{ host: 'mail.example', port: 465, secure: true, encryption: 'required' },
        ...{ user: 'me', password: 's@cret' },
      },
      mailFrom: 'board@forum.example',
      secret: Buffer.alloc(32, 0xab),
    })
  })

  it('follows the port in the address', () => {
    expect(readConfig({ PORT: '81' }).url).toBe('http://localhost:81')
  })

  it('takes an empty value for none and drops space around one', () => {
    expect(readConfig({ PORT: ' 81\r', HOST: '  ', ROSTRA_URL: '' })).toMatchObject({
      port: 81,
      host: 'localhost',
      url: 'http://localhost:81',
    })
  })

  it('names every wrong variable in a sentence of its own', () => {
    const env = {
      PORT: 'http',
      ROSTRA_LOG: 'loud',
      ROSTRA_PROT: '1',
      ROSTRA_UPLOAD_MB: '0',
      ROSTRA_COLOUR: 'red',
    }
    expect(problemsOf(env)).toEqual([
      'PORT must be a whole number from 0 to 65535, not "http".',
      'ROSTRA_LOG must be silent, error, warn, info or debug, not "loud".',
      'ROSTRA_UPLOAD_MB must be a whole number from 1 to 1024, not "0".',
      'There is no variable ROSTRA_PROT.',
      'There is no variable ROSTRA_COLOUR.',
    ])
    expect(() => readConfig(env)).toThrow(problemsOf(env).join('\n'))
  })

  it('suggests the variable that was meant', () => {
    expect(problemsOf({ ROSTRA_LOGS: '' })).toEqual([
      'There is no variable ROSTRA_LOGS; did you mean ROSTRA_LOG?',
    ])
    expect(problemsOf({ ROSTRA_TRUSTED_PROXY: '1' })[0]).toContain('did you mean ROSTRA_TRUSTED_PROXIES?')
    expect(problemsOf({ ROSTRA_PORT: '1' })[0]).toContain('did you mean PORT?')
    expect(problemsOf({ [`ROSTRA_${'X'.repeat(100_000)}`]: '1' })).toHaveLength(1)
  })

  it('shows no secret, and no more of a value than is needed to find it', () => {
    expect(problemsOf({ DATABASE_URL: 'mysql://ann:hush@db', ROSTRA_SECRET: 'hush' }).join()).not.toContain(
      'hush',
    )
    expect(problemsOf({ ROSTRA_LOG: 'x'.repeat(5000) }).join().length).toBeLessThan(200)
  })

  it('either gives a whole configuration or complains, whatever the environment holds', () => {
    const names = Object.values(VARIABLES).map(each => each.name)
    const environments = fc.dictionary(fc.constantFrom(...names), fc.string())
    fc.assert(
      fc.property(environments, env => {
        const problems = problemsOf(env)
        if (problems.length === 0) expect(Object.keys(readConfig(env))).toHaveLength(names.length + 1)
        expect(problems.every(problem => /^[A-Z0-9_]+ must be .+\.$/s.test(problem))).toBe(true)
      }),
    )
  })
})

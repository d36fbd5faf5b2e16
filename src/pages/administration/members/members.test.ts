import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import { SYSTEM } from '#forum/actor.ts'
import { addMember } from '#forum/members/actions/admit.ts'
import { addGroup, putInGroups } from '#forum/permissions/actions.ts'
import { STORES } from '../../../../tests/support/databases.ts'
import { type Fields, type TestPages, testPages } from '../../../../tests/support/pages.ts'
import { MEMBERS_PATH } from '../model.ts'
import { administrationRoutes } from '../routes.ts'

describe.each(STORES)('the members of the administration on %s', kind => {
  let pages: TestPages
  beforeEach(async () => {
    pages = await testPages(kind, administrationRoutes)
  })
  afterEach(() => pages.close())

  const look = (query = '') => pages.get(pages.people.administrator, `${MEMBERS_PATH}${query}`)
  const names = async (query: string): Promise<string[]> => {
    const { members } = await pages.json(pages.people.administrator, `${MEMBERS_PATH}${query}`)
    return (members as { name: string }[]).map(member => member.name)
  }
  const send = (fields: Fields) => pages.post(pages.people.administrator, MEMBERS_PATH, fields)
  const addMany = async (count: number) => {
    for (let index = 0; index < count; index++)
      await act(pages.forum, SYSTEM, a => addMember(a, { name: `Deckhand ${100 + index}` }))
  }

  test('are listed with role, address and day, and found by the beginning of a name or an address', async () => {
    const { body } = await look()
    const { Ada, Sol } = pages.house.members
    expect(body).toContain(`<a href="${MEMBERS_PATH}/${Ada}"><bdi>Ada</bdi></a></th><td>Administrator</td>`)
    expect(body).toContain(`<a href="${MEMBERS_PATH}/${Sol}"><bdi>Sol</bdi></a></th><td>Suspended</td>`)
    expect(body).toContain('<bdi>ada@example.org</bdi></td><td>1 March 2024</td>')
    expect(await names('?find=b')).toEqual(['Bo'])
    const found = await look('?find=%3Cb%3E')
    expect(found.body).toContain('Nobody has a name or an address like that.')
    expect(found.body).toContain('value="&lt;b&gt;"')
    for (const query of ['?after=x', '?group=-1', '?find=a&find=b', `?find=${'x'.repeat(255)}`])
      expect((await look(query)).statusCode, query).toBe(422)
  })

  test('go on page by page, each member once, with the search kept', async () => {
    await addMany(101)
    const seen: string[] = []
    let path = '?find=deckhand'
    for (let page = 1; page <= 3; page++) {
      const { body } = await look(path)
      const list = [...body.matchAll(/<bdi>(Deckhand \d+)<\/bdi>/g)].map(match => match[1]!)
      expect(list).toHaveLength(page === 3 ? 1 : 50)
      seen.push(...list)
      expect(body.includes('To the beginning')).toBe(page > 1)
      const next = /<a href="\/administration\/members([^"]+)" rel="next">/.exec(body)?.[1]
      expect(next === undefined).toBe(page === 3)
      path = (next ?? '').replaceAll('&amp;', '&')
      if (page < 3) expect(path).toMatch(/^\?find=deckhand&after=\d+$/)
    }
    expect(new Set(seen).size).toBe(101)
  })

  test('of one group are a list of their own', async () => {
    const group = await act(pages.forum, SYSTEM, a => addGroup(a, 'Pilots & <tugs>'))
    await act(pages.forum, SYSTEM, a => putInGroups(a, pages.house.members.Cy, [group]))
    expect(await names(`?group=${group}`)).toEqual(['Cy'])
    const { body } = await look(`?group=${group}`)
    expect(body).toContain('Only those in the group <b><bdi>Pilots &amp; &lt;tugs&gt;</bdi></b>.')
    expect(body).toContain(`<input type="hidden" name="group" value="${group}">`)
    expect(await names('?group=999')).toEqual([])
  })

  test('are added with a name, and an address where there is one', async () => {
    const sent = await send({ name: 'Edda', address: 'Edda@Example.org' })
    const path = sent.headers['location']?.replace('?done=1', '') ?? ''
    expect(path).toMatch(/^\/administration\/members\/\d+$/)
    expect(await pages.json(pages.people.administrator, path)).toMatchObject({
      name: 'Edda',
      role: 'member',
      address: 'Edda@Example.org',
      suspended: false,
    })
    const { id } = (
      await pages.postJson(pages.people.administrator, MEMBERS_PATH, { name: 'Fenn', address: '' })
    ).json()
    expect(await pages.json(pages.people.administrator, `${MEMBERS_PATH}/${id}`)).toMatchObject({
      address: null,
    })
  })

  test('that cannot be added are shown again as typed, and nobody is made', async () => {
    const before = await names('')
    await act(pages.forum, SYSTEM, a => addMember(a, { name: 'Gale', address: 'gale@example.org' }))
    const bad: [Fields, number, string][] = [
      [{ name: '' }, 422, 'name'],
      [{ name: 'x'.repeat(41) }, 422, 'name'],
      [{ name: 'G\u0430le' }, 422, 'name'],
      [{ name: 'GALE' }, 409, 'name'],
      [{ name: 'Hana', address: 'no address' }, 422, 'address'],
      [{ name: 'Hana', address: 'GALE@example.org' }, 409, 'address'],
    ]
    for (const [fields, status, field] of bad) {
      const sent = await send({ address: '', ...fields })
      expect(sent.statusCode, JSON.stringify(fields)).toBe(status)
      expect(sent.body).toContain(`<a href="#field-${field}">`)
      if (field === 'address') expect(sent.body).toContain('value="Hana"')
    }
    for (const extra of ['role', 'id', 'password', 'nameKey', 'suspended', '__proto__'])
      expect((await send({ name: 'Hana', address: '', [extra]: 'administrator' })).statusCode).toBe(422)
    expect(await names('')).toEqual([...before, 'Gale'].sort())
  })
})

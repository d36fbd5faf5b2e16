import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { act } from '#forum/act.ts'
import { SYSTEM } from '#forum/actor.ts'
import { putInGroups } from '#forum/permissions/actions.ts'
import { MAX_GROUP_NAME } from '#forum/permissions/model.ts'
import { STORES } from '../../../../tests/support/databases.ts'
import { type Fields, type TestPages, testPages } from '../../../../tests/support/pages.ts'
import { GROUPS_PATH, MEMBERS_PATH } from '../model.ts'
import { administrationRoutes } from '../routes.ts'

describe.each(STORES)('the groups of the administration on %s', kind => {
  let pages: TestPages
  beforeEach(async () => {
    pages = await testPages(kind, administrationRoutes)
  })
  afterEach(() => pages.close())

  const send = (path: string, fields: Fields = {}) =>
    pages.post(pages.people.administrator, `${GROUPS_PATH}${path}`, fields)
  const look = async (path: string) =>
    (await pages.get(pages.people.administrator, `${GROUPS_PATH}${path}`)).body
  const add = async (name: string): Promise<number> =>
    (await pages.postJson(pages.people.administrator, GROUPS_PATH, { name })).json().id
  const names = async () =>
    (await pages.forum.site.at(pages.house.store.read)).access.groups.map(group => group.name)

  test('are added, listed with how many are in them, and named otherwise', async () => {
    const sent = await send('', { name: ' Pilots  &\u0000 <tugs> ' })
    expect(sent.headers['location']).toBe(`${GROUPS_PATH}?done=1`)
    const id = await add('Night watch')
    const { Bo, Cy } = pages.house.members
    for (const member of [Bo, Cy]) await act(pages.forum, SYSTEM, a => putInGroups(a, member, [id]))
    const body = await look('')
    expect(body).toContain('<bdi>Pilots &amp; &lt;tugs&gt;</bdi></a></th><td>0 members</td>')
    expect(body).toContain('<bdi>Night watch</bdi></a></th><td>2 members</td>')
    for (const row of [
      'Guests</th><td>Everybody',
      'Members</th><td>5 members',
      'Moderators</th><td>2 members',
    ])
      expect(body).toContain(`<th scope="row">${row}</td>`)
    expect(body).toContain('<th scope="row">Administrators</th><td>1 member</td>')
    expect(await look(`/${id}`)).toContain(`<a href="${MEMBERS_PATH}?group=${id}">2 members</a>`)
    expect((await send(`/${id}`, { name: 'Day watch' })).headers['location']).toBe(
      `${GROUPS_PATH}/${id}?done=1`,
    )
    expect(await names()).toContain('Day watch')
    expect(await pages.json(pages.people.administrator, `${GROUPS_PATH}/${id}`)).toMatchObject({
      name: 'Day watch',
      count: 2,
    })
  })

  test('have names of their own: none, long and taken ones are shown again as typed', async () => {
    const pilots = await add('Pilots')
    await add('Tugs')
    for (const path of ['', `/${pilots}`]) {
      expect((await send(path, { name: '' })).body).toContain('Please fill this in.')
      const long = await send(path, { name: 'x'.repeat(MAX_GROUP_NAME + 1) })
      expect(long.statusCode).toBe(422)
      expect(long.body).toContain(`value="${'x'.repeat(MAX_GROUP_NAME + 1)}"`)
      for (const name of ['Tugs', 'member', 'administrator']) {
        const taken = await send(path, { name })
        expect(taken.statusCode).toBe(409)
        expect(taken.body).toContain('There is a group of this name already.')
        expect(taken.body).toContain(`value="${name}"`)
      }
      for (const extra of ['kind', 'id', '__proto__'])
        expect((await send(path, { name: 'New', [extra]: 'administrator' })).statusCode).toBe(422)
    }
    expect(await names()).toEqual(['guest', 'member', 'moderator', 'administrator', 'Pilots', 'Tugs'])
  })

  test('are removed, but for those of the roles, which have no page', async () => {
    const pilots = await add('Pilots')
    expect(await look(`/${pilots}`)).toContain(`action="${GROUPS_PATH}/${pilots}/remove"`)
    expect((await send(`/${pilots}/remove`, { all: '1' })).statusCode).toBe(422)
    expect((await send(`/${pilots}/remove`)).headers['location']).toBe(`${GROUPS_PATH}?done=1`)
    expect((await send(`/${pilots}/remove`)).statusCode).toBe(404)
    const { access } = await pages.forum.site.at(pages.house.store.read)
    expect(access.groups).toHaveLength(4)
    for (const { id } of access.groups) {
      expect((await send(`/${id}/remove`)).statusCode).toBe(404)
      expect((await send(`/${id}`, { name: 'New' })).statusCode).toBe(404)
      expect((await pages.get(pages.people.administrator, `${GROUPS_PATH}/${id}`)).statusCode).toBe(404)
    }
    expect(await names()).toHaveLength(4)
  })
})

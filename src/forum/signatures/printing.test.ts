import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { STORES } from '../../../tests/support/databases.ts'
import { type TestWriting, testWriting } from '../../../tests/support/writing.ts'
import { rename } from '../members/actions/rename.ts'
import { changeMemberSettings } from '../settings/actions.ts'
import { setSignature } from './actions.ts'
import { printNamingSignatures, printOldSignatures } from './printing.ts'
import { signaturesOf } from './store.ts'

describe.each(STORES)('signatures are printed anew on %s', kind => {
  let writing: TestWriting
  let ids: TestWriting['house']['members']
  beforeEach(async () => {
    writing = await testWriting(kind)
    ids = writing.house.members
    const settings = (await writing.forum.site.at(writing.forum.store.read)).memberSettings
    await writing.as('Ada', a => changeMemberSettings(a, { ...settings, signatures: 'on' }))
    await writing.as('Cy', a => setSignature(a, ids.Cy, 'Ask @Bo.'))
    await writing.as('Mo', a => setSignature(a, ids.Mo, 'Ask nobody.'))
  })
  afterEach(() => writing.close())

  const shown = async (id: number) => (await signaturesOf(writing.forum.store.read, [id])).get(id)
  const spoil = () =>
    writing.house.store.write
      .updateTable('members')
      .set({ signatureHtml: '<p>old</p>' })
      .where('signature', '<>', '')
      .execute()

  test('when a member whom they lead to has another name', async () => {
    await writing.as('Bo', a => rename(a, ids.Bo, 'Edda'))
    await printNamingSignatures(writing.forum, { memberId: ids.Bo, after: 5 })
    expect(await shown(ids.Cy)).toContain(`/members/${ids.Bo}/bo`)
    writing.events.length = 0
    for (let time = 0; time < 2; time++)
      await printNamingSignatures(writing.forum, { memberId: ids.Bo, after: 0 })
    expect(await shown(ids.Cy)).toContain(`/members/${ids.Bo}/edda`)
    expect(writing.events).toEqual([{ type: 'member.changed', memberId: ids.Cy }])
  })

  test('once when the renderer has become another', async () => {
    await spoil()
    expect(await printOldSignatures(writing.forum, 1)).toBe(1)
    expect([await shown(ids.Mo), await shown(ids.Cy)]).toEqual([
      expect.stringContaining('Ask nobody.'),
      '<p>old</p>',
    ])
    while ((await printOldSignatures(writing.forum, 1)) > 0);
    expect(await shown(ids.Cy)).toContain(`/members/${ids.Bo}/bo`)
    await spoil()
    expect(await printOldSignatures(writing.forum)).toBe(0)
  })
})

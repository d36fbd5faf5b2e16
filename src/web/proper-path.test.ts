import { expect, test } from 'vitest'
import { properPath } from './proper-path.ts'

test('a page asked for by other words is known under its own, its query kept', () => {
  expect(properPath({ url: '/boards/7/gr%C3%B6%C3%9Fe' }, '/boards/7/gr%C3%B6%C3%9Fe')).toBeNull()
  expect(properPath({ url: '/boards/7/größe' }, '/boards/7/gr%C3%B6%C3%9Fe')).toBeNull()
  expect(properPath({ url: '/boards/7/gr%c3%b6%c3%9fe?before=1.2' }, '/boards/7/gr%C3%B6%C3%9Fe')).toBeNull()
  expect(properPath({ url: '/boards/7/old?before=1.2&x=?' }, '/boards/7/new')).toBe(
    '/boards/7/new?before=1.2&x=?',
  )
  expect(properPath({ url: '/boards/7' }, '/boards/7/new')).toBe('/boards/7/new')
  expect(properPath({ url: '/boards/7/new/' }, '/boards/7/new')).toBe('/boards/7/new')
  expect(properPath({ url: '/boards/7/%zz' }, '/boards/7/-')).toBe('/boards/7/-')
})

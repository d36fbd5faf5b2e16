import { describe, expect, it } from 'vitest'
import { driverFor, sqliteVersions } from './driver.ts'

describe('the driver of SQLite', () => {
  it('is the one that does not crash the Node it runs on', () => {
    for (const old of ['20.19.0', '20.20.2', '22.13.9']) expect(driverFor(old)).toBe('better-sqlite3')
    for (const later of ['22.14.0', '23.0.0', '24.21.0', '26.0.0'])
      expect(driverFor(later)).toBe('better-sqlite3-13')
  })

  it('is of the line that was chosen, with a SQLite inside', () => {
    const { driver, sqlite } = sqliteVersions()
    const line = driverFor(process.versions.node) === 'better-sqlite3' ? '12' : '13'
    expect(driver.split('.')[0]).toBe(line)
    expect(sqlite).toMatch(/^3\.\d+\.\d+$/)
  })
})

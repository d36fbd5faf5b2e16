import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { askSecret, canAsk, readInput } from './secret.ts'

/** A terminal on which keys are pressed, and what it shows. */
function terminal() {
  const raw: boolean[] = []
  const shown: string[] = []
  const keys = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (on: boolean) => raw.push(on) })
  return { keys, raw, shown, screen: { write: (text: string) => shown.push(text) } }
}

describe('a secret', () => {
  it('is read key by key and not shown', async () => {
    const { keys, raw, shown, screen } = terminal()
    expect(canAsk(keys)).toBe(true)
    const asked = askSecret('Password: ', keys, screen)
    keys.write('pas')
    keys.write('x\u007fs')
    keys.write('wörd 🚢🚢\u007f\rrest')
    expect(await asked).toBe('passwörd 🚢')
    expect(raw).toEqual([true, false])
    expect(shown).toEqual(['Password: ', '\n'])
  })

  it('can be broken off, and the terminal is as before', async () => {
    const { keys, raw, screen } = terminal()
    const asked = askSecret('Password: ', keys, screen)
    keys.write('abc\u0003')
    await expect(asked).rejects.toThrow('Broken off')
    expect(raw).toEqual([true, false])
  })

  it('comes from standard input as it is, but for the last line break', async () => {
    const input = new PassThrough()
    expect(canAsk(input)).toBe(false)
    input.end(' two\nlines \r\n')
    expect(await readInput(input)).toBe(' two\nlines ')
  })
})

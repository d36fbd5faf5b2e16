import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLASS_NAMES, colourClass, fontClass, isStyleClass, sizeClass } from './styles.ts'

const HOSTILE = [
  ...['', ' ', 'expression(alert(1))', 'red;background:url(//evil.example)', 'red"', '</span>', 'url(a)'],
  ...['javascript:a', 'constructor', '__proto__', 'var(--ink)', '999999px', '-1', '5px;x:y', 'NaN'],
]

describe('colourClass', () => {
  it.each([
    ['red', 'c-red'],
    ['Red', 'c-red'],
    [' navy ', 'c-navy'],
    ['#f00', 'c-red'],
    ['#FF0000', 'c-red'],
    ['ff0000', 'c-red'],
    ['#000080ff', 'c-navy'],
    ['rgb(0, 128, 0)', 'c-green'],
    ['rgba(0,128,0,.5)', 'c-green'],
    ['rgb(999,999,999)', 'c-white'],
    ['crimson', 'c-red'],
    ['rebeccapurple', 'c-purple'],
    ['darkslateblue', 'c-purple'],
  ])('%j is %s', (written, name) => expect(colourClass(written)).toBe(name))
  it.each(HOSTILE)('%j is no colour', written => expect(colourClass(written)).toBeNull())
})

describe('sizeClass', () => {
  it.each([
    ['1', 's-1'],
    ['4', 's-4'],
    ['7', 's-7'],
    ['+2', 's-2'],
    ['100', 's-4'],
    ['200', 's-7'],
    ['50', 's-1'],
    ['85%', 's-3'],
    ['15px', 's-4'],
    ['8pt', 's-2'],
    ['1.25em', 's-5'],
    ['2rem', 's-7'],
    ['large', 's-5'],
    ['XX-Small', 's-1'],
    ['20', 's-6'],
  ])('%j is %s', (written, name) => expect(sizeClass(written)).toBe(name))
  it.each([...HOSTILE, '0', '0px', '1 2', 'big', '1e9'])('%j is no size', written =>
    expect(sizeClass(written)).toBeNull(),
  )
})

describe('fontClass', () => {
  it.each([
    ['Courier New', 'f-mono'],
    ['Times New Roman', 'f-serif'],
    ['Comic Sans MS', 'f-hand'],
    ['Arial, Helvetica, sans-serif', 'f-sans'],
    ['Verdana', 'f-sans'],
    ['Noto Naskh', 'f-sans'],
  ])('%j is %s', (written, name) => expect(fontClass(written)).toBe(name))
  it.each(['', 'a;b', 'a{', 'url(x)', '<', 'a'.repeat(101)])('%j is none', written =>
    expect(fontClass(written)).toBeNull(),
  )
})

it('gives no class that is not on the list', () => {
  const listed = (name: string | null) => name === null || (isStyleClass(name) && CLASS_NAMES.includes(name))
  fc.assert(
    fc.property(
      fc.string(),
      text => listed(colourClass(text)) && listed(sizeClass(text)) && listed(fontClass(text)),
    ),
  )
  fc.assert(
    fc.property(fc.nat(0xffffff), value => colourClass(`#${value.toString(16).padStart(6, '0')}`) !== null),
  )
})

it('lists every class once', () => {
  expect(new Set(CLASS_NAMES).size).toBe(CLASS_NAMES.length)
  expect(isStyleClass('quote')).toBe(false)
})

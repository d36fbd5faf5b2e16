import { expect, it } from 'vitest'
import { imageOfJson } from './bbcode-json.ts'

it('takes the address and the words of an image', () => {
  const content =
    '{"data-align":"none","data-size":"full","src":"https://a.example/b.png","alt":"A quay","width":5}'
  const image = { type: 'image', src: 'https://a.example/b.png', alt: 'A quay', title: '' }
  expect(imageOfJson(content)).toEqual(image)
  expect(imageOfJson('{"src":"/files/1/a","caption":"One","description":"Two","title":"T"}')).toEqual({
    ...{ type: 'image', src: '/files/1/a', alt: 'One. Two', title: 'T' },
  })
})

it.each([
  ...[
    '',
    'words',
    '[]',
    'null',
    '{"src":"javascript:a"}',
    '{"alt":"no address"}',
    '{"src":"mailto:a@b.example"}',
  ],
  ...['{"src":"/files/1/a","secret":"words"}', '{"src":"/files/1/a","alt":{"b":1}}'],
  ...['{"src":"/files/1/a","data-x":"free words"}', `{"src":"/files/1/a","alt":"${'a'.repeat(5_000)}"}`],
])('does not understand %j', content => expect(imageOfJson(content)).toBeNull())

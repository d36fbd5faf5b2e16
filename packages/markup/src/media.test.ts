import { describe, expect, it } from 'vitest'
import { mediaAddress } from './media.ts'

const VIDEO = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'

describe('mediaAddress', () => {
  it.each([
    ['youtube', 'dQw4w9WgXcQ', VIDEO],
    ['YouTube.com', 'dQw4w9WgXcQ', VIDEO],
    ['yt', ' dQw4w9WgXcQ:list ', VIDEO],
    ['youtube', 'dQw4w9WgXcQ;start=12', VIDEO],
    ['youtube', 'https://youtu.be/dQw4w9WgXcQ', VIDEO],
    ['', 'https://www.youtube.com/embed/dQw4w9WgXcQ', VIDEO],
    ['youtube', `${VIDEO}&t=120`, `${VIDEO}&t=120`],
    ['vimeo', '123456', 'https://vimeo.com/123456'],
    ['dailymotion', 'x7tgad0', 'https://www.dailymotion.com/video/x7tgad0'],
    ['twitch', '1234567', 'https://www.twitch.tv/videos/1234567'],
    ['tweet', '12345678', 'https://twitter.com/i/status/12345678'],
    ['instagram', 'Abcdefgh1', 'https://www.instagram.com/p/Abcdefgh1/'],
    ['tiktok', '123456789012345', 'https://www.tiktok.com/embed/123456789012345'],
    ['facebook', '12345678', 'https://www.facebook.com/watch/?v=12345678'],
    ['imgur', 'a/AbCdE', 'https://imgur.com/a/AbCdE'],
    ['streamable', 'abcd', 'https://streamable.com/abcd'],
    [
      'spotify',
      'spotify:track:4uLU6hMCjMI75M1A2tKUQC',
      'https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC',
    ],
    ['soundcloud', 'harbour/bell', 'https://soundcloud.com/harbour/bell'],
    ['reddit', 'boats/comments/abc', 'https://www.reddit.com/r/boats/comments/abc'],
    ['bandcamp', 'https://bell.bandcamp.com/track/1', 'https://bell.bandcamp.com/track/1'],
  ])('[media=%s]%s[/media] leads to %s', (site, content, href) =>
    expect(mediaAddress(site, content)?.href).toBe(href),
  )

  it.each([
    ['youtube', 'words'],
    ['youtube', 'dQw4w9WgXcQ words behind it'],
    ['youtube', '"><script>'],
    ['unknown', 'dQw4w9WgXcQ'],
    ['unknown', 'https://harbour.example/video'],
    ['constructor', 'x'],
    ['', 'words'],
    ['youtube', 'javascript:alert(1)'],
    ['youtube', '&'.repeat(3_000)],
  ])('[media=%s]%s[/media] leads nowhere', (site, content) => expect(mediaAddress(site, content)).toBeNull())

  it('names the site', () => expect(mediaAddress('x', '12345678')?.provider).toBe('twitter'))
})

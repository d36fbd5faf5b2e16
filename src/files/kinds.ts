/** The kinds of picture that are taken: how each begins, what the library calls it, and its loader there. */
export const PICTURES = [
  { begins: /^\x89PNG\r\n\x1a\n/, type: 'image/png', format: 'png', loader: 'VipsForeignLoadPng' },
  { begins: /^\xff\xd8\xff/, type: 'image/jpeg', format: 'jpeg', loader: 'VipsForeignLoadJpeg' },
  { begins: /^GIF8[79]a/, type: 'image/gif', format: 'gif', loader: 'VipsForeignLoadNsgif' },
  { begins: /^RIFF[\s\S]{4}WEBPVP8/, type: 'image/webp', format: 'webp', loader: 'VipsForeignLoadWebp' },
  { begins: /^[\s\S]{4}ftypavi[fs]/, type: 'image/avif', format: 'heif', loader: 'VipsForeignLoadHeif' },
] as const

/** One of the kinds of picture that are taken. */
export type PictureKind = (typeof PICTURES)[number]

/** How many bytes tell what a file is. */
export const BEGINNING = 16

/** What kind of picture a file is by its beginning, whatever its name says; undefined for all others. */
export function pictureKind(beginning: Uint8Array): PictureKind | undefined {
  const text = Buffer.from(beginning.subarray(0, BEGINNING)).toString('latin1')
  return PICTURES.find(kind => kind.begins.test(text))
}

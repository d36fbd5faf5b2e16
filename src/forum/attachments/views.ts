import { type Html, html } from '#base/html.ts'
import type { Words } from '#base/words.ts'
import { type Attachment, isInText, resolvedOf, sourcesOf, wholePath } from './model.ts'

const KILOBYTE = 1024

/** How large a file is, in the words of a reader. */
export function FileSize({ size }: Pick<Attachment, 'size'>, words: Words): Html {
  const kilobytes = Math.max(Math.min(1, size), Math.round(size / KILOBYTE))
  const text =
    kilobytes < KILOBYTE
      ? words.say('attachment.kilobytes', { number: words.number(kilobytes) })
      : words.say('attachment.megabytes', {
          number: words.number(Math.round((kilobytes * 10) / KILOBYTE) / 10),
        })
  return html`<span class="meta">${text}</span>`
}

/** A picture in its small form, in the room that it will take. */
export function Thumbnail(attachment: Attachment): Html | null {
  const picture = resolvedOf(attachment, { thumbnail: true })
  if (picture.kind === 'file') return null
  const { src, srcset, width, height, alt } = picture
  return html`<img src="${src}"${srcset && html` srcset="${srcset}" sizes="12rem"`} width="${width}" height="${height}" alt="${alt}" loading="lazy" decoding="async">`
}

/** The files of a post that are not in its text: pictures side by side, then others with their sizes. */
export function AttachmentsBelow(
  attachments: readonly Attachment[],
  rendered: string,
  words: Words,
): Html | null {
  const below = attachments.filter(each => !isInText(rendered, each))
  if (below.length === 0) return null
  const pictures = below.filter(each => each.kind === 'picture')
  const files = below.filter(each => each.kind === 'file')
  return html`<div class="attachments" role="group" aria-label="${words.say('attachment.files')}">${
    pictures.length > 0 &&
    html`<ul class="gallery" role="list">${pictures.map(
      each => html`<li><a href="${wholePath(each)}">${Thumbnail(each)}</a></li>`,
    )}</ul>`
  }${
    files.length > 0 &&
    html`<ul class="files" role="list">${files.map(
      each =>
        html`<li><a href="${wholePath(each)}"><bdi>${each.name}</bdi></a> ${FileSize(each, words)}</li>`,
    )}</ul>`
  }</div>`
}

/** An attachment for a program. */
export function attachmentJson(attachment: Attachment): object {
  const { id, name, kind, width, height, alt, size } = attachment
  return { id, name, kind, path: wholePath(attachment), width, height, alt, size, ...sourcesOf(attachment) }
}

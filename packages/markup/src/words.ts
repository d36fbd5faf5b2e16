/** The few words of a rendered text that its writer did not write. `{…}` stands for what is filled in. */
export interface Words {
  /** `{author}` and `{number}`: the post's number in its thread. */
  quoteBy: string
  /** Title of a spoiler that has none. */
  spoiler: string
  /** Names an image without a description; `{name}` is its host and file. */
  image: string
  table: string
  footnotes: string
  /** `{number}`: the note that a call leads to. */
  footnote: string
  /** `{number}`: the note whose call is led back to. */
  backToText: string
  taskDone: string
  taskOpen: string
}

export const ENGLISH: Words = {
  quoteBy: '{author}, #{number}',
  spoiler: 'Spoiler',
  image: 'Image: {name}',
  table: 'Table',
  footnotes: 'Notes',
  footnote: 'Note {number}',
  backToText: 'Back to the text of note {number}',
  taskDone: 'Done',
  taskOpen: 'Open',
}

/** A phrase with its places filled. */
export function filled(phrase: string, values: Record<string, string | number>): string {
  return phrase.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  )
}

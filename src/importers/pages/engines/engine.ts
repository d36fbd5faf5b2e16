import type { Family } from '../addresses.ts'
import type { Element, Node, Root } from '../dom.ts'
import type { Crumb } from '../model.ts'
import type { Pagination } from '../pagination.ts'

/** A parsed page on its way to being read. */
export interface PageSource {
  file: string
  root: Root
  markup: string
}

/** What a page must hold to be of a software: a selector, and the same in words for the person it is not. */
export interface Mark {
  selector: string
  words: string
}

/** A post as its markup gives it, before times, counts and text are understood. */
export interface RawPost {
  id: string | null
  number: number | null
  author: string
  /** True where the name leads to a member's page. */
  linked: boolean
  title: string | null
  /** Labels and values of the member card, as printed. */
  pairs: readonly (readonly [string, string])[]
  /** ISO 8601, or as printed. */
  time: string
  /** Null where the page does not hold the text. */
  body: readonly Node[] | null
  /** Elements inside the body that are no part of its text. */
  skip?: (element: Element) => boolean
  /** The edit note as printed, '' where there is none. */
  edit: string
  /** ISO 8601 where the note holds one. */
  editTime?: string
  signature: boolean
  /** Links to files listed below the text. */
  files: readonly Element[]
}

export interface RawPage {
  title: string
  crumbs: readonly Crumb[]
  pagination: Pagination
  /** The link of the thread itself as the page prints it, '' where it prints none. */
  link: string
  posts: readonly RawPost[]
  /** Texts in which the page may state its zone. */
  zone: string
  /** The page's own date and time where it prints one, for "Yesterday". */
  now: string
  /** Blocks in a post's place that are adverts. */
  adverts: number
}

/** One forum software: how its pages are recognised and read. */
export interface Engine {
  name: string
  family: Family
  /** Every mark must be on the page. */
  marks: readonly Mark[]
  /** Its posts on a page where the board keeps its settings as they come. */
  pageSize: number
  read(root: Root): RawPage
}

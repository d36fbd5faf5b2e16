import { MAX_NUMBER } from '#base/ids.ts'
import type { PageLine, ThreadPage } from './model.ts'

/** Gives the posts of one thread their numbers, page after page: as printed, else by their place on the page. */
export class Numbers {
  /** A number that is taken → one above it where a free one is looked for next. */
  private readonly above = new Map<number, number>()
  private previous: { page: ThreadPage; start: number } | null = null
  private following = 1

  /** Begins a page; pages come in order, and one page may come twice. → what to say about its numbers. */
  startPage(page: ThreadPage): PageLine[] {
    const lines: PageLine[] = []
    this.following = page.first ?? this.startAfter(page, lines)
    this.previous = { page, start: this.following }
    return lines
  }

  /** The number of the page's next post: the printed one, or the one after the post before it. */
  take(printed: number | null): { number: number; wanted: number } {
    const wanted = isNumber(printed) ? printed : this.following
    const free = isNumber(wanted) ? this.free(wanted) : MAX_NUMBER + 1
    const number = free <= MAX_NUMBER ? free : this.free(1)
    this.above.set(number, number + 1)
    this.following = number + 1
    return { number, wanted }
  }

  /** The number of the page's next post, which is not taken; it stays free for it. */
  leave(printed: number | null): number {
    const number = isNumber(printed) ? printed : this.following
    this.following = number + 1
    return number
  }

  /** A post that has its number from an earlier page. */
  pass(number: number): void {
    this.following = number + 1
  }

  /** The lowest free number from this one on. What was walked over is remembered, so that no walk is made twice. */
  private free(from: number): number {
    let number = from
    const walked: number[] = []
    for (let next = this.above.get(number); next !== undefined; next = this.above.get(number)) {
      walked.push(number)
      number = next
    }
    for (const each of walked) this.above.set(each, number)
    return number
  }

  private startAfter(page: ThreadPage, lines: PageLine[]): number {
    const { previous } = this
    if (previous?.page.page === page.page) return previous.start
    if (previous && previous.page.page === page.page - 1) return this.following
    if (page.page === 1) return 1
    const start = (page.page - 1) * page.pageSize + 1
    if (page.posts.some(post => post.number === null))
      lines.push({
        item: 'page',
        where: page.file,
        outcome: 'changed',
        why: `neither numbers nor the size of a page are printed: ${page.pageSize} posts a page are assumed, so it begins with ${start}`,
      })
    return Math.max(start, this.following)
  }
}

const isNumber = (printed: number | null): printed is number =>
  printed !== null && Number.isInteger(printed) && printed >= 1 && printed <= MAX_NUMBER

import type { AccountLine, ThreadPage } from './model.ts'

/** Gives the posts of one thread their numbers, page after page: as printed, else by their place on the page. */
export class Numbers {
  private readonly used = new Set<number>()
  private previous: { page: ThreadPage; start: number } | null = null
  private following = 1
  constructor(private readonly account: AccountLine[]) {}

  /** Begins a page; pages come in order, and one page may come twice. */
  startPage(page: ThreadPage): void {
    this.following = page.first ?? this.startAfter(page)
    this.previous = { page, start: this.following }
  }

  /** The number of the page's next post: the printed one, or the one after the post before it. */
  take(printed: number | null, where: string): number {
    const wanted = printed ?? this.following
    let number = wanted
    while (this.used.has(number)) number++
    this.used.add(number)
    this.following = number + 1
    if (number !== wanted)
      this.account.push({
        item: 'post',
        where,
        outcome: 'changed',
        why: `number ${wanted} is another post's already: taken as ${number}`,
      })
    return number
  }

  /** A post that has its number from an earlier page. */
  pass(number: number): void {
    this.following = number + 1
  }

  private startAfter(page: ThreadPage): number {
    const { previous } = this
    if (previous?.page.page === page.page) return previous.start
    if (previous && previous.page.page === page.page - 1) return this.following
    if (page.page === 1) return 1
    const start = (page.page - 1) * page.pageSize + 1
    if (page.posts.some(post => post.number === null))
      this.account.push({
        item: 'page',
        where: page.file,
        outcome: 'changed',
        why: `neither numbers nor the size of a page are printed: ${page.pageSize} posts a page are assumed, so it begins with ${start}`,
      })
    return Math.max(start, this.following)
  }
}

import { LRUCache } from 'lru-cache'

/** A function of a text that remembers its answers for as many texts, those asked for last. It must be pure. */
export function remember<Answer extends string | number | object>(
  texts: number,
  work: (text: string) => Answer,
): (text: string) => Answer {
  const known = new LRUCache<string, Answer>({ max: texts })
  return text => {
    const found = known.get(text)
    if (found !== undefined) return found
    const answer = work(text)
    known.set(text, answer)
    return answer
  }
}

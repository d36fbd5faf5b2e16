/** Numbers from 0 up to 1. */
export type Random = () => number

/** Equal seeds and streams give equal numbers, by mulberry32 (Tommy Ettinger, public domain). */
export function randomOf(seed: number, stream: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream, 0x85ebca77)) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A normal deviate by the Box–Muller transform. */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** A lognormal deviate with mean 1; `sigma` is that of the normal distribution under the logarithm. */
export const lognormal = (random: Random, sigma: number): number =>
  Math.exp(sigma * normal(random) - (sigma * sigma) / 2)

/** One of several things, each as likely as the others. */
export const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[(random() * items.length) | 0] as Item

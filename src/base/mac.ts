import { createHmac, timingSafeEqual } from 'node:crypto'

/** 22 signs of base64url hold 132 bits. */
const LENGTH = 22

/** What only we can put under a text (HMAC-SHA256, base64url, 22 signs). The text begins with what it is for. */
export const macOf = (secret: Buffer, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url').slice(0, LENGTH)

/** Whether that stands under a text; takes as long whatever is wrong. */
export function isMacOf(secret: Buffer, text: string, given: string): boolean {
  const [own, other] = [Buffer.from(macOf(secret, text)), Buffer.from(given)]
  return own.length === other.length && timingSafeEqual(own, other)
}

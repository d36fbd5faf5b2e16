/**
 * The square that is cut from a picture, in whole percent: `part` is its side, of the picture's shorter one; `across` and
 * `down` say where it stands between the left and the right edge, the top and the bottom.
 */
export interface Crop {
  readonly across: number
  readonly down: number
  readonly part: number
}

/** All that fits, from the middle. */
export const MIDDLE: Crop = { across: 50, down: 50, part: 100 }
/** The smallest square that may be cut. */
export const LEAST_PART = 10

/** The square of a crop in a picture of so many pixels: whole pixels, within the picture, whatever the crop says. */
export function squareOf(
  crop: Crop,
  picture: { readonly width: number; readonly height: number },
): { left: number; top: number; width: number; height: number } {
  const within = (percent: number, least: number): number =>
    Math.min(100, Math.max(least, Number.isFinite(percent) ? percent : 50)) / 100
  const shorter = Math.min(picture.width, picture.height)
  const side = Math.max(1, Math.floor(shorter * within(crop.part, LEAST_PART)))
  const left = Math.round((picture.width - side) * within(crop.across, 0))
  const top = Math.round((picture.height - side) * within(crop.down, 0))
  return { left, top, width: side, height: side }
}

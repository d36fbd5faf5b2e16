import { type Crop, squareOf } from '#forum/files/model.ts'

/*
 * The square that is cut from a picture, shown in it and moved there with a finger, a mouse or the wheel. The three inputs
 * of the form say the same, and are all that is sent.
 */

/** Pixels of the longer side of what is shown, on a screen of one pixel a dot. */
const LONGEST = 280
const WHEEL = 4

const formAround = (target: EventTarget | null): HTMLFormElement | null =>
  target instanceof Element ? target.closest<HTMLFormElement>('form[data-crop]') : null

const inputOf = (form: HTMLFormElement, name: keyof Crop): HTMLInputElement | null =>
  form.querySelector<HTMLInputElement>(`input[name=${name}]`)

const numberIn = (form: HTMLFormElement, name: keyof Crop): number => Number(inputOf(form, name)?.value ?? 50)

const cropIn = (form: HTMLFormElement): Crop => ({
  across: numberIn(form, 'across'),
  down: numberIn(form, 'down'),
  part: numberIn(form, 'part'),
})

const pictures = new WeakMap<HTMLFormElement, ImageBitmap>()

function draw(form: HTMLFormElement): void {
  const picture = pictures.get(form)
  const canvas = form.querySelector('canvas')
  const context = canvas?.getContext('2d')
  if (!picture || !canvas || !context) return
  const scale = LONGEST / Math.max(picture.width, picture.height)
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const { left, top, width } = squareOf(cropIn(form), canvas)
  context.globalAlpha = 0.35
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  context.globalAlpha = 1
  const from = 1 / scale
  context.drawImage(picture, left * from, top * from, width * from, width * from, left, top, width, width)
  context.strokeStyle = getComputedStyle(canvas).color
  context.lineWidth = 2
  context.strokeRect(left + 1, top + 1, width - 2, width - 2)
  canvas.hidden = false
}

async function show(form: HTMLFormElement, file: File | undefined): Promise<void> {
  const picture = file && (await createImageBitmap(file).catch(() => null))
  const canvas = form.querySelector('canvas')
  pictures.delete(form)
  if (picture) pictures.set(form, picture)
  else if (canvas) canvas.hidden = true
  draw(form)
}

function move(form: HTMLFormElement, by: { x: number; y: number }): void {
  const canvas = form.querySelector('canvas')
  if (!canvas) return
  const { width } = squareOf(cropIn(form), canvas)
  const shift = (name: 'across' | 'down', pixels: number, room: number): void => {
    const input = inputOf(form, name)
    if (input && room > 0) input.value = String(Math.round(Number(input.value) + (100 * pixels) / room))
  }
  shift('across', by.x, canvas.width - width)
  shift('down', by.y, canvas.height - width)
  draw(form)
}

addEventListener('change', ({ target }) => {
  const form = formAround(target)
  if (form && target instanceof HTMLInputElement && target.type === 'file') void show(form, target.files?.[0])
})

addEventListener('input', ({ target }) => {
  const form = formAround(target)
  if (form && target instanceof HTMLInputElement && target.type === 'range') draw(form)
})

let held: { form: HTMLFormElement; x: number; y: number } | null = null

addEventListener('pointerdown', event => {
  const form = formAround(event.target)
  if (!form || !(event.target instanceof HTMLCanvasElement)) return
  event.target.setPointerCapture(event.pointerId)
  held = { form, x: event.clientX, y: event.clientY }
})

addEventListener('pointermove', ({ clientX: x, clientY: y }) => {
  if (!held) return
  // Less than a percent would be lost in whole numbers: it waits for more.
  const by = { x: x - held.x, y: y - held.y }
  if (Math.abs(by.x) + Math.abs(by.y) < 4) return
  move(held.form, by)
  held = { ...held, x, y }
})

for (const type of ['pointerup', 'pointercancel']) addEventListener(type, () => (held = null))

addEventListener(
  'wheel',
  event => {
    const form = formAround(event.target)
    const part = form && event.target instanceof HTMLCanvasElement && inputOf(form, 'part')
    if (!form || !part) return
    event.preventDefault()
    part.value = String(Number(part.value) + (event.deltaY > 0 ? WHEEL : -WHEEL))
    draw(form)
  },
  { passive: false },
)

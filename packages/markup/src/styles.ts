/** Every colour a text may have, with the value that decides which one is nearest. */
const COLOURS = {
  black: 0x000000,
  gray: 0x808080,
  silver: 0xc0c0c0,
  white: 0xffffff,
  brown: 0x8b4513,
  red: 0xe02020,
  orange: 0xff8c00,
  yellow: 0xffd700,
  olive: 0x808000,
  green: 0x008000,
  lime: 0x32cd32,
  teal: 0x008080,
  cyan: 0x00c8e0,
  blue: 0x2060e0,
  navy: 0x000080,
  purple: 0x800080,
  magenta: 0xe020e0,
  pink: 0xff80b0,
} as const

type Colour = keyof typeof COLOURS
type Size = 1 | 2 | 3 | 4 | 5 | 6 | 7
type Typeface = 'mono' | 'serif' | 'sans' | 'hand'

/** Classes for colour, size (4 is the text's own) and typeface. */
export type StyleClass = `c-${Colour}` | `s-${Size}` | `f-${Typeface}`

/** Names of the CSS colours that are not already class names: `name hex`, CSS Color Module Level 4, section 6.1. */
const NAMED = new Map<string, number>(
  `aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4
  blanchedalmond ffebcd blueviolet 8a2be2 burlywood deb887 cadetblue 5f9ea0 chartreuse 7fff00 chocolate d2691e
  coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c darkblue 00008b darkcyan 008b8b
  darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9 darkkhaki bdb76b darkmagenta 8b008b
  darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darksalmon e9967a darkseagreen 8fbc8f
  darkslateblue 483d8b darkslategray 2f4f4f darkslategrey 2f4f4f darkturquoise 00ced1 darkviolet 9400d3
  deeppink ff1493 deepskyblue 00bfff dimgray 696969 dimgrey 696969 dodgerblue 1e90ff firebrick b22222
  floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc ghostwhite f8f8ff gold ffd700
  goldenrod daa520 greenyellow adff2f grey 808080 honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082
  ivory fffff0 khaki f0e68c lavender e6e6fa lavenderblush fff0f5 lawngreen 7cfc00 lemonchiffon fffacd
  lightblue add8e6 lightcoral f08080 lightcyan e0ffff lightgoldenrodyellow fafad2 lightgray d3d3d3
  lightgreen 90ee90 lightgrey d3d3d3 lightpink ffb6c1 lightsalmon ffa07a lightseagreen 20b2aa
  lightskyblue 87cefa lightslategray 778899 lightslategrey 778899 lightsteelblue b0c4de lightyellow ffffe0
  limegreen 32cd32 linen faf0e6 maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3
  mediumpurple 9370db mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a
  mediumturquoise 48d1cc mediumvioletred c71585 midnightblue 191970 mintcream f5fffa mistyrose ffe4e1
  moccasin ffe4b5 navajowhite ffdead oldlace fdf5e6 olivedrab 6b8e23 orangered ff4500 orchid da70d6
  palegoldenrod eee8aa palegreen 98fb98 paleturquoise afeeee palevioletred db7093 papayawhip ffefd5
  peachpuff ffdab9 peru cd853f plum dda0dd powderblue b0e0e6 rebeccapurple 663399 rosybrown bc8f8f
  royalblue 4169e1 saddlebrown 8b4513 salmon fa8072 sandybrown f4a460 seagreen 2e8b57 seashell fff5ee
  sienna a0522d skyblue 87ceeb slateblue 6a5acd slategray 708090 slategrey 708090 snow fffafa
  springgreen 00ff7f steelblue 4682b4 tan d2b48c thistle d8bfd8 tomato ff6347 turquoise 40e0d0 violet ee82ee
  wheat f5deb3 whitesmoke f5f5f5 yellowgreen 9acd32`
    .split(/\s+/)
    .reduce<[string, number][]>((pairs, word, index, words) => {
      if (index % 2 === 0) pairs.push([word, Number.parseInt(words[index + 1] as string, 16)])
      return pairs
    }, []),
)

/** Squared distance of two colours, weighted by how the eye sees red, green and blue. */
function distance(one: number, other: number): number {
  const red = (one >> 16) - (other >> 16)
  const green = ((one >> 8) & 255) - ((other >> 8) & 255)
  const blue = (one & 255) - (other & 255)
  const mean = ((one >> 16) + (other >> 16)) / 2
  return (2 + mean / 256) * red * red + 4 * green * green + (2 + (255 - mean) / 256) * blue * blue
}

function colourValue(written: string): number | undefined {
  const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})(?:[0-9a-f]{2}|[0-9a-f])?$/i.exec(written)?.[1]
  if (hex) return Number.parseInt(hex.length === 3 ? hex.replace(/./g, '$&$&') : hex, 16)
  const parts = /^rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,[^)]*)?\)$/i.exec(written)
  if (!parts) return NAMED.get(written.toLowerCase())
  const [red, green, blue] = parts.slice(1, 4).map(part => Math.min(255, Number(part)))
  return ((red as number) << 16) | ((green as number) << 8) | (blue as number)
}

/** A colour as CSS writes it (name, `#rgb`, `#rrggbb`, `rgb()`) → the class of the nearest colour, or null. */
export function colourClass(written: string): StyleClass | null {
  const name = written.trim()
  if (Object.hasOwn(COLOURS, name.toLowerCase())) return `c-${name.toLowerCase() as Colour}`
  const value = colourValue(name)
  if (value === undefined) return null
  let nearest: Colour = 'black'
  for (const colour of Object.keys(COLOURS) as Colour[])
    if (distance(COLOURS[colour], value) < distance(COLOURS[nearest], value)) nearest = colour
  return `c-${nearest}`
}

const SIZES: Record<string, Size> = {
  'xx-small': 1,
  'x-small': 2,
  small: 3,
  smaller: 3,
  medium: 4,
  large: 5,
  larger: 5,
  'x-large': 6,
  'xx-large': 7,
}
/** Sizes relative to the text's own, in the steps from `s-1`. */
const STEPS = [0.6, 0.72, 0.86, 1, 1.25, 1.6, 2.2]

function ratio(amount: number, unit: string): number {
  if (unit === 'px') return amount / 15
  if (unit === 'pt') return amount / 11
  if (unit === 'em' || unit === 'rem') return amount
  if (unit === '%' || amount >= 30) return amount / 100
  return amount / 14
}

/**
 * A size as any of the dialects writes it → its class, or null: steps 1 to 7 (XenForo, vBulletin, MyBB), words (MyBB),
 * per cent without a sign (phpBB, from 30), `px`, `pt`, `em`, `rem`, `%` (SMF).
 */
export function sizeClass(written: string): StyleClass | null {
  const word = written.trim().toLowerCase()
  if (Object.hasOwn(SIZES, word)) return `s-${SIZES[word] as Size}`
  const match = /^\+?(\d{1,4}(?:\.\d{1,3})?)\s*(px|pt|r?em|%)?$/i.exec(written.trim())
  if (!match) return null
  const amount = Number(match[1])
  if (amount === 0) return null
  if (!match[2] && Number.isInteger(amount) && amount <= 7) return `s-${amount as Size}`
  const wanted = ratio(amount, (match[2] ?? '').toLowerCase())
  let best = 0
  for (let index = 1; index < STEPS.length; index++)
    if (Math.abs((STEPS[index] as number) - wanted) < Math.abs((STEPS[best] as number) - wanted)) best = index
  return `s-${(best + 1) as Size}`
}

/** A typeface's name → the class of its kind, or null for something that cannot be a name. */
export function fontClass(written: string): StyleClass | null {
  if (!/^[\p{L}\p{N} ,'"._+-]{1,100}$/u.test(written)) return null
  if (/mono|courier|consol|menlo|terminal|typewriter/i.test(written)) return 'f-mono'
  if (/comic|script|cursive|hand|brush|chancery|fantasy|impact/i.test(written)) return 'f-hand'
  if (/sans/i.test(written)) return 'f-sans'
  return /serif|times|georgia|garamond|palatino|cambria|antiqua|roman|book/i.test(written)
    ? 'f-serif'
    : 'f-sans'
}

const STYLES: readonly string[] = [
  ...Object.keys(COLOURS).map(colour => `c-${colour}`),
  ...STEPS.map((_, index) => `s-${index + 1}`),
  ...['mono', 'serif', 'sans', 'hand'].map(face => `f-${face}`),
]
const STYLE_SET = new Set(STYLES)

/** Whether a class is one of the fixed list; a tree that was stored may hold anything. */
export const isStyleClass = (name: string): boolean => STYLE_SET.has(name)

/** Every class that rendered HTML may carry, languages of code (`language-…`) aside: the stylesheet's contract. */
export const CLASS_NAMES: readonly string[] = [
  ...STYLES,
  ...['left', 'center', 'right', 'justify'].map(align => `a-${align}`),
  ...[1, 2, 3, 4, 5].map(level => `i-${level}`),
  ...['strong', 'emphasis', 'underline', 'strike', 'highlight'].map(format => `b-${format}`),
  ...['quote', 'spoiler', 'image', 'media', 'attachment', 'mention', 'table', 'task', 'box', 'caption'],
  ...['footnotes', 'footnote-call', 'footnote-back'],
]

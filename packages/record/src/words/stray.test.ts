import { describe, expect, it } from 'vitest'
import { strayParagraphs } from './stray.ts'

const harbour = [
  'The harbour of Lesvik closed its northern quay on Monday after divers found cracks in the old piles beneath it. Fishermen who landed their catch there for decades must now share the southern quay with the ferry, and the queue of boats waiting for a berth reached the lighthouse by noon.',
  'Harbour master Ida Brandt blamed the winter ice, which pressed against the piles for nine weeks and broke several of the beams that hold the quay. She had warned the council twice about the piles, she wrote, and asked for divers before the fishing season, but the repair of the quay was put off each time.',
  'The fishermen want the northern quay open before the herring arrive, since boats that wait for a berth lose the catch to rival harbours down the coast. Their cooperative offered to pay for half of the new piles if the ferry moves to the old pier until the quay is repaired.',
  'The ferry line refuses to leave the southern quay. Its boats are too long for the old pier, and passengers would have to walk past the fish hall in the dark. Moving the ferry, it argues, would cost Lesvik more visitors than the fishermen could ever make up with herring.',
  'Until the council decides, divers will brace the worst piles with steel, and Brandt will hand out berths by lot each morning. Boats with a catch on ice go first, the ferry second, and everybody else waits outside the harbour behind the lighthouse.',
]
const telescope =
  'Astronomers at the southern observatory have measured the spin of a distant galaxy by the light of its hydrogen. The telescope collected photons during forty nights, and the spectrum shows that the outer stars orbit far too fast for the visible matter, which hints at a massive halo of unseen particles.'
const place = (text: string, part: string) => ({
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length,
})

describe('strayParagraphs', () => {
  it('finds the paragraph that belongs elsewhere, wherever it stands', () => {
    for (let at = 0; at <= harbour.length; at++) {
      const text = harbour.toSpliced(at, 0, telescope).join('\n\n')
      expect(strayParagraphs(text)).toEqual([place(text, telescope)])
    }
  })

  it('finds nothing in a text on one subject', () => {
    expect(strayParagraphs(harbour.join('\n'))).toEqual([])
  })

  it('takes repeated paragraphs out first', () => {
    const text = [...harbour, telescope, ...harbour.slice(1), telescope].join('\n')
    expect(strayParagraphs(text)).toEqual([place(text, telescope)])
  })

  it('says nothing of short texts, short paragraphs and whole quotations', () => {
    expect(strayParagraphs([...harbour.slice(0, 2), telescope].join('\n'))).toEqual([])
    const short =
      'Astronomers at the southern observatory have measured the spin of a distant galaxy by its light.'
    expect(strayParagraphs([...harbour, short].join('\n'))).toEqual([])
    expect(strayParagraphs([...harbour, `“${telescope}”`].join('\n'))).toEqual([])
    expect(strayParagraphs('')).toEqual([])
  })

  it('says nothing where nothing holds the others together', () => {
    const others = [
      'Bakers in the valley mix rye flour with buttermilk and leave the dough under linen until the crust splits. Loaves are then stacked beside the chimney, where smoke from juniper branches gives them the bitter taste that travellers either praise loudly or cannot stand.',
      'Chess players who open with the flank pawn usually hope for a quiet middle game. Their rivals answer by seizing the centre with both pawns and a knight, castle early, and wait patiently until white overextends, after which a rook sacrifice often decides the tournament.',
      'Cyclists climbing the pass before breakfast meet shepherds driving goats toward alpine meadows. Brakes overheat during the descent, so mechanics recommend ceramic pads, wider tyres, and a spare inner tube hidden beneath the saddle together with some chocolate and gloves.',
    ]
    expect(strayParagraphs([...others, telescope, harbour[0]].join('\n'))).toEqual([])
  })

  it('is done with thousands of paragraphs, and with one word repeated', () => {
    const many = Array.from({ length: 1_000 }, (_, i) =>
      Array.from({ length: 45 }, (_, k) => `word${(i * 31 + k * k) % 700}`).join(' '),
    )
    expect(strayParagraphs(many.join('\n')).length).toBeLessThan(4)
    expect(strayParagraphs(`${'no '.repeat(60)}\n`.repeat(500))).toEqual([])
  })
})
